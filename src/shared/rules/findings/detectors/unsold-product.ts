import { effect, found, line, named, param, proves, quiet, type Detector } from '../outcome.ts';
import { SHORTEST_AIRTIME_MS } from './slow-product.ts';

const MINUTE_MS = 60_000;

/**
 * A product that was on the shelf for three minutes and more and brought not one paid order, while
 * the show's others bring one in that time more often than not: at their pace it would have had five
 * orders or more, and none at all is then less likely than 1 in 100 (Poisson).
 */
export const unsoldProduct: Detector = {
  name: 'unsold_product',
  find({ totals, products, pushes }) {
    if (!totals.ordersPaid.known || totals.ordersPaid.value === 0) return quiet('no_orders');
    const aired = products.filter(({ airtimeMs }) => airtimeMs >= SHORTEST_AIRTIME_MS);
    if (aired.length === 0) return quiet('no_pushes');
    const airtimeMs = aired.reduce((sum, product) => sum + product.airtimeMs, 0);
    const orders = aired.reduce((sum, product) => sum + (product.ordersPaid ?? 0), 0);
    const pace = orders / airtimeMs;
    const unsold = aired
      .filter((product) => product.ordersPaid === 0 && product.airtimeMs * pace >= LEAST_EXPECTED)
      .toSorted((a, b) => b.airtimeMs - a.airtimeMs);
    return found(
      unsold.map((product) => {
        const expected = product.airtimeMs * pace;
        const spans = pushes
          .filter(({ productId, state }) => productId === product.productId && state !== 'undone')
          .map(({ goTs, endTs }) => ({ fromTs: goTs, toTs: endTs ?? goTs + product.airtimeMs }));
        return {
          subject: String(product.productId),
          cause: 'goods',
          isGood: false,
          effect: effect('orders', -Math.round(expected), 0),
          stake: { in: 'orders', orders: expected },
          confidence: expected >= 8 ? 'high' : 'medium',
          sample: unsold.length,
          evidence: [
            line('airtime', 'span', product.airtimeMs, {
              text: product.name,
              span: spans[0] ?? null,
            }),
            line('orders', 'count', 0, {
              against: Math.round(expected),
              versus: 'others',
              n: aired.length,
            }),
            line('pushes', 'count', product.pushes),
          ],
          productId: product.productId,
          params: {
            ...named(product),
            time: param.span(product.airtimeMs),
            pushes: param.number(product.pushes),
            orders: param.number(orders),
            expected: param.number(Math.round(expected)),
            minutes: param.number(Math.round(product.airtimeMs / MINUTE_MS)),
          },
          proving: proves('productOrdersPerHour', 'up', 0, 1, product.productId),
        };
      }),
    );
  },
};

/** e^-5 is 0.007. */
const LEAST_EXPECTED = 5;
