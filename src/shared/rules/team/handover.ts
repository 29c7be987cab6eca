import type { Alert } from '../../model/alert.ts';
import type { AssistantAnswer } from '../../model/assistant.ts';
import type { SentCue } from '../../model/cue.ts';
import type { Outlet } from '../../model/outlet.ts';
import type { Armed, Push, ShelfItem, TargetAnswer } from '../../model/product.ts';
import type { ShowPromise } from '../../model/promise.ts';
import type { Question } from '../../model/question.ts';
import type { Rotation } from '../../model/rotation.ts';
import type { Block } from '../../model/run-of-show.ts';
import type { PlatformWarning, Source } from '../../model/source.ts';
import type { WordLists } from '../../model/word-lists.ts';
import { sourceCondition, type SourceCondition } from '../source-condition.ts';
import { isOpenProblem } from './fold-answers.ts';

/** What a hand-over card (交接卡) is made of: the room's state as a desk holds it. */
export type HandoverRoom = {
  readonly blocks: { readonly blocks: readonly Block[]; readonly currentId: number | null };
  readonly shelf: {
    readonly items: readonly ShelfItem[];
    readonly armed: Armed | null;
    readonly current: Push | null;
    readonly lastPush: Push | null;
    readonly rotation: Rotation | null;
  };
  readonly cues: { readonly current: SentCue | null };
  readonly promises: { readonly open: readonly ShowPromise[] };
  readonly questions: {
    readonly isReady: boolean;
    readonly open: readonly Question[];
    readonly debt: number;
  };
  readonly alerts: { readonly alerts: readonly Alert[] };
  readonly sources: {
    readonly sources: readonly Source[];
    readonly warnings: readonly PlatformWarning[];
  };
  readonly outlets: { readonly outlets: readonly Outlet[] };
  readonly team: { readonly answers: readonly AssistantAnswer[] };
  readonly words: WordLists;
};

export type HandoverProduct = { readonly item: ShelfItem; readonly sinceTs: number };

/** Conditions of a source that somebody has to look after. */
const TROUBLED: ReadonlySet<SourceCondition> = new Set(['reconnecting', 'failed', 'silent']);

/** What is on: the block, the product with the show time of its GO, what rotates. */
export function onNow({ blocks, shelf }: HandoverRoom): {
  readonly block: Block | null;
  readonly product: HandoverProduct | null;
  readonly rotation: { readonly state: Rotation['state']; readonly next: ShelfItem | null } | null;
} {
  const { current, rotation } = shelf;
  const find = (productId: number | undefined): ShelfItem | null =>
    shelf.items.find((item) => item.productId === productId) ?? null;
  const item = find(current?.productId);
  return {
    block: blocks.blocks.find(({ id }) => id === blocks.currentId) ?? null,
    product: item === null || current === null ? null : { item, sinceTs: current.goTs },
    rotation:
      rotation === null ? null : { state: rotation.state, next: find(rotation.nextProductId) },
  };
}

/** What viewers or the anchor wait for: promises, the cue that is not done, giveaways that are not over. */
export function promised({ promises, cues, blocks, shelf }: HandoverRoom): {
  readonly promises: readonly { readonly promise: ShowPromise; readonly item: ShelfItem | null }[];
  readonly cue: SentCue | null;
  readonly giveaways: readonly Block[];
} {
  const { current } = cues;
  const isAnswered = current === null || current.state === 'done' || current.state === 'withdrawn';
  return {
    promises: promises.open.map((promise) => ({
      promise,
      item: shelf.items.find(({ productId }) => productId === promise.productId) ?? null,
    })),
    cue: isAnswered ? null : current,
    giveaways: blocks.blocks.filter(({ role, endedTs }) => role === 'giveaway' && endedTs === null),
  };
}

/** Questions the room owes an answer, most people first; null while they are not known yet. */
export function unanswered({ questions }: HandoverRoom): {
  readonly debt: number;
  readonly questions: readonly Question[];
} | null {
  if (!questions.isReady) return null;
  const owed = questions.open.filter(({ isDebt }) => isDebt);
  const sorted = [...owed].sort((a, b) => b.people - a.people || a.firstTs - b.firstTs);
  return { debt: questions.debt, questions: sorted };
}

/** What must not be said: banned claims of what is on and armed, and the room's own words of risk. */
export function forbidden(
  { shelf, words }: HandoverRoom,
  claimsOf: ReadonlyMap<number, readonly string[]>,
): {
  readonly claims: readonly { readonly item: ShelfItem; readonly claims: readonly string[] }[];
  readonly words: readonly string[];
} {
  const ids = new Set([shelf.current?.productId, shelf.armed?.productId]);
  return {
    claims: shelf.items.flatMap((item) => {
      const claims = ids.has(item.productId) ? (claimsOf.get(item.productId) ?? []) : [];
      return claims.length === 0 ? [] : [{ item, claims }];
    }),
    words: words.risk ?? [],
  };
}

/** What is off and not taken care of. `wallNow` in UTC milliseconds says which sources are silent. */
export function openProblems(
  { alerts, sources, outlets, shelf, team }: HandoverRoom,
  wallNow: number,
): {
  readonly alerts: readonly Alert[];
  readonly warnings: readonly PlatformWarning[];
  readonly sources: readonly { readonly source: Source; readonly condition: SourceCondition }[];
  readonly outlets: readonly Outlet[];
  readonly targets: readonly TargetAnswer[];
  /** Of what is on: places that had it and show something else by now. */
  readonly changed: readonly TargetAnswer[];
  readonly assistants: readonly AssistantAnswer[];
} {
  return {
    alerts: alerts.alerts.filter(({ answer }) => answer === null),
    warnings: sources.warnings,
    sources: sources.sources
      .map((source) => ({ source, condition: sourceCondition(source, wallNow) }))
      .filter(({ source, condition }) => source.isEnabled && TROUBLED.has(condition)),
    outlets: outlets.outlets.filter(
      ({ isOn, isInShow, link }) => isOn && isInShow && link.state === 'failed',
    ),
    targets: (shelf.lastPush?.targets ?? []).filter(({ state }) => state === 'failed'),
    changed: (shelf.current?.targets ?? []).filter(
      ({ state, there }) => state === 'ok' && there !== null,
    ),
    assistants: team.answers.filter(isOpenProblem),
  };
}
