import type { ProductInShow } from '../../model/show-comparison.ts';
import { sampleOf, type Sample } from './baselines.ts';

/** Less airtime in a show would be stretched to a rate that nobody saw. */
export const LEAST_AIRTIME_MS = 60_000;

export type ProductOverShows = {
  /** Shows in which it was on for at least a minute and orders were told, in its newest currency. */
  readonly shows: number;
  readonly leftOut: number;
  readonly currency: string | null;
  readonly airtimeMs: number;
  readonly ordersPaid: number;
  readonly paidMinor: number;
  /** For each minute of airtime, show by show. */
  readonly paidPerMinute: Sample | null;
  readonly ordersPerMinute: Sample | null;
  /** Oldest first, for a line. */
  readonly rates: readonly { readonly startedTs: number; readonly paidPerMinute: number }[];
};

/** One product over its live shows. `rows` newest first. */
export function productOverShows(rows: readonly ProductInShow[]): ProductOverShows {
  const currency = rows[0]?.currency ?? null;
  const used = rows.flatMap((row) => {
    const { ordersPaid, paidMinor, airtimeMs } = row;
    const isTold = ordersPaid !== null && paidMinor !== null;
    if (!isTold || airtimeMs < LEAST_AIRTIME_MS || row.currency !== currency) return [];
    return [{ ...row, ordersPaid, paidMinor, minutes: airtimeMs / 60_000 }];
  });
  const sum = (value: (row: (typeof used)[number]) => number): number =>
    used.reduce((total, row) => total + value(row), 0);
  return {
    shows: used.length,
    leftOut: rows.length - used.length,
    currency,
    airtimeMs: sum(({ airtimeMs }) => airtimeMs),
    ordersPaid: sum(({ ordersPaid }) => ordersPaid),
    paidMinor: sum(({ paidMinor }) => paidMinor),
    paidPerMinute: sampleOf(used.map(({ paidMinor, minutes }) => paidMinor / minutes)),
    ordersPerMinute: sampleOf(used.map(({ ordersPaid, minutes }) => ordersPaid / minutes)),
    rates: used
      .toReversed()
      .flatMap(({ startedTs, paidMinor, minutes }) =>
        startedTs === null ? [] : [{ startedTs, paidPerMinute: paidMinor / minutes }],
      ),
  };
}
