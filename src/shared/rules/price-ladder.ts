import type { ProductFields } from '../model/product.ts';

export type PriceLadder = {
  /** What a viewer pays now, minor units; null where no price is known. */
  readonly nowMinor: number | null;
  /** The higher price it is compared with; null where there is none. */
  readonly wasMinor: number | null;
  /** Now is with the coupon. */
  readonly isCoupon: boolean;
};

type Prices = Pick<ProductFields, 'priceMinor' | 'listPriceMinor' | 'couponPriceMinor'>;

/** The prices of a product as they are shown: coupon before price, list price only when higher. */
export function priceLadder(prices: Prices): PriceLadder {
  const isCoupon = prices.couponPriceMinor !== null;
  const nowMinor = prices.couponPriceMinor ?? prices.priceMinor;
  const compared = prices.listPriceMinor ?? (isCoupon ? prices.priceMinor : null);
  const isHigher = nowMinor !== null && compared !== null && compared > nowMinor;
  return { nowMinor, wasMinor: isHigher ? compared : null, isCoupon };
}
