/** What a stored show gives the live figures to go on from after a restart. */

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
