import type { CurrencySum, Figure } from '#shared/model/metrics.ts';
import type { ProvingReason, ProvingValue } from '#shared/model/proving-metric.ts';
import type { Review, ReviewMinute } from '#shared/model/review.ts';
import { currencyExponent } from '../currency-exponent.ts';
import { countError, minuteMeanError, shareError } from './standard-error.ts';

const MINUTE_MS = 60_000;
export const HOUR_MINUTES = 60;
/** Of a shorter show nothing is a rate. */
const SHORTEST_MS = 10 * MINUTE_MS;

export function unknown(reason: ProvingReason): ProvingValue {
  return { known: false, reason };
}

/** Null for a show that is too short for any rate. */
export function minutesOnAir({ totals }: Review): number | null {
  return totals.onAirMs < SHORTEST_MS ? null : totals.onAirMs / MINUTE_MS;
}

type Told = {
  readonly review: Review;
  /** The figure of the whole show: unknown where no source tells it. */
  readonly figure: Figure;
  /** `per`: for how many minutes on air it is told. */
  readonly per: number;
};

/** A total of the show for a minute or an hour on air; its error from how it varies over the minutes. */
export function totalRate(
  { review, figure, per }: Told,
  ofMinute: (minute: ReviewMinute) => number,
): ProvingValue {
  if (!figure.known) return unknown('not_told');
  const minutes = minutesOnAir(review);
  if (minutes === null) return unknown('too_short');
  const error = minuteMeanError(review.minutes.map(ofMinute));
  const value = (figure.value / minutes) * per;
  const n = Math.round(figure.value);
  return told(value, n, error === null ? null : error * per);
}

/** Mean of the minutes in which viewers were told. */
export function viewersMean({ totals, minutes }: Review): ProvingValue {
  if (!totals.viewersMean.known) return unknown('not_told');
  const values = minutes.flatMap(({ viewers }) => viewers ?? []);
  return told(totals.viewersMean.value, values.length, minuteMeanError(values));
}

/** The highest figure: one moment says nothing of what chance does. */
export function viewersPeak({ totals }: Review): ProvingValue {
  return totals.viewersPeak.known ? told(totals.viewersPeak.value, 1, null) : unknown('not_told');
}

/** Of all views: who chatted, followed, ordered. A view that did it twice makes more than all of them. */
export function shareOfViews({ totals }: Review, figure: Figure): ProvingValue {
  if (!figure.known || !totals.views.known) return unknown('not_told');
  const views = totals.views.value;
  if (views < 1) return unknown('no_cases');
  const share = figure.value / views;
  const error =
    share > 1 ? countError(figure.value) / views : shareError(figure.value, Math.round(views));
  return told(share, Math.round(views), error);
}

/** Paid money of the show in its own currency; null where no source tells orders. */
function paidMinor({ totals, show }: Review): number | null {
  if (!totals.ordersPaid.known) return null;
  const exponent = currencyExponent(show.currency);
  const own = (sum: CurrencySum): boolean =>
    sum.currency === show.currency && sum.exponent === exponent;
  return totals.paid.find(own)?.amountMinor ?? 0;
}

export function paidPerHour(review: Review): ProvingValue {
  const paid = paidMinor(review);
  if (paid === null) return unknown('not_told');
  const minutes = minutesOnAir(review);
  if (minutes === null) return unknown('too_short');
  const error = minuteMeanError(review.minutes.map((minute) => minute.paidMinor));
  const orders = review.totals.ordersPaid.known ? review.totals.ordersPaid.value : 0;
  return {
    known: true,
    value: (paid / minutes) * HOUR_MINUTES,
    n: Math.round(orders),
    error: error === null ? null : error * HOUR_MINUTES,
    currency: review.show.currency,
  };
}

/** Money by what brought it: for a thousand views (GPM), or for each order. */
export function paidFor(review: Review, by: 'views' | 'orders'): ProvingValue {
  const paid = paidMinor(review);
  const { views, ordersPaid } = review.totals;
  if (paid === null || !ordersPaid.known || (by === 'views' && !views.known))
    return unknown('not_told');
  const orders = ordersPaid.value;
  const cases = by === 'views' && views.known ? views.value / 1000 : orders;
  if (cases <= 0) return unknown('no_cases');
  const value = paid / cases;
  // Money comes order by order, few of them far dearer than the rest: the count's share, and half again.
  const error = orders < 1 ? null : (1.5 * value * countError(orders)) / orders;
  return { known: true, value, n: Math.round(orders), error, currency: review.show.currency };
}

export function told(value: number, n: number, error: number | null): ProvingValue {
  return { known: true, value, n, error, currency: null };
}
