import type { WatchedFigure } from '../../model/alert-rule.ts';
import type { TriggerRule, TriggerTest } from '../../model/cue-trigger.ts';
import type { TriggerLack } from '../../model/proposal.ts';
import type { SourceCan } from '../../model/source.ts';

/** What is told in this room, so that a rule on anything else can say why it never proposes. */
export type TriggerSight = {
  readonly sources: readonly { readonly can: SourceCan; readonly likes: number | null }[];
  readonly isShownTold: boolean;
  readonly areClicksTold: boolean;
  /** Some product of the shelf has a known stock. */
  readonly isStockTold: boolean;
  /** The room has past shows to compare with. */
  readonly hasUsual: boolean;
};

const LACK_OF: Readonly<Record<WatchedFigure, TriggerLack>> = {
  viewers: 'viewers',
  entries: 'entries',
  chats: 'chat',
  likes: 'likes',
  follows: 'follows',
  gifts: 'gifts',
  ordersPlaced: 'orders',
  ordersPaid: 'orders',
};

/** The first thing a rule needs that nobody tells here; null: it can propose. */
export function lackOf({ test }: TriggerRule, sight: TriggerSight): TriggerLack | null {
  if (test.kind === 'keyword' && test.words.length === 0) return 'words';
  return needsOf(test).find((lack) => !isTold(lack, sight)) ?? null;
}

function needsOf(test: TriggerTest): readonly TriggerLack[] {
  switch (test.kind) {
    case 'change':
      return [LACK_OF[test.figure]];
    case 'threshold':
      return test.perThousand ? [LACK_OF[test.figure], 'viewers'] : [LACK_OF[test.figure]];
    case 'usual':
      return [LACK_OF[test.figure], 'usual'];
    case 'unpaidShare':
    case 'unpaidRising':
      return ['orders'];
    case 'newcomers':
      return ['entries', 'viewers'];
    case 'silent':
    case 'question':
    case 'keyword':
    case 'complaint':
      return ['chat'];
    case 'ctr':
      return ['shown'];
    case 'ctor':
      return ['clicks', 'orders'];
    case 'stock':
      return ['stock'];
    case 'milestone':
      return [test.figure];
    case 'soldOut':
    case 'overrun':
    case 'onAir':
    case 'risk':
      return [];
  }
}

function isTold(lack: TriggerLack, { sources, ...sight }: TriggerSight): boolean {
  switch (lack) {
    case 'viewers':
      return sources.some(({ can }) => can.viewers);
    case 'entries':
      return sources.some(({ can }) => can.joins);
    case 'chat':
      return sources.some(({ can }) => can.chat);
    // No source says beforehand whether it gives likes.
    case 'likes':
      return sources.some(({ likes }) => (likes ?? 0) > 0);
    case 'follows':
      return sources.some(({ can }) => can.follows);
    case 'gifts':
      return sources.some(({ can }) => can.gifts);
    case 'orders':
      return sources.some(({ can }) => can.orders);
    case 'shown':
      return sight.isShownTold;
    case 'clicks':
      return sight.areClicksTold;
    case 'stock':
      return sight.isStockTold;
    case 'usual':
      return sight.hasUsual;
    case 'words':
    case 'card':
      return false;
  }
}
