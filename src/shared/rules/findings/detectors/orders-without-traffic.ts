import { dispersion, SIGMAS } from '../../alerts/chance.ts';
import { median } from '../../median.ts';
import { effect, found, line, most, param, proves, quiet, type Detector } from '../outcome.ts';
import { spanOfMinutes } from '../spans.ts';
import { trafficOf, type Traffic } from './traffic-without-orders.ts';

const WINDOW_MINUTES = 5;
const LEAST_MINUTES = 20;
/** The orders of the best minutes lie so much over what comes otherwise. */
const PEAK = 2;

/**
 * A peak of orders while few were watching, which means traffic (518wcb.com/7918): the five minutes
 * with most orders, twice as many as five minutes bring otherwise and more than chance, came with
 * fewer people online than the show's median. With as many as its median as many more would have come;
 * at the very most, since who comes late is not who was there.
 */
export const ordersWithoutTraffic: Detector = {
  name: 'orders_without_traffic',
  find(facts) {
    if (!facts.totals.ordersPaid.known || facts.totals.ordersPaid.value === 0)
      return quiet('no_orders');
    const traffic = trafficOf(facts);
    const middle = median(traffic.map(({ online }) => online));
    if (middle === null || middle <= 0) return quiet('no_viewers');
    if (traffic.length < LEAST_MINUTES) return quiet('too_short');
    const best = most(windowsOf(traffic), ({ orders }) => orders);
    if (best === null) return quiet('too_short');
    const others = traffic.filter(({ minute }) => minute < best.from || minute > best.to);
    const usual =
      (others.reduce((sum, { orders }) => sum + orders, 0) / others.length) * WINDOW_MINUTES;
    const spread = dispersion(
      traffic.map(({ orders }) => orders),
      1,
    );
    const deviation = Math.sqrt(spread * Math.max(usual, 1));
    const isPeak = best.orders >= PEAK * usual && best.orders - usual >= 2 * SIGMAS * deviation;
    if (!isPeak || best.online <= 0 || best.online > 0.9 * middle) return quiet('nothing_found');
    const span = spanOfMinutes(best.from, best.to);
    const more = best.orders * Math.min(1, middle / best.online - 1);
    return found([
      {
        subject: String(span.fromTs),
        cause: 'place',
        isGood: true,
        effect: effect('orders', 0, Math.round(more)),
        stake: { in: 'orders', orders: more / 2 },
        confidence: 'low',
        sample: WINDOW_MINUTES,
        evidence: [
          line('orders', 'count', best.orders, { against: usual, versus: 'rest', span }),
          line('viewersMean', 'count', best.online, { against: middle, versus: 'rest', span }),
        ],
        params: {
          from: param.time(span.fromTs),
          minutes: param.number(WINDOW_MINUTES),
          orders: param.number(best.orders),
          usual: param.number(usual),
          online: param.number(Math.round(best.online)),
          less: param.share(1 - best.online / middle),
        },
        proving: proves('joinsPerMinute', 'up', null, null),
      },
    ]);
  },
};

type Window = { from: number; to: number; orders: number; online: number };

/** Every five minutes in a row of which all are known. */
function windowsOf(traffic: readonly Traffic[]): readonly Window[] {
  return traffic.flatMap((first, index) => {
    const window = traffic.slice(index, index + WINDOW_MINUTES);
    const last = window.at(-1);
    if (last === undefined || window.length < WINDOW_MINUTES) return [];
    if (last.minute !== first.minute + WINDOW_MINUTES - 1) return [];
    const sum = (pick: (each: Traffic) => number): number =>
      window.reduce((total, each) => total + pick(each), 0);
    return [
      {
        from: first.minute,
        to: last.minute,
        orders: sum(({ orders }) => orders),
        online: sum(({ online }) => online) / WINDOW_MINUTES,
      },
    ];
  });
}
