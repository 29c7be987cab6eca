import { effect, found, line, param, quiet, type Detector } from '../outcome.ts';
import { shareRange } from '../ranges.ts';

const LEAST_ORDERS = 30;
/** Our own preset: platforms and trades differ widely, and much comes days later. */
const PRESET = 0.1;

/** Orders that were cancelled in the show, or given back by what was entered for it: over a tenth of them. */
export const cancelledOrders: Detector = {
  name: 'cancelled_orders',
  find({ totals, cancelled, entered }) {
    if (!totals.ordersPaid.known) return quiet('no_orders');
    const placed = totals.ordersPlaced.known ? totals.ordersPlaced.value : 0;
    const orders = Math.max(placed, totals.ordersPaid.value);
    if (orders < LEAST_ORDERS) return quiet('few_orders');
    const refunds = entered.refunds ?? 0;
    const lost = Math.min(orders, (cancelled ?? 0) + refunds);
    if (shareRange(lost, orders).low <= PRESET) return quiet('nothing_found');
    return found([
      {
        subject: '',
        cause: 'goods',
        isGood: false,
        effect: effect('orders', -lost, -Math.round(lost - PRESET * orders)),
        stake: { in: 'orders', orders: lost - PRESET * orders },
        confidence: 'medium',
        sample: orders,
        evidence: [
          line('cancelledShare', 'share', lost / orders, {
            against: PRESET,
            versus: 'preset',
            n: orders,
          }),
          ...(cancelled === null ? [] : [line('cancelled', 'count', cancelled)]),
          ...(entered.refunds === undefined ? [] : [line('refunds', 'count', refunds)]),
        ],
        params: {
          lost: param.number(lost),
          orders: param.number(orders),
          share: param.share(lost / orders),
        },
        proving: null,
      },
    ]);
  },
};
