import { effect, found, line, param, proves, quiet, type Detector } from '../outcome.ts';
import { shareRange } from '../ranges.ts';

const LEAST_PLACED = 30;
/** As the desk's own alert of a rising share of unpaid orders: a preset. */
const PRESET = 0.4;
/** Of orders that stay unpaid, so many are usually paid after a spoken nudge; no more is claimed. */
const WON_BACK = 0.25;

/** Many orders were placed and never paid for, by the whole show. */
export const unpaidOrders: Detector = {
  name: 'unpaid_orders',
  find({ totals, cancelled }) {
    const { ordersPlaced, ordersPaid } = totals;
    if (!ordersPlaced.known || !ordersPaid.known) return quiet('no_orders');
    const placed = ordersPlaced.value;
    const paid = ordersPaid.value;
    // More paid than placed: a platform that tells payments alone.
    if (placed < LEAST_PLACED || paid > placed) return quiet('few_orders');
    const unpaid = placed - paid;
    if (shareRange(unpaid, placed).low <= PRESET) return quiet('nothing_found');
    return found([
      {
        subject: '',
        cause: 'goods',
        isGood: false,
        effect: effect('orders', -Math.round(unpaid * WON_BACK), 0),
        stake: { in: 'orders', orders: (unpaid * WON_BACK) / 2 },
        confidence: 'medium',
        sample: placed,
        evidence: [
          line('unpaidShare', 'share', unpaid / placed, {
            against: PRESET,
            versus: 'preset',
            n: placed,
          }),
          line('ordersPlaced', 'count', placed),
          line('orders', 'count', paid),
          ...(cancelled === null || cancelled === 0 ? [] : [line('cancelled', 'count', cancelled)]),
        ],
        params: {
          placed: param.number(placed),
          unpaid: param.number(unpaid),
          share: param.share(unpaid / placed),
          against: param.share(PRESET),
        },
        proving: proves('unpaidShare', 'down', unpaid / placed, PRESET),
      },
    ]);
  },
};
