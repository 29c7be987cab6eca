import type { ShowSide } from '../../model/show-comparison.ts';
import { LEAST_AIRTIME_MS } from './compare-products.ts';

type SideProduct = ShowSide['products'][number];
type Rated = SideProduct & {
  /** Paid for each minute of airtime; null for less than one, or where no orders are told. */
  readonly perMinute: number | null;
};

export type ProductPair = {
  readonly productId: number;
  readonly name: string;
  /** Null: it was not in that show. */
  readonly own: Rated | null;
  readonly other: Rated | null;
  readonly isOneCurrency: boolean;
};

/** Products of two shows, those in both first, then by the airtime they had. */
export function pairProducts(
  own: readonly SideProduct[],
  other: readonly SideProduct[],
): readonly ProductPair[] {
  const ids = [...new Set([...own, ...other].map(({ productId }) => productId))];
  const pairs = ids.map((productId): ProductPair => {
    const first = rated(own.find((product) => product.productId === productId));
    const second = rated(other.find((product) => product.productId === productId));
    return {
      productId,
      name: first?.name ?? second?.name ?? '',
      own: first,
      other: second,
      isOneCurrency: first !== null && second !== null && first.currency === second.currency,
    };
  });
  const inBoth = (pair: ProductPair): number => Number(pair.own !== null && pair.other !== null);
  const airtime = (pair: ProductPair): number =>
    (pair.own?.airtimeMs ?? 0) + (pair.other?.airtimeMs ?? 0);
  return pairs.toSorted((a, b) => inBoth(b) - inBoth(a) || airtime(b) - airtime(a));
}

function rated(product: SideProduct | undefined): Rated | null {
  if (product === undefined) return null;
  const { airtimeMs, paidMinor } = product;
  const isRate = airtimeMs >= LEAST_AIRTIME_MS && paidMinor !== null;
  return { ...product, perMinute: isRate ? (paidMinor * 60_000) / airtimeMs : null };
}
