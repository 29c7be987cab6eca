import {
  at,
  findingShow,
  known,
  product,
  push,
  quietMinutes,
  sourceOf,
  unknown,
  type ShowPatch,
} from '../finding-show.ts';
import type { FindingCase } from './finding-case.ts';

const { totals } = findingShow({});
const noOrders = { totals: { ...totals, ordersPaid: unknown } };

function airing(clicks: number | null, ordersPaid: number) {
  const span = (fromTs: number, toTs: number) => ({
    fromTs,
    toTs,
    viewersMean: 500,
    chats: 10,
    ordersPaid,
    paidMinor: ordersPaid * 9_900,
    clicks,
  });
  return { before: span(at(7), at(10)), during: span(at(10), at(15)), after: span(at(15), at(18)) };
}

const clicked = (id: number, clicks: number | null, orders: number) =>
  push(id, id, id * 8, { airing: airing(clicks, orders) });

const peak = (index: number): boolean => index >= 20 && index < 28;
const crowd = (orders: number): ShowPatch => ({
  minutes: quietMinutes((index) => ({
    viewers: peak(index) ? 900 : 500,
    ordersPaid: peak(index) ? orders : 4,
  })),
});
const lull = (viewers: number): ShowPatch => ({
  minutes: quietMinutes((index) => ({
    viewers: index >= 40 && index < 45 ? viewers : 500,
    ordersPaid: index >= 40 && index < 45 ? 12 : 2,
  })),
});

