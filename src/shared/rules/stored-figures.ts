/** What a stored show gives the live figures to go on from after a restart. */
import type { CurrencySum } from '../model/metrics.ts';

/** Sums over a stored show, to go on from after a restart. */
export type RestoredTotals = {
  /** Every row of the log, and how many of them are facts of the desk. */
  readonly events: number;
  readonly facts: number;
  readonly chats: number;
  readonly joins: number;
  readonly follows: number;
  readonly gifts: number;
  readonly ordersPlaced: number;
  readonly ordersPaid: number;
};

/** Events that happened in the second, or the step of the chart, which starts at `ts`. */
export type WindowCount = { readonly ts: number; readonly count: number };

/** One who wrote last at `ts`; by name where the platform's id is hidden. */
export type WindowPerson = {
  readonly platform: string;
  readonly person: string;
  readonly ts: number;
};

/** Sums of one source over a stored show. */
export type RestoredSource = {
  readonly sourceId: number;
  readonly chats: number;
  readonly joins: number;
  readonly follows: number;
  readonly likes: number;
  /** Memberships that began: new ones and those received as a gift. */
  readonly fanJoins: number;
  readonly gifts: number;
  readonly ordersPlaced: number;
  readonly ordersPaid: number;
  readonly paid: readonly CurrencySum[];
  /** Different people of paid orders, and how many orders name nobody. */
  readonly buyers: readonly Omit<WindowPerson, 'ts'>[];
  readonly ordersOfNobody: number;
  /** Paid orders that told no amount. */
  readonly ordersUnpriced: number;
};

/** Events of a kind in the second that starts at `ts`; of likes, their sum. */
export type SourceWindowCount = WindowCount & {
  readonly sourceId: number;
  readonly kind: 'chat' | 'join' | 'like';
};

/** One who interacted last at `ts`, and wrote last at `chatTs`; null: did not write. */
export type SourceWindowPerson = WindowPerson & {
  readonly sourceId: number;
  readonly chatTs: number | null;
};
