import type { ProductFields } from '../model/product.ts';

export type PriceLadder = {
  /** What a viewer pays now, minor units; null where no price is known. */
  readonly nowMinor: number | null;
  /** The higher prices it is compared with, from the highest down; empty where there is none. */
  readonly higherMinor: readonly number[];
  /** Now is with the coupon. */
  readonly isCoupon: boolean;
};

type Prices = Pick<ProductFields, 'priceMinor' | 'listPriceMinor' | 'couponPriceMinor'>;

/** The prices of a product as they are shown: coupon before price, above it only what is higher. */
export function priceLadder(prices: Prices): PriceLadder {
  const isCoupon = prices.couponPriceMinor !== null;
  const nowMinor = prices.couponPriceMinor ?? prices.priceMinor;
  const higherMinor: number[] = [];
  for (const minor of [prices.listPriceMinor, prices.priceMinor]) {
    const isHigher = nowMinor !== null && minor !== null && minor > nowMinor;
    if (isHigher && !higherMinor.includes(minor)) higherMinor.push(minor);
  }
  return { nowMinor, higherMinor: higherMinor.sort((a, b) => b - a), isCoupon };
}
