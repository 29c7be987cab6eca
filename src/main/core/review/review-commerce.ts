import { ProductId } from '#shared/model/ids.ts';
import type { PlatformImport } from '#shared/model/platform-import.ts';
import type { CommerceMinute, ReviewCommerce } from '#shared/model/review-commerce.ts';
import type { Show } from '#shared/model/show.ts';
import type { SourceCan } from '#shared/model/source.ts';
import type { ToldClicks } from '#shared/rules/clicks-between.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import {
  heldAgainstLive,
  mergeFigures,
  type PlatformFigure,
  type TakenFigure,
} from '#shared/rules/platform-tables/merge-figures.ts';
import type { ReadableDatabase } from '../database/database.ts';
import {
  importedFiguresOf,
  importsOf,
  type ImportedFigureRow,
} from '../imported/imported.queries.ts';
import {
  platformCountsOf,
  platformMoneyOf,
  platformsOfRooms,
  productsNamed,
} from './commerce.queries.ts';
import type { OrderSum } from './paid-orders.ts';
import { soldByPlatform, type PlatformSales } from './sold-by-platform.ts';

/** A product of the show as its section shows it. */
type SoldProduct = {
  readonly productId: ProductId;
  readonly linkNumber: number | null;
  readonly name: string;
  readonly code: string;
  readonly airtimeMs: number;
};

/** What a connector is able to give; null for one this program does not know (any more). */
type CanOf = (connector: string) => SourceCan | null;

type Row = ImportedFigureRow & { readonly platform: string; readonly of: PlatformImport['kind'] };

/** Commerce of a show: each platform by its own tables where they were taken in, else as it was counted. */
export function reviewCommerce(
  db: ReadableDatabase,
  show: Show,
  products: readonly SoldProduct[],
  clicks: readonly (ToldClicks & { readonly code: string })[],
  sums: readonly OrderSum[],
  canOf: CanOf,
): ReviewCommerce {
  const imports = importsOf(db, show.id);
  const held = new Map(imports.map((each) => [each.id, each]));
  const rows = importedFiguresOf(db, show.id).flatMap((row): Row[] => {
    const from = held.get(row.importId);
    return from === undefined ? [] : [{ ...row, platform: from.platform, of: from.kind }];
  });
  const { live, platforms } = liveFigures(db, show, canOf);
  const totals = mergeFigures(rows.map(taken), live, platforms);
  const checks = [heldAgainstLive(totals, live, null)];
  const sold = soldByPlatform(sums, platformsOfRooms(db, show.id), show.currency);
  const all = [...products, ...onlyImported(db, products, rows)];
  const funnels = all.map(({ code, ...product }) => {
    const own = rows.filter(({ productId }) => productId === product.productId).map(taken);
    const counted = liveOfProduct(code, sold, clicks, live);
    const withAny = [...new Set([...own, ...counted].map(({ platform }) => platform))];
    const figures = mergeFigures(own, counted, withAny);
    checks.push(heldAgainstLive(figures, counted, product.productId));
    return { ...product, figures: [...figures] };
  });
  return {
    imports: [...imports],
    totals: [...totals],
    products: funnels,
    minutes: [...minutesOf(rows)],
    agreed: checks.reduce((sum, { agreed }) => sum + agreed, 0),
    apart: checks.flatMap(({ apart }) => apart),
  };
}

/** Products that a table speaks of and this show neither had on its shelf nor pushed. */
function onlyImported(
  db: ReadableDatabase,
  products: readonly SoldProduct[],
  rows: readonly Row[],
): readonly SoldProduct[] {
  const known = new Set<number>(products.map(({ productId }) => productId));
  const ids = new Set(rows.flatMap(({ productId }) => productId ?? []));
  const missing = [...ids].filter((id) => !known.has(id));
  return productsNamed(db, missing).map(({ id, code, name }) => {
    return { productId: ProductId.parse(id), linkNumber: null, name, code, airtimeMs: 0 };
  });
}

function taken({ platform, figure, value, importId, of, isRounded }: Row): TakenFigure {
  return { platform, figure, value, importId, of, isRounded: isRounded === 1 };
}

/** What each platform of the show told live; a figure that it cannot tell is not among them. */
function liveFigures(
  db: ReadableDatabase,
  show: Show,
  canOf: CanOf,
): { readonly live: readonly PlatformFigure[]; readonly platforms: readonly string[] } {
  const exponent = currencyExponent(show.currency);
  const money = platformMoneyOf(db, show.id, show.currency, exponent);
  const byPlatform = new Map<string, Map<PlatformFigure['figure'], number>>();
  for (const row of platformCountsOf(db, show.id)) {
    const sums = byPlatform.get(row.platform) ?? new Map<PlatformFigure['figure'], number>();
    byPlatform.set(row.platform, sums);
    const add = (figure: PlatformFigure['figure'], value: number | null, isAble: boolean): void => {
      if (value === null || (value === 0 && !isAble)) return;
      sums.set(figure, (sums.get(figure) ?? 0) + value);
    };
    const can = canOf(row.connector);
    add('views', row.views, false);
    add('entries', row.entries, can?.joins === true);
    add('follows', row.follows, can?.follows === true);
    add('ordersPlaced', row.ordersPlaced, can?.orders === true);
    add('ordersPaid', row.ordersPaid, can?.orders === true);
    add('unitsPaid', row.unitsPaid, can?.orders === true);
    const of = (what: string): number =>
      money.find((each) => each.platform === row.platform && each.what === what)?.amountMinor ?? 0;
    if (sums.has('ordersPlaced')) sums.set('gmvPlaced', of('order_placed'));
    if (sums.has('ordersPaid')) sums.set('gmvPaid', of('order_paid'));
  }
  const live = [...byPlatform].flatMap(([platform, sums]) =>
    [...sums].map(([figure, value]) => ({ platform, figure, value })),
  );
  return { live, platforms: [...byPlatform.keys()].sort() };
}

/** Orders that name it and clicks that were told of it, by platform. */
function liveOfProduct(
  code: string,
  sold: readonly PlatformSales[],
  clicks: readonly (ToldClicks & { readonly code: string })[],
  live: readonly PlatformFigure[],
): readonly PlatformFigure[] {
  // A platform that tells orders sold none of what none of them names.
  const tellOrders = live.filter(({ figure }) => figure === 'ordersPaid');
  const orders = tellOrders.flatMap(({ platform }): PlatformFigure[] => {
    const own = sold.find((each) => each.platform === platform && each.code === code);
    return [
      { platform, figure: 'ordersPaid', value: own?.orders ?? 0 },
      { platform, figure: 'unitsPaid', value: own?.units ?? 0 },
      { platform, figure: 'gmvPaid', value: own?.amountMinor ?? 0 },
    ];
  });
  const counted = new Map<string, number>();
  for (const told of clicks) {
    if (told.code !== code) continue;
    counted.set(told.platform, Math.max(counted.get(told.platform) ?? 0, told.clicks));
  }
  const clicked = [...counted].map(([platform, value]): PlatformFigure => ({
    platform,
    figure: 'productClicks',
    value,
  }));
  return [...orders, ...clicked];
}

function minutesOf(rows: readonly Row[]): readonly CommerceMinute[] {
  const minutes = new Map<number, CommerceMinute['values']>();
  for (const { minute, platform, figure, value } of rows) {
    if (minute === null) continue;
    const values = minutes.get(minute) ?? [];
    values.push({ platform, figure, value });
    minutes.set(minute, values);
  }
  return [...minutes].sort(([a], [b]) => a - b).map(([minute, values]) => ({ minute, values }));
}
