import type { CommerceFigure } from '../../model/review-commerce.ts';
import type { ImportedFigure } from '../../model/platform-import.ts';
import { figureNamed } from './merge-figures.ts';

/** A quotient of two figures of the same platforms, with the part it was worked out of. */
export type FunnelRate = {
  readonly value: number;
  /** What it is divided by. */
  readonly base: number;
  /** Platforms that give one side alone, and are left out of both. */
  readonly without: readonly string[];
};

const MINUTE_MS = 60_000;

/** `above / below` over the platforms that have both; null where none has, or there is nothing below. */
export function rateOf(
  figures: readonly CommerceFigure[],
  above: ImportedFigure,
  below: ImportedFigure,
): FunnelRate | null {
  const top = figureNamed(figures, above);
  const bottom = figureNamed(figures, below);
  if (top === null || bottom === null) return null;
  const both = bottom.parts.flatMap(({ platform, value }) => {
    const part = top.parts.find((each) => each.platform === platform);
    return part === undefined ? [] : [{ platform, above: part.value, below: value }];
  });
  const base = both.reduce((sum, each) => sum + each.below, 0);
  if (base <= 0) return null;
  const value = both.reduce((sum, each) => sum + each.above, 0) / base;
  const platforms = new Set([...top.parts, ...bottom.parts].map(({ platform }) => platform));
  for (const { platform } of both) platforms.delete(platform);
  return { value, base, without: [...platforms].sort() };
}

/** Product CTR (商品点击率): clicks on the product for each time it was shown. */
export const clickRate = (figures: readonly CommerceFigure[]): FunnelRate | null =>
  rateOf(figures, 'productClicks', 'productShown');

/** CTOR (点击成交转化率) of paid orders: paid orders for each click. */
export const clickToOrder = (figures: readonly CommerceFigure[]): FunnelRate | null =>
  rateOf(figures, 'ordersPaid', 'productClicks');

/** GPM (千次观看成交) of paid sales: minor units for each 1,000 views. */
export function paidPerMille(figures: readonly CommerceFigure[]): FunnelRate | null {
  const rate = rateOf(figures, 'gmvPaid', 'views');
  return rate === null ? null : { ...rate, value: rate.value * 1_000 };
}

/** Refunded orders for each paid one. */
export const refundRate = (figures: readonly CommerceFigure[]): FunnelRate | null =>
  rateOf(figures, 'refunds', 'ordersPaid');

/**
 * Sales after refunds, minor units: as the platform says, or paid less refunded where every platform
 * with sales tells its refunds. Null where that is not known.
 */
export function netSales(figures: readonly CommerceFigure[]): number | null {
  const paid = figureNamed(figures, 'gmvPaid');
  const net = figureNamed(figures, 'gmvNet');
  const back = figureNamed(figures, 'refundMoney');
  const platforms = new Set(
    [...(paid?.parts ?? []), ...(net?.parts ?? [])].map((part) => part.platform),
  );
  let sum = 0;
  for (const platform of platforms) {
    const of = (figure: CommerceFigure | null): number | null =>
      figure?.parts.find((part) => part.platform === platform)?.value ?? null;
    const stated = of(net);
    const sold = of(paid);
    const refunded = of(back);
    if (stated !== null) sum += stated;
    // What sold nothing has nothing to take back.
    else if (sold === 0) sum += 0;
    else if (sold !== null && refunded !== null) sum += sold - refunded;
    else return null;
  }
  return platforms.size === 0 ? null : sum;
}

/** Paid minor units for each minute of airtime; null where it was on for less than one. */
export function paidPerAirMinute(
  figures: readonly CommerceFigure[],
  airtimeMs: number,
): number | null {
  const paid = figureNamed(figures, 'gmvPaid')?.value ?? null;
  return paid === null || airtimeMs < MINUTE_MS ? null : (paid * MINUTE_MS) / airtimeMs;
}
