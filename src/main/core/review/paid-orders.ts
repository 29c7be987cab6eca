import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { paidOrderTuples } from './airings.queries.ts';

/** A paid order of a product; null where it says no money. */
export type PaidOrder = {
  readonly ts: number;
  readonly currency: string | null;
  readonly exponent: number | null;
  readonly amountMinor: number;
  readonly units: number;
};

/** Paid orders of one product, room and currency together. */
export type OrderSum = {
  readonly code: string;
  /** Of which platform: a key of `source_rooms`. */
  readonly sourceRoomId: number;
  readonly currency: string | null;
  readonly exponent: number | null;
  readonly orders: number;
  readonly units: number;
  readonly amountMinor: number;
};

export type PaidOrders = {
  /** By the code of the product they name, oldest first. */
  readonly byCode: ReadonlyMap<string, readonly PaidOrder[]>;
  readonly sums: readonly OrderSum[];
};

type Sum<T> = { -readonly [Key in keyof T]: T[Key] };
type Product = { readonly orders: PaidOrder[]; readonly sums: Sum<OrderSum>[] };

/**
 * Paid orders of a show that name a product. A show has tens of thousands: they are added up as they are
 * read, while a row is at hand, and share the few texts they hold.
 */
export function paidOrdersOf(db: ReadableDatabase, showId: number): PaidOrders {
  const products = new Map<string, Product>();
  for (const [ts, room, code, currency, exponent, amountMinor, units] of paidOrderTuples(
    db,
    showId,
  )) {
    let product = products.get(code);
    if (product === undefined) products.set(code, (product = { orders: [], sums: [] }));
    let sum = product.sums.find(
      (each) =>
        each.sourceRoomId === room && each.currency === currency && each.exponent === exponent,
    );
    if (sum === undefined) {
      sum = { code, sourceRoomId: room, currency, exponent, orders: 0, units: 0, amountMinor: 0 };
      product.sums.push(sum);
    }
    sum.orders += 1;
    sum.units += units;
    sum.amountMinor += amountMinor;
    product.orders.push({ ts, currency: sum.currency, exponent, amountMinor, units });
  }
  return {
    byCode: new Map([...products].map(([code, { orders }]) => [code, orders])),
    sums: [...products.values()].flatMap(({ sums }) => sums),
  };
}

/** What they paid in a currency, its usual minor units; others are never added to it. */
export function paidIn(orders: readonly PaidOrder[], currency: string): number {
  const exponent = currencyExponent(currency);
  return orders.reduce(
    (sum, order) =>
      order.currency === currency && order.exponent === exponent ? sum + order.amountMinor : sum,
    0,
  );
}
