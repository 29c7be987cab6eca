import type { CurrencySum, Figure } from '#shared/model/metrics.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ReviewMinute, ReviewProduct, ReviewWarning } from '#shared/model/review.ts';
import type { ProductFields } from '#shared/model/product.ts';
import type { ProductId } from '#shared/model/ids.ts';
import type { SourceCan } from '#shared/model/source.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { grouped } from '#shared/rules/grouped.ts';
import type { OrderSum } from './paid-orders.ts';
import type { MinuteRow, SalesRow } from './review.queries.ts';

const MINUTE_MS = 60_000;
/** Timelines longer than a week are drawn from the minutes that hold something. */
const MAX_FILLED_MINUTES = 10_080;

export function known(value: number, isApprox: boolean): Figure {
  return { known: true, value, isApprox, without: [] };
}

/** Why a figure of the show is not known, from what its sources are able to give at all. */
export function whyUnknown(
  sources: readonly (SourceCan | null)[],
  can: keyof SourceCan,
): Figure & { known: false } {
  if (sources.length === 0) return { known: false, reason: 'no_source' };
  const isAble = sources.some((source) => source?.[can] === true);
  return { known: false, reason: isAble ? 'nothing_yet' : 'source_cannot' };
}

/** A count of the show: 0 is only said where some source could have given more. */
export function countFigure(
  value: number,
  sources: readonly (SourceCan | null)[],
  can: keyof SourceCan,
): Figure {
  if (value > 0) return known(value, false);
  const why = whyUnknown(sources, can);
  return why.reason === 'nothing_yet' ? known(0, false) : why;
}

/** Mean of the minutes in which a figure was given. */
export function meanViewers(minutes: readonly MinuteRow[]): number | null {
  const figures = minutes.flatMap((minute) => minute.viewers ?? []);
  if (figures.length === 0) return null;
  return figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
}

/**
 * Every minute from start to end, the empty ones too: a line must not bridge a silence. Before and after
 * it those in which something was counted: that a link stood as the show was set up is no minute of it.
 */
export function timeline(
  rows: readonly MinuteRow[],
  paid: ReadonlyMap<number, number>,
  span: { readonly fromTs: number; readonly toTs: number } | null,
): ReviewMinute[] {
  const minutes = new Map<number, ReviewMinute>();
  const fromMinute = Math.floor((span?.fromTs ?? 0) / MINUTE_MS);
  const toMinute = Math.floor((span?.toTs ?? -1) / MINUTE_MS);
  if (toMinute - fromMinute < MAX_FILLED_MINUTES) {
    for (let minute = fromMinute; minute <= toMinute; minute += 1) {
      minutes.set(minute, { minute, ...emptyMinute });
    }
  }
  for (const row of rows) {
    const minute = { ...row, paidMinor: paid.get(row.minute) ?? 0 };
    if (minutes.has(row.minute) || !isEmpty(minute)) minutes.set(row.minute, minute);
  }
  return [...minutes.values()].sort((a, b) => a.minute - b.minute);
}

const emptyMinute = {
  viewers: null,
  chats: 0,
  chatters: 0,
  joins: 0,
  follows: 0,
  gifts: 0,
  ordersPaid: 0,
  paidMinor: 0,
} as const;

function isEmpty({ minute: _minute, viewers, ...counts }: ReviewMinute): boolean {
  return viewers === null && Object.values(counts).every((count) => count === 0);
}

type PushSpan = {
  readonly productId: number;
  readonly goTs: number;
  readonly endTs: number | null;
  readonly state: string;
};

/** What one product got and brought; money only in the product's own currency. */
export function reviewProduct(
  product: ProductFields & { readonly productId: ProductId; readonly linkNumber: number },
  pushes: readonly PushSpan[],
  sales: readonly SalesRow[],
  { untilTs, canTellOrders }: { readonly untilTs: number; readonly canTellOrders: boolean },
): ReviewProduct {
  const own = pushes.filter(
    (push) => push.productId === product.productId && push.state !== 'undone',
  );
  const airtimeMs = own.reduce(
    (sum, push) => sum + Math.max(0, (push.endTs ?? untilTs) - push.goTs),
    0,
  );
  const { productId, linkNumber, name, role, currency } = product;
  const sold = sales.filter((row) => row.code === product.code);
  // 0 is only said where some source could have given more.
  const isTold = canTellOrders || sold.length > 0;
  const paidMinor = isTold ? sumOf(sold.filter(isIn(currency)), (row) => row.amountMinor) : null;
  return {
    productId,
    linkNumber,
    name,
    role,
    pushes: own.length,
    airtimeMs,
    ordersPaid: isTold ? sumOf(sold, (row) => row.orders) : null,
    unitsPaid: isTold ? sumOf(sold, (row) => row.units) : null,
    paidMinor,
    currency,
    // Of less than a minute it would be stretched to a rate that nobody saw.
    paidMinorPerMinute:
      airtimeMs < MINUTE_MS || paidMinor === null ? null : (paidMinor * MINUTE_MS) / airtimeMs,
  };
}

/** What was paid for by product and currency, over all rooms. */
export function salesFrom(sums: readonly OrderSum[]): readonly SalesRow[] {
  return [
    ...grouped(sums, (sum) => `${sum.currency}/${sum.exponent}/${sum.code}`).values(),
  ].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const { code, currency, exponent } = first;
    const sum = (of: 'orders' | 'units' | 'amountMinor'): number => sumOf(own, (row) => row[of]);
    const [orders, units, amountMinor] = [sum('orders'), sum('units'), sum('amountMinor')];
    return [{ code, currency, exponent, orders, units, amountMinor }];
  });
}

/** Amounts in this currency's usual minor unit; others are never added to them. */
function isIn(currency: string): (row: Partial<CurrencySum> | SalesRow) => boolean {
  const exponent = currencyExponent(currency);
  return (row) => row.currency === currency && row.exponent === exponent;
}

function sumOf<T>(rows: readonly T[], value: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + value(row), 0);
}

/** What platforms warned of, read from events or typed at a desk, in the order of the log. */
export function warningsIn(facts: readonly RoomEvent[]): readonly ReviewWarning[] {
  const seen = new Map(
    facts.flatMap((event) =>
      event.kind === 'warning.seen' ? [[event.warningSeq, event.eventTs] as const] : [],
    ),
  );
  return facts.flatMap((event) => {
    if (event.kind !== 'warning' && event.kind !== 'warning.noted') return [];
    const { seq, eventTs: ts, text, isCut } = event;
    const isTyped = event.kind === 'warning.noted';
    const platform = isTyped ? event.onPlatform : event.platform;
    const note = isTyped ? event.note : '';
    return [{ seq, ts, platform, text, isCut, isTyped, note, seenTs: seen.get(seq) ?? null }];
  });
}
