import type { FeedEventOf } from '#shared/contract/room-event.ts';

import type { RoomState, Second } from './second.ts';
import { usualOnline } from './second.ts';
import type { Order, Shop, ShopProduct } from './shop.ts';

/** Orders per second and person online, for a pushed product of usual appeal. */
const ORDER_HAZARD = 0.00016;

/** Everything that is put in a cart, ordered and paid in this second. */
export function sell(second: Second, state: RoomState, shop: Shop): void {
  if (!state.room.hasOrders) return;
  settle(second, state, shop);
  const { product, random, mood, tick, maker, out } = second;
  if (product === null) return;
  const mean = usualOnline(state) * ORDER_HAZARD * product.appeal * mood.orderFactor;
  const tries = random.poisson(mean);
  for (let number = 0; number < tries; number += 1) {
    const person = state.crowd.anyone(random);
    if (person === null) return;
    const atMs = random.integer(1, 999);
    const isCarted = random.chance(0.4);
    const orderId = `493${String(tick).padStart(7, '0')}${String(number).padStart(4, '0')}`;
    const order = shop.order(tick, orderId, person, product, random);
    if (second.isQuiet) continue;
    if (isCarted) {
      out.push({
        ...maker.envelope(state.room, atMs, person),
        kind: 'cart_add',
        productId: product.code,
        qty: order?.qty ?? 1,
      });
    }
    if (order !== null) out.push(orderEvent(second, state, order, 'placed', atMs));
  }
}

/** What the shop shows of a product now. */
export function productEvent(
  second: Second,
  state: RoomState,
  shop: Shop,
  product: ShopProduct,
  what: 'listed' | 'soldout',
  atMs: number,
): FeedEventOf<'product'> {
  return {
    ...second.maker.envelope(state.room, atMs, null),
    kind: 'product',
    state: what,
    productId: product.code,
    position: product.position,
    price: { amountMinor: product.priceMinor, currency: product.currency, exponent: 2 },
    couponPrice: null,
    stock: shop.stock(product.code),
    clicks: null,
  };
}

function settle(second: Second, state: RoomState, shop: Shop): void {
  for (const { order, isPaid, atMs } of shop.settle(second.tick)) {
    if (!isPaid || second.isQuiet) continue;
    second.out.push(orderEvent(second, state, order, 'paid', atMs));
    if (shop.stock(order.product.code) > 0 || hasSoldOutEvent(second, order.product.code)) continue;
    second.out.push(productEvent(second, state, shop, order.product, 'soldout', 999));
  }
}

/** The last pieces may be paid by several orders of one second. */
function hasSoldOutEvent(second: Second, code: string): boolean {
  return second.out.some((event) => event.kind === 'product' && event.productId === code);
}

function orderEvent(
  second: Second,
  state: RoomState,
  order: Order,
  status: 'placed' | 'paid',
  atMs: number,
): FeedEventOf<'order'> {
  return {
    ...second.maker.keyed(state.room, atMs, order.person, `${order.orderId}:${status}`),
    kind: 'order',
    orderId: order.orderId,
    status,
    productId: order.product.code,
    title: order.product.title,
    qty: order.qty,
    money: { amountMinor: order.amountMinor, currency: order.product.currency, exponent: 2 },
  };
}
