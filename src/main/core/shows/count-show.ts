import { ProductFields } from '#shared/model/product.ts';
import { ProductId } from '#shared/model/ids.ts';
import type { Show } from '#shared/model/show.ts';
import type { SourceCan } from '#shared/model/source.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { onAirMs } from '#shared/rules/show-state.ts';
import { sentCuesOf } from '../cues/cues.queries.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import {
  doneCuesOf,
  minutesOf,
  moneyOf,
  productsOf,
  sourcesOfShow,
  totalsOf,
} from '../review/review.queries.ts';
import { paidOrdersOf } from '../review/paid-orders.ts';
import { meanViewers, reviewProduct, salesFrom, whyUnknown } from '../review/review.rules.ts';
import { viewerFiguresOf, viewersIn } from '../room/room.queries.ts';
import { pushesOf } from '../shelf/shelf.queries.ts';
import {
  anchorsInLog,
  gapSpans,
  putFigures,
  putMoney,
  putProduct,
  unitsPaidOf,
  type FiguresRow,
  type MoneyRow,
  type ProductFiguresRow,
} from './show-figures.queries.ts';

type CanOf = (connector: string) => SourceCan | null;

/** What a show came to, counted from its roll-ups, small tables and few rows of the log. */
export type CountedShow = {
  readonly row: FiguresRow;
  readonly money: readonly MoneyRow[];
  readonly products: readonly ProductFiguresRow[];
};

const MONEY = ['order_placed', 'order_paid', 'tip'] as const;

/** By the same queries and rules as the review: a figure here and there cannot differ. */
export function countShow(
  db: ReadableDatabase,
  show: Show,
  untilTs: number,
  canOf: CanOf,
): CountedShow {
  const sources = sourcesOfShow(db, show.id);
  const totals = totalsOf(db, show.id);
  const pushes = pushesOf(db, show.id, 0);
  const money = MONEY.flatMap((what) =>
    moneyOf(db, show.id, what).map((sum): MoneyRow => ({ what, ...sum })),
  );
  const exponent = currencyExponent(show.currency);
  const paid = money.find(
    (sum) =>
      sum.what === 'order_paid' && sum.currency === show.currency && sum.exponent === exponent,
  );
  const row: FiguresRow = {
    sources: JSON.stringify(sources),
    anchors: JSON.stringify(anchorsInLog(db, show.id)),
    onAirMs: onAirMs(show, untilTs),
    events: totals.feedEvents + totals.facts,
    chats: totals.chats,
    chatters: totals.chatters,
    joins: totals.joins,
    follows: totals.follows,
    gifts: totals.gifts,
    ordersPlaced: totals.ordersPlaced,
    ordersPaid: totals.ordersPaid,
    unitsPaid: unitsPaidOf(db, show.id),
    paidMinor: paid?.amountMinor ?? 0,
    views: totals.views,
    viewersMean: meanViewers(minutesOf(db, show.id)),
    viewersPeak: viewersIn(viewerFiguresOf(db, show.id)).peak()?.value ?? null,
    pushes: pushes.filter(({ state }) => state !== 'undone').length,
    cuesSent: sentCuesOf(db, show.id, Number.MAX_SAFE_INTEGER).length,
    cuesDone: doneCuesOf(db, show.id),
    gapMs: coveredMs(gapSpans(db, show.id)),
  };
  const cans = sources.map(({ connector }) => canOf(connector));
  const canTellOrders = whyUnknown(cans, 'orders').reason === 'nothing_yet';
  return { row, money, products: productRows(db, show, pushes, { untilTs, canTellOrders }) };
}

function productRows(
  db: ReadableDatabase,
  show: Show,
  pushes: ReturnType<typeof pushesOf>,
  of: { readonly untilTs: number; readonly canTellOrders: boolean },
): readonly ProductFiguresRow[] {
  const sales = salesFrom(paidOrdersOf(db, show.id).sums);
  return productsOf(db, show.id).map(({ id, linkNumber, fields }) => {
    const product = {
      ...ProductFields.parse(JSON.parse(fields)),
      productId: ProductId.parse(id),
      linkNumber,
    };
    const {
      productId,
      currency: paidIn,
      airtimeMs,
      ordersPaid,
      unitsPaid,
      paidMinor,
      ...rest
    } = reviewProduct(product, pushes, sales, of);
    return {
      productId,
      linkNumber,
      currency: paidIn,
      pushes: rest.pushes,
      airtimeMs,
      ordersPaid,
      unitsPaid,
      paidMinor,
    };
  });
}

/** Of several sources at once a time counts once. `spans` in the order of their beginnings. */
function coveredMs(spans: ReturnType<typeof gapSpans>): number {
  let covered = 0;
  let untilTs = 0;
  for (const { fromTs, toTs } of spans) {
    covered += Math.max(0, toTs - Math.max(fromTs, untilTs));
    untilTs = Math.max(untilTs, toTs);
  }
  return covered;
}

/** In a transaction: the show's rows anew. */
export function keepCounted(db: WritableDatabase, showId: number, counted: CountedShow): void {
  putFigures(db, showId, counted.row);
  for (const sum of counted.money) putMoney(db, showId, sum);
  for (const product of counted.products) putProduct(db, showId, product);
}
