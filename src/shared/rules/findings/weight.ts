import type { Finding } from '../../model/finding.ts';
import { currencyExponent } from '../currency-exponent.ts';
import type { FindingFacts, Span } from './facts.ts';
import { endOf } from './spans.ts';

const MINUTE_MS = 60_000;

/** What is at stake in a finding, in whatever it can be said in. */
export type Stake =
  /** Minor units of the show's currency. */
  | { readonly in: 'money'; readonly minor: number }
  | { readonly in: 'orders'; readonly orders: number }
  /** People online times minutes. */
  | { readonly in: 'viewerMinutes'; readonly viewerMinutes: number }
  /** Stretches of show time in which something was not as it should be, whatever that cost. */
  | { readonly in: 'stretches'; readonly spans: readonly Span[] }
  /** Time of the show that was not there at all, milliseconds. */
  | { readonly in: 'time'; readonly ms: number }
  /** A part of the whole show, 0 to 1. */
  | { readonly in: 'part'; readonly part: number };

/**
 * What cannot be said in money, orders or viewers is taken to put a tenth of what its minutes bring at
 * stake: it stands behind a measured loss of the same minutes, and before one of a tenth of them.
 */
const PART_OF_STRETCH = 0.1;
const CONFIDENCE: Readonly<Record<Finding['confidence'], number>> = {
  high: 1,
  medium: 0.7,
  low: 0.4,
};
/** Good news stands behind a loss of the same size: it asks for nothing to be put right. */
const GOOD_NEWS = 0.5;

/** What the whole show came to; null where that is not known, or was nothing. */
export type ShowSize = {
  readonly paidMinor: number | null;
  readonly orders: number | null;
  readonly viewerMinutes: number | null;
  readonly onAirMs: number;
  /** Its first and last moment, show time. */
  readonly fromTs: number;
  readonly toTs: number;
  /** People online by minute, where they were told. */
  readonly viewers: ReadonlyMap<number, number>;
};

export function showSize(facts: Pick<FindingFacts, 'show' | 'totals' | 'minutes'>): ShowSize {
  const { show, totals, minutes } = facts;
  const exponent = currencyExponent(show.currency);
  const paid = totals.paid.find(
    (sum) => sum.currency === show.currency && sum.exponent === exponent,
  );
  const viewers = new Map(
    minutes.flatMap(({ minute, viewers: online }) => (online === null ? [] : [[minute, online]])),
  );
  const viewerMinutes = [...viewers.values()].reduce((sum, online) => sum + online, 0);
  return {
    paidMinor: positive(paid?.amountMinor ?? null),
    orders: positive(totals.ordersPaid.known ? totals.ordersPaid.value : null),
    viewerMinutes: positive(viewerMinutes),
    onAirMs: totals.onAirMs,
    fromTs: show.startedTs ?? 0,
    toTs: Math.max(show.startedTs ?? 0, endOf(facts)),
    viewers,
  };
}

/**
 * The weight of a finding: which part of the show is at stake, 0 to 1, times how sure it is. One unit
 * for all: a part of the show's paid money where money is known; orders as their part of all paid
 * orders; minutes of viewers as their part of all of them, which is the exchange at what this show
 * was paid for each of its viewer-minutes, where it was paid anything, and the share of viewers else.
 */
export function weightOf(
  { stake, confidence, isGood }: Pick<Finding, 'confidence' | 'isGood'> & { stake: Stake },
  size: ShowSize,
): number {
  const part = Math.min(1, Math.max(0, partOf(stake, size)));
  const weight = part * CONFIDENCE[confidence] * (isGood ? GOOD_NEWS : 1);
  // To the millionth: sums of fractions must not put equals in another order.
  return Math.round(weight * 1e6) / 1e6;
}

function partOf(stake: Stake, size: ShowSize): number {
  switch (stake.in) {
    case 'money':
      return size.paidMinor === null ? 0 : stake.minor / size.paidMinor;
    case 'orders':
      return size.orders === null ? 0 : stake.orders / size.orders;
    case 'viewerMinutes':
      return size.viewerMinutes === null ? 0 : stake.viewerMinutes / size.viewerMinutes;
    case 'stretches':
      return PART_OF_STRETCH * partOfShow(stake.spans, size);
    case 'time':
      return (PART_OF_STRETCH * stake.ms) / Math.max(1, size.onAirMs);
    case 'part':
      return stake.part;
  }
}

/** The part of the show's viewer-minutes that lies in these stretches; of its time where none are told. */
function partOfShow(spans: readonly Span[], size: ShowSize): number {
  const minutes = new Set<number>();
  let lengthMs = 0;
  for (const { fromTs, toTs } of spans) {
    lengthMs += Math.max(0, toTs - fromTs);
    for (let ts = fromTs; ts < toTs; ts += MINUTE_MS) minutes.add(Math.floor(ts / MINUTE_MS));
  }
  if (size.viewerMinutes === null) return lengthMs / Math.max(1, size.onAirMs);
  let touched = 0;
  for (const minute of minutes) touched += size.viewers.get(minute) ?? 0;
  return touched / size.viewerMinutes;
}

function positive(value: number | null): number | null {
  return value === null || value <= 0 ? null : value;
}
