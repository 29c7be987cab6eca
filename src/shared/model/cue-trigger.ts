import { z } from 'zod';

import { AlertTest } from './alert-rule.ts';
import { CueKind } from './cue.ts';
import { BlockRole } from './run-of-show.ts';

const Change = AlertTest.options[0];
const Threshold = AlertTest.options[1];
const Usual = AlertTest.options[2];
const UnpaidShare = AlertTest.options[3];
const windowMin = z.int().min(1).max(30);
const people = z.int().min(1).max(10_000);

/** Words a rule listens for, and how long each may be. */
export const TRIGGER_WORDS_MAX = 40;
export const TRIGGER_WORD_MAX = 30;

/**
 * What must hold for a cue to be proposed. The first four are judged minute by minute as alerts are;
 * the others look at the room as it is every few seconds of show time.
 */
export const TriggerTest = z.discriminatedUnion('kind', [
  Change,
  Threshold,
  Usual,
  UnpaidShare,
  /** Entries of the window come to more than `percent` of the people online. */
  z.strictObject({
    kind: z.literal('newcomers'),
    percent: z.number().min(1).max(1_000),
    windowMin,
  }),
  /** Not one message for so many minutes, in a room where that is no chance. */
  z.strictObject({ kind: z.literal('silent'), windowMin }),
  /** The share of unpaid orders rose by so many points (of 100) against the window before. */
  z.strictObject({
    kind: z.literal('unpaidRising'),
    points: z.number().min(1).max(100),
    exposure: z.int().min(1).max(100_000),
    windowMin,
  }),
  /** So many people asked the same within the window, and 1 % of the minute's chatters. */
  z.strictObject({ kind: z.literal('question'), people, windowMin }),
  /** More than so many people said one of the words within the window. */
  z.strictObject({
    kind: z.literal('keyword'),
    words: z.array(z.string().trim().min(1).max(TRIGGER_WORD_MAX)).max(TRIGGER_WORDS_MAX),
    people,
    windowMin,
  }),
  /** So many people complained, of the price or anything else, within the window. */
  z.strictObject({ kind: z.literal('complaint'), people, windowMin }),
  /** Clicks on the product a person it was shown to, below a share of 1, once enough saw it. */
  z.strictObject({
    kind: z.literal('ctr'),
    below: z.number().min(0).max(1),
    exposure: z.int().min(1).max(1_000_000),
    forS: z.int().min(0).max(3_600),
  }),
  /** Clicks rose by `percent`, and orders a click stay below a share of 1. */
  z.strictObject({
    kind: z.literal('ctor'),
    below: z.number().min(0).max(1),
    percent: z.number().min(1).max(1_000),
    exposure: z.int().min(1).max(1_000_000),
  }),
  /** Less than `percent` of what there was when the product came on. Only where the stock is told. */
  z.strictObject({ kind: z.literal('stock'), percent: z.number().min(1).max(100) }),
  z.strictObject({ kind: z.literal('soldOut') }),
  /** The next of 1, 2, 5, 10, 20, 50 … from `from` on is reached for the first time in the show. */
  z.strictObject({
    kind: z.literal('milestone'),
    figure: z.enum(['viewers', 'likes']),
    from: z.int().min(1).max(100_000_000),
  }),
  /** The running block is so many seconds over. */
  z.strictObject({ kind: z.literal('overrun'), overS: z.int().min(0).max(3_600) }),
  /** So many minutes on air without a rest. */
  z.strictObject({ kind: z.literal('onAir'), minutes: z.int().min(5).max(600) }),
  /** A word of risk was said, or went out in a text. */
  z.strictObject({ kind: z.literal('risk') }),
]);
export type TriggerTest = z.infer<typeof TriggerTest>;

/** `safety` alone comes before quiet time, the hour's budget, a price that is said and a close. */
export const TRIGGER_PRIORITIES = ['safety', 'high', 'normal', 'low'] as const;
export const TriggerPriority = z.enum(TRIGGER_PRIORITIES);
export type TriggerPriority = z.infer<typeof TriggerPriority>;

export const TRIGGER_NAME_MAX = 60;

export const TriggerRule = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{2,40}$/),
  /** Null: a rule of the product, named in the screen's language. */
  name: z.string().trim().min(1).max(TRIGGER_NAME_MAX).nullable(),
  isOn: z.boolean(),
  test: TriggerTest,
  /** Cards of this kind are proposed. */
  cueKind: CueKind,
  priority: TriggerPriority,
  /** Minutes in a row for which a test of minutes must hold; the others ask for none. */
  holdMin: z.int().min(1).max(30),
  /** Minutes after a proposal of this rule in which it makes none. */
  cooldownMin: z.int().min(1).max(240),
  /** Only while a block of these roles runs; empty: always. */
  roles: z.array(BlockRole).max(BlockRole.options.length),
  /** Goes out by itself in the mode that sends. */
  isAuto: z.boolean(),
});
export type TriggerRule = z.infer<typeof TriggerRule>;

export const MAX_TRIGGER_RULES = 60;

export const TriggerSettings = z.strictObject({
  /** Rules that differ from the product's, by their id, and rules of one's own. */
  rules: z.array(TriggerRule).max(MAX_TRIGGER_RULES),
  /** Seconds between any two proposals. */
  quietS: z.int().min(0).max(600),
  hourlyBudget: z.int().min(1).max(60),
  /** Seconds after a price cue or a GO in which the price is being said. */
  priceHoldS: z.int().min(0).max(300),
});
export type TriggerSettings = z.infer<typeof TriggerSettings>;

/** Quiet time of 45 s: mazza92/tiktok-live-assistant; 12 an hour is ours. */
export const FIRST_TRIGGER_SETTINGS: TriggerSettings = {
  rules: [],
  quietS: 45,
  hourlyBudget: 12,
  priceHoldS: 20,
};

/** `propose`: the operator sends; `auto`: chosen rules send by themselves; `hold`: nothing is proposed. */
export const TRIGGER_MODES = ['propose', 'auto', 'hold'] as const;
export const TriggerMode = z.enum(TRIGGER_MODES);
export type TriggerMode = z.infer<typeof TriggerMode>;
