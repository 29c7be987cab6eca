import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { ProductId, type ShowId } from '#shared/model/ids.ts';
import type { ProductInShow, ShowMinute, ShowSide } from '#shared/model/show-comparison.ts';
import { ProductInShow as ProductInShowModel } from '#shared/model/show-comparison.ts';
import type { ListedShow, ShowFigures } from '#shared/model/show-list.ts';
import type { SourceCan } from '#shared/model/source.ts';
import { currencyExponent } from '#shared/rules/currency-exponent.ts';
import { heldTargets } from '#shared/rules/targets/held-targets.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { targetFacts } from '../planning/targets.queries.ts';
import { sourcesOfShow } from '../review/review.queries.ts';
import { viewersIn } from '../room/room.queries.ts';
import { showById } from '../room/show.queries.ts';
import {
  minutesOn,
  namesIn,
  paidMinutesOn,
  productsInShows,
  totalsOn,
  viewerFiguresOn,
} from './alike.queries.ts';
import { countShow } from './count-show.ts';
import { someShows } from './list-shows.ts';
import { knownFigures } from './show-figures.ts';
import { storedFigures, storedProducts, type FiguresRow } from './show-figures.queries.ts';

type CanOf = (connector: string) => SourceCan | null;
type Pair = readonly [ShowId, ShowId];
const MINUTE_MS = 60_000;

/**
 * Two shows of a room, like with like: where their platforms differ, only those that both had are
 * counted, and what was left out is named. Refused: unknown_show, show_in_use.
 */
export function comparedShows(
  db: ReadableDatabase,
  roomId: string,
  showIds: Pair,
  currentId: number | null,
  canOf: CanOf,
): Result<{ sides: [ShowSide, ShowSide] }> {
  const shows = someShows(db, roomId, new Set(showIds), currentId, canOf);
  const [first, second] = showIds.map((id) => shows.find((show) => show.id === id));
  if (first === undefined) return fail('unknown_show', { showId: showIds[0] });
  if (second === undefined) return fail('unknown_show', { showId: showIds[1] });
  for (const { title, figures } of [first, second]) {
    if (figures === null) return fail('show_in_use', { title });
  }
  const common = first.platforms.filter((platform) => second.platforms.includes(platform));
  return ok({
    sides: [sideOf(db, roomId, first, common, canOf), sideOf(db, roomId, second, common, canOf)],
  });
}

function sideOf(
  db: ReadableDatabase,
  roomId: string,
  show: ListedShow,
  common: readonly string[],
  canOf: CanOf,
): ShowSide {
  const leftOut = show.platforms.filter((platform) => !common.includes(platform));
  const isNothingAlike = common.length === 0 && show.platforms.length > 0;
  const platforms = leftOut.length === 0 ? null : JSON.stringify(common);
  return {
    show,
    alike: isNothingAlike
      ? null
      : platforms === null || show.figures === null
        ? show.figures
        : alikeFigures(db, show, show.figures, platforms, canOf),
    leftOut,
    minutes: isNothingAlike ? [] : minutesFromStart(db, show, platforms),
    products: productsOfShow(db, show, canOf),
    targets: heldTargets(targetFacts(db, roomId, show.id)).map(({ name, value, currency }) => ({
      name,
      value,
      currency,
    })),
  };
}

/** The figures of some of the show's platforms; what belongs to none of them stays as it is. */
function alikeFigures(
  db: ReadableDatabase,
  show: ListedShow,
  whole: ShowFigures,
  platforms: string,
  canOf: CanOf,
): ShowFigures {
  const totals = totalsOn(db, show.id, platforms);
  if (totals === undefined) return whole;
  const minutes = minutesOn(db, show.id, platforms);
  const viewers = minutes.flatMap((minute) => minute.viewers ?? []);
  const paid = paidMinutesOn(db, show.id, platforms, moneyOf(show));
  const among: unknown = JSON.parse(platforms);
  const isAmong = (platform: string): boolean => Array.isArray(among) && among.includes(platform);
  const row: FiguresRow = {
    ...totals,
    sources: JSON.stringify(sourcesOfShow(db, show.id).filter(({ platform }) => isAmong(platform))),
    anchors: '[]',
    onAirMs: whole.onAirMs,
    paidMinor: paid.reduce((sum, { paidMinor }) => sum + paidMinor, 0),
    viewersMean:
      viewers.length === 0 ? null : viewers.reduce((sum, each) => sum + each, 0) / viewers.length,
    viewersPeak: viewersIn(viewerFiguresOn(db, show.id, platforms)).peak()?.value ?? null,
    pushes: whole.pushes,
    cuesSent: whole.cuesSent,
    cuesDone: whole.cuesDone,
    gapMs: whole.gapMs,
  };
  return knownFigures(row, canOf).figures;
}

function minutesFromStart(
  db: ReadableDatabase,
  show: ListedShow,
  platforms: string | null,
): ShowMinute[] {
  const start = Math.floor((show.startedTs ?? show.createdTs) / MINUTE_MS);
  const paid = new Map(
    paidMinutesOn(db, show.id, platforms, moneyOf(show)).map((row) => [row.minute, row.paidMinor]),
  );
  return minutesOn(db, show.id, platforms).map(({ minute, viewers, chats, ordersPaid }) => ({
    place: minute - start,
    viewers,
    chats,
    ordersPaid,
    paidMinor: paid.get(minute) ?? 0,
  }));
}

function moneyOf({ currency }: ListedShow): {
  readonly currency: string;
  readonly exponent: number;
} {
  return { currency, exponent: currencyExponent(currency) };
}

function productsOfShow(
  db: ReadableDatabase,
  show: ListedShow,
  canOf: CanOf,
): ShowSide['products'] {
  const stored = storedFigures(db, show.id) === undefined ? null : storedProducts(db, show.id);
  const rows = stored ?? countedProducts(db, show, canOf);
  const names = new Map(
    namesIn(db, JSON.stringify(rows.map(({ productId }) => productId))).map(({ id, name }) => [
      id,
      name,
    ]),
  );
  return rows.map((row) => ({
    ...row,
    productId: ProductId.parse(row.productId),
    name: names.get(row.productId) ?? '',
  }));
}

function countedProducts(db: ReadableDatabase, { id }: ListedShow, canOf: CanOf) {
  const stored = showById(db, id);
  return stored === null
    ? []
    : countShow(db, stored.show, stored.show.endedTs ?? 0, canOf).products;
}

/** What products came to in each live show of a room. */
export function productRows(
  db: ReadableDatabase,
  roomId: string,
  productIds: readonly ProductId[],
): ProductInShow[] {
  return productsInShows(db, roomId, JSON.stringify(productIds)).map((row) =>
    ProductInShowModel.parse(row),
  );
}
