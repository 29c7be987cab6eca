import type { CountedFigure } from '#shared/model/alert-rule.ts';
import { CUE_KINDS } from '#shared/model/cue.ts';
import { CueCardId } from '#shared/model/ids.ts';
import { noCounts, type RoomMinute } from '#shared/rules/alerts/room-minute.ts';
import { PRESET_TRIGGERS } from '#shared/rules/cue-triggers/preset-triggers.ts';
import { TriggerEngine, type TriggerOptions } from '#shared/rules/cue-triggers/trigger-engine.ts';
import type { ProposableCard, TriggerMoment } from '#shared/rules/cue-triggers/trigger-moment.ts';
import type { TriggerRule } from '#shared/model/cue-trigger.ts';

export const MINUTE_MS = 60_000;
/** A whole hour of show time. */
export const START_TS = 1_700_002_800_000 - (1_700_002_800_000 % MINUTE_MS);

const ALL = {
  viewers: true,
  joins: true,
  follows: true,
  orders: true,
  gifts: true,
  chat: true,
} as const;

/** A minute of one source that gives everything; `at` counts from the start of the show. */
export function quietMinute(
  at: number,
  counts: Partial<Record<CountedFigure, number>> = {},
  viewers: number | null = 1_000,
): RoomMinute {
  const source = { platform: 'douyin', can: ALL, isWhole: true, viewers };
  return {
    minute: START_TS / MINUTE_MS + at,
    sources: new Map([[1, { ...source, counts: { ...noCounts(), ...counts } }]]),
  };
}

/** A moment in which nothing is going on, so many milliseconds into the show. */
export function quietMoment(afterMs: number, part: Partial<TriggerMoment> = {}): TriggerMoment {
  return {
    ts: START_TS + afterMs,
    isOnAir: true,
    block: null,
    priceSaidTs: null,
    isCloseCueRunning: false,
    product: null,
    viewers: null,
    likes: null,
    exposure: null,
    clicks: null,
    questions: [],
    lines: [],
    risks: [],
    sinceRestMs: 0,
    recentCues: 0,
    freeSlots: 3,
    openRuleIds: new Set(),
    ...part,
  };
}

/** Two cards of every kind. */
export const FULL_DECK: readonly ProposableCard[] = CUE_KINDS.flatMap((kind, index) =>
  [0, 1].map((which) => ({
    id: CueCardId.parse(index * 2 + which + 1),
    kind,
    text: `${kind} ${which}`,
    productId: null,
    isReady: true,
    isFavourite: false,
    lift: null,
  })),
);

export function engineOf(
  rules: readonly TriggerRule[],
  part: Partial<TriggerOptions> = {},
): TriggerEngine {
  return new TriggerEngine({
    rules,
    quietS: 45,
    hourlyBudget: 12,
    priceHoldS: 20,
    usual: () => null,
    dropped: () => 0,
    ...part,
  });
}

export function presetTrigger(id: string): TriggerRule {
  const rule = PRESET_TRIGGERS.find((each) => each.id === id);
  if (rule === undefined) throw new RangeError(`no rule ${id}`);
  return rule;
}
