import type { ProductFields } from '#shared/model/product.ts';

import type { SeededRandom } from './random.ts';

const PAID_SHARE = 0.88;
/** An unpaid order holds its pieces this long. */
const HOLD_TICKS = 90;

export type ShopProduct = {
  readonly code: string;
  readonly title: string;
  readonly position: number;
  /** The price that is valid now, minor units: with the coupon where there is one. */
  readonly priceMinor: number;
  readonly currency: string;
  /** How well it sells beside the others. */
  readonly appeal: number;
};

export type Order = {
  readonly orderId: string;
  readonly person: number;
  readonly product: ShopProduct;
  readonly qty: number;
  readonly amountMinor: number;
};

export type Settled = { readonly order: Order; readonly isPaid: boolean; readonly atMs: number };

const appealOfRole: Readonly<Record<ProductFields['role'], number>> = {
  traffic: 1.6,
  benefit: 8,
  hero: 1.2,
  margin: 0.45,
  encore: 0.7,
  none: 0.4,
};

/** Stock and orders: an order holds its pieces, so that what is paid never exceeds the stock. */
export class Shop {
  readonly #products = new Map<string, ShopProduct>();
  /** Pieces not yet paid. */
  readonly #left = new Map<string, number>();
  /** Pieces held by orders that are not paid yet. */
  readonly #held = new Map<string, number>();
  readonly #settling = new Map<number, Settled[]>();

  constructor(products: readonly ProductFields[]) {
    for (const [place, product] of products.entries()) {
      const priceMinor = product.couponPriceMinor ?? product.priceMinor ?? 0;
      this.#products.set(product.code, {
        code: product.code,
        title: product.name,
        position: place + 1,
        priceMinor,
        currency: product.currency,
        appeal: appealOfRole[product.role],
      });
      this.#left.set(product.code, product.stock ?? 0);
      this.#held.set(product.code, 0);
    }
  }

  get products(): Iterable<ShopProduct> {
    return this.#products.values();
  }

  product(code: string): ShopProduct | null {
    return this.#products.get(code) ?? null;
  }

  /** Pieces that are not paid yet. */
  stock(code: string): number {
    return this.#left.get(code) ?? 0;
  }

  /** Places an order; null when too few free pieces are left. It settles within two minutes. */
  order(
    tick: number,
    orderId: string,
    person: number,
    product: ShopProduct,
    random: SeededRandom,
  ): Order | null {
    const wanted = random.chance(0.82) ? 1 : random.integer(2, 3);
    const willPay = random.chance(PAID_SHARE);
    const payTick = tick + 3 + Math.floor(Math.min(60, random.exponential(14)));
    const atMs = random.integer(1, 999);
    const held = this.#held.get(product.code) ?? 0;
    const free = this.stock(product.code) - held;
    if (free <= 0) return null;
    const qty = Math.min(wanted, free);
    this.#held.set(product.code, held + qty);
    const order = { orderId, person, product, qty, amountMinor: qty * product.priceMinor };
    const settleTick = willPay ? payTick : tick + HOLD_TICKS;
    const list = this.#settling.get(settleTick);
    const settled = { order, isPaid: willPay, atMs };
    if (list === undefined) this.#settling.set(settleTick, [settled]);
    else list.push(settled);
    return order;
  }

  /** Orders that are paid or given up in this second; paid ones take their pieces out of the stock. */
  settle(tick: number): readonly Settled[] {
    const settled = this.#settling.get(tick);
    if (settled === undefined) return [];
    this.#settling.delete(tick);
    settled.sort((a, b) => a.atMs - b.atMs);
    for (const { order, isPaid } of settled) {
      const code = order.product.code;
      this.#held.set(code, (this.#held.get(code) ?? 0) - order.qty);
      if (isPaid) this.#left.set(code, this.stock(code) - order.qty);
    }
    return settled;
  }
}
