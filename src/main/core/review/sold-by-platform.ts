import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { grouped } from '#shared/rules/grouped.ts';
import type { OrderSum } from './paid-orders.ts';

export type PlatformSales = {
  readonly platform: string;
  readonly code: string;
  readonly orders: number;
  readonly units: number;
  /** In the show's currency alone. */
  readonly amountMinor: number;
};

/** Paid orders by platform and the product they name. */
export function soldByPlatform(
  sums: readonly OrderSum[],
  platformOf: ReadonlyMap<number, string>,
  currency: string,
): readonly PlatformSales[] {
  const exponent = currencyExponent(currency);
  const nameOf = ({ sourceRoomId }: OrderSum): string => platformOf.get(sourceRoomId) ?? '';
  return [...grouped(sums, ({ code }) => code)].flatMap(([code, own]) =>
    [...grouped(own, nameOf)].map(([platform, rooms]) => ({
      platform,
      code,
      orders: rooms.reduce((sum, { orders }) => sum + orders, 0),
      units: rooms.reduce((sum, { units }) => sum + units, 0),
      amountMinor: rooms
        .filter((room) => room.currency === currency && room.exponent === exponent)
        .reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    })),
  );
}
