import type { ProductId, ShowId } from '../../model/ids.ts';
import type { ProductRole } from '../../model/product.ts';
import type { ScreenedProduct } from '../../model/screening.ts';
import { median } from '../median.ts';
import { grouped } from '../grouped.ts';
import { ratioOf, trendOf } from './trend.ts';
import { byVerdict, productVerdict } from './verdicts.ts';

const MINUTE_MS = 60_000;

/** A product in one show; null where no source of it told orders. */
export type ProductShow = {
  readonly showId: ShowId;
  readonly productId: ProductId;
  readonly pushes: number;
  readonly airtimeMs: number;
  readonly ordersPaid: number | null;
  readonly paidMinor: number | null;
};
/** What tables that were taken in say of a product, summed over shows; null where none says it. */
export type ProductTable = {
  readonly productId: ProductId;
  readonly shown: number | null;
  readonly clicks: number | null;
  /** Orders of rows that told clicks too. */
  readonly clickedOrders: number | null;
  readonly refunds: number | null;
  /** Orders of rows that told refunds too. */
  readonly refundableOrders: number | null;
};
export type NamedForScreening = {
  readonly productId: ProductId;
  readonly name: string;
  readonly role: ProductRole;
  readonly currency: string;
  readonly tags: readonly string[];
};

/**
 * Products over shows in their order, ranked. Each is held against its own shows: what a minute of it
 * brought, over what a minute of all products of that show and its currency brought, so that a good evening
 * makes no good product and no money is added to another.
 */
export function screenProducts(
  rows: readonly ProductShow[],
  tables: readonly ProductTable[],
  named: readonly NamedForScreening[],
): readonly ScreenedProduct[] {
  const currencies = new Map(named.map(({ productId, currency }) => [productId, currency]));
  const perShow = paidPerMinuteOfShows(rows, currencies);
  const byProduct = grouped(rows, ({ productId }) => productId);
  const tableOf = new Map(tables.map((each) => [each.productId, each]));
  const refundRates = tables.flatMap(
    ({ refunds, refundableOrders }) => quotient(refunds, refundableOrders) ?? [],
  );
  const usual = median(refundRates);
  return named
    .flatMap((product) => {
      const own = byProduct.get(product.productId);
      return own === undefined ? [] : [screened(product, own, tableOf, perShow, usual)];
    })
    .sort(byVerdict(({ paidPerMinute }) => paidPerMinute));
}

function screened(
  product: NamedForScreening,
  own: readonly ProductShow[],
  tableOf: ReadonlyMap<ProductId, ProductTable>,
  perShow: ReadonlyMap<string, number>,
  usual: number | null,
): ScreenedProduct {
  const told = own.filter(({ paidMinor }) => paidMinor !== null);
  const aired = told.filter(({ airtimeMs }) => airtimeMs >= MINUTE_MS);
  const ratios = aired.flatMap((row) => {
    const usualHere = perShow.get(keyOf(row.showId, product.currency)) ?? 0;
    return usualHere > 0 ? [perMinute(row) / usualHere] : [];
  });
  const table = tableOf.get(product.productId);
  const refundRate = quotient(table?.refunds ?? null, table?.refundableOrders ?? null);
  const ratio = ratioOf(ratios);
  const airtimeMs = sum(aired, (row) => row.airtimeMs);
  return {
    ...product,
    tags: [...product.tags],
    shows: own.length,
    pushes: sum(own, (row) => row.pushes),
    airtimeMs: sum(own, (row) => row.airtimeMs),
    ordersPaid: told.length === 0 ? null : sum(told, (row) => row.ordersPaid ?? 0),
    paidMinor: told.length === 0 ? null : sum(told, (row) => row.paidMinor ?? 0),
    paidPerMinute:
      airtimeMs === 0 ? null : (sum(aired, (row) => row.paidMinor ?? 0) * MINUTE_MS) / airtimeMs,
    clickRate: quotient(table?.clicks ?? null, table?.shown ?? null),
    clickToOrder: quotient(table?.clickedOrders ?? null, table?.clicks ?? null),
    refundRate,
    ratio,
    trend: trendOf(aired.map(perMinute)),
    ...productVerdict(ratio, { rate: refundRate, orders: table?.refundableOrders ?? 0, usual }),
  };
}

function perMinute({ paidMinor, airtimeMs }: ProductShow): number {
  return ((paidMinor ?? 0) * MINUTE_MS) / airtimeMs;
}

/** Paid for each minute of airtime of all products of a show, and of one currency, that could tell. */
function paidPerMinuteOfShows(
  rows: readonly ProductShow[],
  currencies: ReadonlyMap<ProductId, string>,
): ReadonlyMap<string, number> {
  const aired = rows.filter((row) => row.paidMinor !== null && row.airtimeMs >= MINUTE_MS);
  const groups = grouped(aired, ({ showId, productId }) =>
    keyOf(showId, currencies.get(productId) ?? ''),
  );
  return new Map(
    [...groups].map(([key, own]) => [
      key,
      (sum(own, (row) => row.paidMinor ?? 0) * MINUTE_MS) / sum(own, (row) => row.airtimeMs),
    ]),
  );
}

function keyOf(showId: ShowId, currency: string): string {
  return `${showId}/${currency}`;
}

function quotient(above: number | null, below: number | null): number | null {
  return above === null || below === null || below <= 0 ? null : above / below;
}

function sum<T>(rows: readonly T[], value: (row: T) => number): number {
  return rows.reduce((total, row) => total + value(row), 0);
}