/** Detectors about what is sold, beside those of `products.test.ts`. */
export const GOODS_CASES = {
  under_aired: {
    show: {
      products: [
        product(1, 5, 500_000, 50),
        product(2, 20, 400_000, 40),
        product(3, 20, 440_000, 44),
      ],
    },
    finds: {
      productId: 1,
      isGood: true,
      effect: { unit: 'money', low: 0, high: 197_500, currency: 'CNY' },
    },
    evidence: [{ figure: 'paidPerMinute', value: 100_000, against: 21_000, n: 2 }],
    misses: {
      'sold by few orders': {
        show: {
          products: [
            product(1, 5, 250_000, 2),
            product(2, 20, 400_000, 40),
            product(3, 20, 440_000, 44),
          ],
        },
        reason: 'nothing_found',
      },
      'had much of the time already': {
        show: {
          products: [
            product(1, 20, 2_000_000, 200),
            product(2, 10, 200_000, 20),
            product(3, 10, 220_000, 22),
          ],
        },
        reason: 'nothing_found',
      },
      'without orders told': { show: noOrders, reason: 'no_orders' },
    },
  },
  low_ctor: {
    show: {
      products: [1, 2, 3, 4].map((id) => product(id, 5, 100_000, 10)),
      pushes: [clicked(1, 800, 8), clicked(2, 500, 40), clicked(3, 500, 35), clicked(4, 400, 36)],
    },
    finds: { productId: 1, confidence: 'high', sample: 3, effect: { unit: 'orders' } },
    evidence: [
      { figure: 'ctor', value: 0.01, against: 0.08, versus: 'others', n: 3 },
      { figure: 'clicks', value: 800 },
    ],
    misses: {
      'too few clicks': {
        show: { products: [product(1, 5, 0, 0)], pushes: [clicked(1, 90, 0)] },
        reason: 'few_clicks',
      },
      'a rate that chance may have made': {
        show: { products: [product(1, 5, 0, 4)], pushes: [clicked(1, 110, 4)] },
        reason: 'nothing_found',
      },
      'no clicks told': {
        show: { products: [product(1, 5, 0, 4)], pushes: [clicked(1, null, 4)] },
        reason: 'no_clicks',
      },
    },
  },
  low_ctr: {
    show: { entered: { productShown: 5_000, productClickers: 80 } },
    finds: { effect: { unit: 'count', low: -70 }, confidence: 'medium' },
    evidence: [{ figure: 'ctr', value: 0.016, against: 0.03, versus: 'preset', n: 5_000 }],
    misses: {
      'a rate near the preset': {
        show: { entered: { productShown: 5_000, productClickers: 140 } },
        reason: 'nothing_found',
      },
      'before enough exposure': {
        show: { entered: { productShown: 150, productClickers: 0 } },
        reason: 'few_clicks',
      },
      'nothing entered': { show: {}, reason: 'no_clicks' },
    },
  },
  traffic_without_orders: {
    show: crowd(1),
    finds: { effect: { unit: 'orders' }, cause: 'goods', sample: 8 },
    evidence: [
      { figure: 'viewersMean', value: 900, against: 500, span: { fromTs: at(20), toTs: at(28) } },
      { figure: 'orders', value: 8 },
    ],
    misses: {
      'orders that kept pace': { show: crowd(6), reason: 'nothing_found' },
      'orders a little behind': { show: crowd(4), reason: 'nothing_found' },
      // The second platform joins half-way: its people are no peak of the first.
      'a platform that came later': {
        show: {
          minutes: quietMinutes((index) => ({
            viewers: peak(index) ? 900 : 500,
            ordersPaid: peak(index) ? 1 : 4,
          })),
          sources: [
            sourceOf(quietMinutes(() => ({ viewers: 500 }))),
            sourceOf(quietMinutes(() => ({ viewers: 400 })).slice(20, 28), 2, 'kuaishou'),
          ],
        },
        reason: 'nothing_found',
      },
      'no viewers told': {
        show: { minutes: quietMinutes(() => ({ viewers: null })) },
        reason: 'no_viewers',
      },
    },
  },
  orders_without_traffic: {
    show: lull(300),
    finds: { isGood: true, cause: 'place', effect: { unit: 'orders', low: 0 } },
    evidence: [
      { figure: 'orders', value: 60, against: 10, span: { fromTs: at(40), toTs: at(45) } },
      { figure: 'viewersMean', value: 300, against: 500 },
    ],
    misses: {
      'as many people as ever': { show: lull(500), reason: 'nothing_found' },
      'a show of even orders': { show: {}, reason: 'nothing_found' },
      'ten minutes': { show: { minutes: quietMinutes(() => ({}), 10) }, reason: 'too_short' },
    },
  },
  unpaid_orders: {
    show: { totals: { ...totals, ordersPlaced: known(400), ordersPaid: known(120) } },
    finds: { effect: { unit: 'orders', low: -70, high: 0 }, sample: 400 },
    evidence: [{ figure: 'unpaidShare', value: 0.7, against: 0.4, versus: 'preset', n: 400 }],
    misses: {
      'a share that chance may have made': {
        show: { totals: { ...totals, ordersPlaced: known(40), ordersPaid: known(22) } },
        reason: 'nothing_found',
      },
      'more paid than placed': {
        show: { totals: { ...totals, ordersPlaced: known(50), ordersPaid: known(120) } },
        reason: 'few_orders',
      },
      'placed ones not told': {
        show: { totals: { ...totals, ordersPlaced: unknown } },
        reason: 'no_orders',
      },
    },
  },
  cancelled_orders: {
    show: { cancelled: 20, entered: { refunds: 10 } },
    finds: { effect: { unit: 'orders', low: -30, high: -18 }, sample: 120 },
    evidence: [
      { figure: 'cancelledShare', value: 0.25, against: 0.1 },
      { figure: 'cancelled', value: 20 },
      { figure: 'refunds', value: 10 },
    ],
    misses: {
      'a tenth of them': { show: { cancelled: 13 }, reason: 'nothing_found' },
      'few orders': {
        show: {
          cancelled: 9,
          totals: { ...totals, ordersPlaced: known(20), ordersPaid: known(20) },
        },
        reason: 'few_orders',
      },
    },
  },
  sold_out_on_shelf: {
    show: {
      products: [product(1, 10, 100, 1)],
      pushes: [push(1, 1, 10, { endTs: at(20) }), push(2, 1, 40, { endTs: at(42) })],
      soldOut: [
        { productId: 1, ts: at(15) },
        { productId: 1, ts: at(16) },
      ],
    },
    finds: { productId: 1, sample: 2, effect: { unit: 'minutes', low: -7, high: -7 } },
    evidence: [
      { figure: 'soldOutFor', value: 300_000, span: { fromTs: at(15), toTs: at(20) } },
      { figure: 'soldOutFor', value: 120_000 },
    ],
    misses: {
      'changed within a minute': {
        show: {
          products: [product(1, 10, 100, 1)],
          pushes: [push(1, 1, 10, { endTs: at(15.5) })],
          soldOut: [{ productId: 1, ts: at(15) }],
        },
        reason: 'nothing_found',
      },
      'nothing sold out': { show: {}, reason: 'no_stock_told' },
    },
  },
} satisfies Record<string, FindingCase>;
