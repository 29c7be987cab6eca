import { z } from 'zod';

import { ProductId, ShowId } from '#shared/model/ids.ts';
import type { CurrencySum } from '#shared/model/metrics.ts';
import { ListedShow, NamedProduct } from '#shared/model/show-list.ts';
import type { SourceCan } from '#shared/model/source.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { showById } from '../room/show.queries.ts';
import { countShow, type CountedShow } from './count-show.ts';
import { roomDay } from './room-day.ts';
import { knownFigures } from './show-figures.ts';
import type { FiguresRow } from './show-figures.queries.ts';
import {
  figuresOfRoom,
  listedRows,
  paidOfRoom,
  productIdsOfRoom,
  productNames,
  timeZoneOf,
  wordsOfRoom,
  type ListedRow,
} from './shows.queries.ts';

type CanOf = (connector: string) => SourceCan | null;
type Words = { readonly tags: string[]; readonly anchors: string[] };

const Kind = ListedShow.pick({ origin: true, state: true });
const Names = z.array(z.string());
const Ids = z.array(ProductId);
const NO_CAN: SourceCan = {
  viewers: false,
  joins: false,
  follows: false,
  orders: false,
  gifts: false,
  chat: false,
};

export type ShowList = {
  readonly shows: ListedShow[];
  readonly bin: ListedShow[];
  readonly products: NamedProduct[];
};

/**
 * All shows of a room, newest first, from a row each. `currentId`: the show on the desk, which may
 * still change and is counted as it is now.
 */
export function listedShows(
  db: ReadableDatabase,
  roomId: string,
  currentId: number | null,
  canOf: CanOf,
): ShowList {
  const all = rowsOf(db, roomId, null, currentId, canOf);
  return {
    shows: all.filter(({ removedTs }) => removedTs === null),
    bin: all.filter(({ removedTs }) => removedTs !== null),
    products: productNames(db, roomId).map((row) => NamedProduct.parse(row)),
  };
}

/** Some of the shows that are not in the bin, in the order of the list. */
export function someShows(
  db: ReadableDatabase,
  roomId: string,
  only: ReadonlySet<number>,
  currentId: number | null,
  canOf: CanOf,
): readonly ListedShow[] {
  const rows = rowsOf(db, roomId, only, currentId, canOf);
  return rows.filter(({ removedTs }) => removedTs === null);
}

function rowsOf(
  db: ReadableDatabase,
  roomId: string,
  only: ReadonlySet<number> | null,
  currentId: number | null,
  canOf: CanOf,
): readonly ListedShow[] {
  const zone = timeZoneOf(db, roomId);
  const figures = new Map<number, FiguresRow>();
  for (const row of figuresOfRoom(db, roomId)) figures.set(row.showId, row);
  const productIds = new Map(productIdsOfRoom(db, roomId).map(({ showId, ids }) => [showId, ids]));
  const words = wordsByShow(db, roomId);
  const paid = paidByShow(db, roomId);

  function listed(row: ListedRow): ListedShow {
    const isOver = row.state === 'ended';
    const held = row.id === currentId ? undefined : figures.get(row.id);
    const fresh = isOver && held === undefined ? counted(db, row.id, canOf) : null;
    const counts = held ?? fresh?.row;
    const known = isOver && counts !== undefined ? knownFigures(counts, canOf) : null;
    const own = words.get(row.id) ?? { tags: [], anchors: [] };
    const told = counts === undefined ? [] : Names.parse(JSON.parse(counts.anchors));
    const day = row.startedTs === null ? null : roomDay(row.startedTs, zone);
    return {
      ...Kind.parse({ origin: row.origin, state: row.state }),
      id: ShowId.parse(row.id),
      title: row.title,
      currency: row.currency,
      createdTs: row.createdTs,
      startedTs: row.startedTs,
      endedTs: row.endedTs,
      weekday: day?.weekday ?? null,
      dayMinute: day?.dayMinute ?? null,
      platforms: [...(known?.platforms ?? [])],
      can: known?.can ?? NO_CAN,
      anchors: own.anchors.length > 0 ? own.anchors : told,
      areAnchorsNamed: own.anchors.length > 0,
      tags: own.tags,
      productIds:
        fresh === null ? Ids.parse(JSON.parse(productIds.get(row.id) ?? '[]')) : idsOf(fresh),
      figures: known?.figures ?? null,
      paid:
        fresh === null
          ? (paid.get(row.id) ?? [])
          : fresh.money.flatMap(({ what, ...sum }) => (what === 'order_paid' ? [sum] : [])),
      mergedTs: row.mergedTs,
      removedTs: row.removedTs,
    };
  }

  const rows = listedRows(db, roomId);
  return (only === null ? rows : rows.filter(({ id }) => only.has(id))).map(listed);
}

function idsOf({ products }: CountedShow): ProductId[] {
  return products.map(({ productId }) => ProductId.parse(productId));
}

function counted(db: ReadableDatabase, showId: number, canOf: CanOf): CountedShow {
  const stored = showById(db, ShowId.parse(showId));
  if (stored === null) throw new Error(`no show ${showId} to count`);
  return countShow(db, stored.show, stored.show.endedTs ?? 0, canOf);
}

function paidByShow(db: ReadableDatabase, roomId: string): ReadonlyMap<number, CurrencySum[]> {
  const paid = new Map<number, CurrencySum[]>();
  for (const { showId, ...sum } of paidOfRoom(db, roomId)) {
    paid.set(showId, [...(paid.get(showId) ?? []), sum]);
  }
  return paid;
}

function wordsByShow(db: ReadableDatabase, roomId: string): ReadonlyMap<number, Words> {
  const words = new Map<number, Words>();
  for (const { showId, kind, word } of wordsOfRoom(db, roomId)) {
    const own = words.get(showId) ?? { tags: [], anchors: [] };
    (kind === 'tag' ? own.tags : own.anchors).push(word);
    words.set(showId, own);
  }
  return words;
}
