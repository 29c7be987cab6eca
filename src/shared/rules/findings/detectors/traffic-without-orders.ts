import { SIGMAS } from '../../alerts/chance.ts';
import { median } from '../../median.ts';
import type { FindingFacts } from '../facts.ts';
import { steadyOnline } from '../online.ts';
import { effect, found, line, param, proves, quiet, type Detector } from '../outcome.ts';
import { runsOf, spanOfMinutes, wholeMinutes } from '../spans.ts';

/** A peak of traffic lies so much over the show's median for so many minutes. */
const PEAK = 1.3;
const PEAK_MINUTES = 3;
const LEAST_MINUTES = 20;
const LEAST_EXPECTED = 5;

export type Traffic = {
  readonly minute: number;
  readonly online: number;
  readonly orders: number;
};

/** Whole minutes in which the same sources told people online, with their orders. */
export function trafficOf(facts: FindingFacts): readonly Traffic[] {
  const whole = wholeMinutes(facts);
  const online = steadyOnline(
    facts.sources,
    whole.map(({ minute }) => minute),
  );
  return whole.flatMap(({ minute, ordersPaid }, index) => {
    const value = online[index] ?? null;
    return value === null ? [] : [{ minute, online: value, orders: ordersPaid }];
  });
}

/**
 * A peak of traffic without a peak of orders, which means the offer (518wcb.com/7918): three minutes
 * and more with a third more people online than the show's median, in which at most half of the orders
 * came that the other minutes bring for as many viewer-minutes, by 2.5 standard deviations of the count.
 */
export const trafficWithoutOrders: Detector = {
  name: 'traffic_without_orders',
  find(facts) {
    if (!facts.totals.ordersPaid.known || facts.totals.ordersPaid.value === 0)
      return quiet('no_orders');
    const traffic = trafficOf(facts);
    const middle = median(traffic.map(({ online }) => online));
    if (middle === null || middle <= 0) return quiet('no_viewers');
    if (traffic.length < LEAST_MINUTES) return quiet('too_short');
    const level = Math.max(PEAK * middle, middle + SIGMAS * Math.sqrt(middle));
    const peaks = runsOf(
      traffic.filter(({ online }) => online >= level).map(({ minute }) => minute),
    ).filter(({ from, to }) => to - from + 1 >= PEAK_MINUTES);
    const isPeak = (minute: number): boolean =>
      peaks.some(({ from, to }) => minute >= from && minute <= to);
    const rest = sumsOf(traffic.filter(({ minute }) => !isPeak(minute)));
    if (rest.online === 0) return quiet('nothing_found');
    const drafts = peaks.flatMap(({ from, to }) => {
      const own = sumsOf(traffic.filter(({ minute }) => minute >= from && minute <= to));
      const expected = (rest.orders / rest.online) * own.online;
      const deviation = Math.sqrt(expected);
      const lost = expected - own.orders;
      if (expected < LEAST_EXPECTED || own.orders > expected / 2 || lost < SIGMAS * deviation)
        return [];
      const span = spanOfMinutes(from, to);
      const minutes = to - from + 1;
      return [
        {
          subject: String(span.fromTs),
          cause: 'goods' as const,
          isGood: false,
          effect: effect(
            'orders',
            -Math.round(lost + 1.96 * deviation),
            -Math.round(Math.max(0, lost - 1.96 * deviation)),
          ),
          stake: { in: 'orders' as const, orders: lost },
          confidence: lost >= 2 * SIGMAS * deviation ? ('high' as const) : ('medium' as const),
          sample: minutes,
          evidence: [
            line('viewersMean', 'count', own.online / minutes, {
              against: middle,
              versus: 'rest',
              n: minutes,
              span,
            }),
            line('orders', 'count', own.orders, { against: expected, versus: 'rest', span }),
          ],
          params: {
            from: param.time(span.fromTs),
            minutes: param.number(minutes),
            online: param.number(Math.round(own.online / minutes)),
            more: param.share(own.online / minutes / middle - 1),
            orders: param.number(own.orders),
            expected: param.number(Math.round(expected)),
          },
          proving: proves('ordersPerHour', 'up', null, null),
        },
      ];
    });
    return found(drafts.toSorted((a, b) => a.effect.low - b.effect.low));
  },
};

function sumsOf(traffic: readonly Traffic[]): { online: number; orders: number } {
  return traffic.reduce(
    (sum, { online, orders }) => ({ online: sum.online + online, orders: sum.orders + orders }),
    { online: 0, orders: 0 },
  );
}
