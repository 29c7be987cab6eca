import { LAST_PIECES, type CardMismatch } from '../model/product.ts';

/** What a platform last said of one product. */
export type PlatformCard = {
  readonly platform: string;
  /** Minor units of `currency`; null where it did not say. */
  readonly priceMinor: number | null;
  /** The price with its coupons, the same currency; null where it did not say. */
  readonly couponPriceMinor: number | null;
  readonly currency: string | null;
  /** Pieces it has now: those it told less what was paid for since; null where it did not say. */
  readonly stock: number | null;
};

/** What events told, with the price a platform's own shelf has now in place of theirs. */
export function toldTogether(
  told: readonly PlatformCard[],
  read: readonly PlatformCard[],
): readonly PlatformCard[] {
  const others = read.filter(({ platform }) => !told.some((each) => each.platform === platform));
  const newer = told.map((each): PlatformCard => {
    const now = read.find(({ platform }) => platform === each.platform);
    if (now === undefined) return each;
    return { ...each, priceMinor: now.priceMinor, currency: now.currency };
  });
  return [...newer, ...others];
}

type Card = {
  readonly currency: string;
  readonly priceMinor: number | null;
  readonly couponPriceMinor: number | null;
  readonly stock: number | null;
  readonly isSoldOut: boolean;
};

/**
 * Where platforms say something else of a product than its card does. A price is the same as the card's
 * own or its price with the coupon; one in another currency cannot be compared. A price with coupons, where
 * a platform tells it, is the card's own with the coupon. Pieces differ where the
 * card offers some and a platform has (nearly) none left: pools of several platforms need not be equal.
 */
export function cardMismatches(card: Card, told: readonly PlatformCard[]): CardMismatch[] {
  return told.flatMap((platformCard) => [
    ...priceMismatch(card, platformCard),
    ...couponMismatch(card, platformCard),
    ...stockMismatch(card, platformCard),
  ]);
}

function priceMismatch(card: Card, told: PlatformCard): CardMismatch[] {
  const { platform, priceMinor } = told;
  if (priceMinor === null || told.currency !== card.currency) return [];
  if (priceMinor === card.priceMinor || priceMinor === card.couponPriceMinor) return [];
  return [{ platform, field: 'price', card: card.priceMinor, platformSays: priceMinor }];
}

/** A coupon that a platform gives and the card does not know, or another one than the card says. */
function couponMismatch(card: Card, told: PlatformCard): CardMismatch[] {
  const { platform, couponPriceMinor: platformSays } = told;
  if (platformSays === null || told.currency !== card.currency) return [];
  // Without a coupon it costs what it costs.
  if (platformSays === (card.couponPriceMinor ?? card.priceMinor)) return [];
  return [{ platform, field: 'coupon', card: card.couponPriceMinor, platformSays }];
}

function stockMismatch(card: Card, { platform, stock }: PlatformCard): CardMismatch[] {
  const isOffered = !card.isSoldOut && (card.stock === null || card.stock >= LAST_PIECES);
  if (stock === null || stock >= LAST_PIECES || !isOffered) return [];
  return [{ platform, field: 'stock', card: card.stock, platformSays: stock }];
}
