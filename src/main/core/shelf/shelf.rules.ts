import type { LiveMetrics, PushDelay } from '#shared/model/metrics.ts';
import { LAST_PIECES, ShelfItem, type Push, type PushGuard } from '#shared/model/product.ts';
import type { Show } from '#shared/model/show.ts';
import type { CardPreview } from './outlets/outlet-driver.ts';
import type { StoredItem, StoredPush } from './shelf.queries.ts';

export type Sales = {
  readonly orders: number;
  readonly units: number;
  /** Paid minor units by currency, never added up across. */
  readonly paidMinor: Readonly<Record<string, number>>;
};

/** Sales with more orders paid in one currency; `currency` null where an order named no money. */
export function addSales(
  before: Sales | undefined,
  more: {
    readonly currency: string | null;
    readonly orders: number;
    readonly units: number;
    readonly paidMinor: number;
  },
): Sales {
  const paid = before?.paidMinor ?? {};
  const { currency } = more;
  return {
    orders: (before?.orders ?? 0) + more.orders,
    units: (before?.units ?? 0) + more.units,
    paidMinor:
      currency === null ? paid : { ...paid, [currency]: (paid[currency] ?? 0) + more.paidMinor },
  };
}

/** Show milliseconds a product was on the shelf until `nowTs`; undone pushes never were. */
export function airtimeMs(pushes: readonly StoredPush[], productId: number, nowTs: number): number {
  let sum = 0;
  for (const push of pushes) {
    if (push.productId !== productId || push.state === 'undone') continue;
    sum += Math.max(0, (push.endTs ?? nowTs) - push.goTs);
  }
  return Math.round(sum);
}

/** From GO to the last screen that showed a push, of the last push and the slowest of twenty. */
export function pushDelay(pushes: readonly StoredPush[]): PushDelay | null {
  const delays = pushes.flatMap(({ state, targets }) => {
    const shown = targets.flatMap(({ target, delayMs }) =>
      delayMs !== null && (target === 'anchor' || target === 'overlay') ? [delayMs] : [],
    );
    return state === 'undone' || shown.length === 0 ? [] : [Math.max(...shown)];
  });
  const lastMs = delays.at(-1);
  if (lastMs === undefined) return null;
  const sorted = delays.toSorted((a, b) => a - b);
  const p95Ms = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? lastMs;
  return { lastMs, p95Ms, pushes: delays.length };
}

/** How fast pushes are seen, and how long what is on the shelf has been shown. */
export function pushFigures(
  pushes: readonly StoredPush[],
  current: StoredPush | undefined,
  nowTs: number,
): Pick<LiveMetrics, 'pushDelay' | 'onShelf'> {
  const onShelf =
    current === undefined
      ? null
      : {
          linkNumber: current.linkNumber,
          airtimeMs: airtimeMs(pushes, current.productId, nowTs),
        };
  return { pushDelay: pushDelay(pushes), onShelf };
}

/** Products of the shelf as screens are told of them. */
/** `salesOf` null: what was sold is not read yet, so that nobody knows what is left either. */
export function shelfItems(
  items: readonly StoredItem[],
  salesOf: ((code: string) => Sales | undefined) | null,
  pushes: readonly StoredPush[],
  nowTs: number,
): ShelfItem[] {
  return items.map((item) => {
    const { stockUnits: _stockUnits, ...shown } = item;
    const sales = salesOf?.(item.code);
    return ShelfItem.parse({
      ...shown,
      stock: salesOf === null ? null : stockLeft(item, sales),
      airtimeMs: airtimeMs(pushes, item.productId, nowTs),
      ordersPaid: sales?.orders ?? 0,
      unitsPaid: sales?.units ?? 0,
      paidMinor: sales?.paidMinor[item.currency] ?? 0,
    });
  });
}

/** A product as its push sends it. */
export function pushCard(
  item: StoredItem,
  sales: Sales | undefined,
  { id: showId, origin }: Pick<Show, 'id' | 'origin'>,
): CardPreview {
  const { productId, linkNumber, isSoldOut, ...rest } = item;
  const { stockUnits: _units, imageId: _image, groupId: _group, ...fields } = rest;
  const stock = stockLeft(item, sales);
  return { showId, origin, productId, linkNumber, fields, stock, isSoldOut };
}

/** Pieces left: the stock last told less what was paid since; null stays unknown. */
export function stockLeft(
  item: StoredItem,
  sales: Pick<Sales, 'units'> | undefined,
): number | null {
  if (item.stock === null) return null;
  return Math.max(0, item.stock - ((sales?.units ?? 0) - item.stockUnits));
}

/** What the operator should look at again before GO. */
export function armWarnings(item: StoredItem, sales: Sales | undefined): string[] {
  const stock = stockLeft(item, sales);
  const warnings: string[] = [];
  if (item.isSoldOut) warnings.push('sold_out');
  else if (stock === 0) warnings.push('stock_empty');
  else if (stock !== null && stock < 10) warnings.push('stock_low');
  if (item.priceMinor === null) warnings.push('price_unknown');
  return warnings;
}

/** What stops a push of a product as it is now. */
export function pushGuards(item: StoredItem, sales: Sales | undefined): PushGuard[] {
  const stock = stockLeft(item, sales);
  const { priceMinor, listPriceMinor, couponPriceMinor, isSoldOut } = item;
  const isAbove = (low: number | null, high: number | null): boolean =>
    low !== null && high !== null && low > high;
  const guards: PushGuard[] = [];
  if (isSoldOut) guards.push('sold_out');
  else if (stock === 0) guards.push('stock_empty');
  else if (stock !== null && stock < LAST_PIECES) guards.push('stock_last');
  if (isAbove(couponPriceMinor, priceMinor) || isAbove(priceMinor, listPriceMinor)) {
    guards.push('price_ladder');
  }
  return guards;
}

/** The smallest link number that no product has. */
export function nextLinkNumber(items: readonly StoredItem[]): number {
  const taken = new Set(items.map((item) => item.linkNumber));
  let number = 1;
  while (taken.has(number)) number += 1;
  return number;
}

/** A push as screens are told of it. */
export function withoutEnd(push: StoredPush | undefined): Push | null {
  if (push === undefined) return null;
  const { endTs: _endTs, ...rest } = push;
  return rest;
}
