import type { RoomEvent } from '#shared/contract/room-event.ts';
import { RoomId } from '#shared/model/ids.ts';
import type { CurrencySum, VirtualSum } from '#shared/model/metrics.ts';
import type { PlatformWarning } from '#shared/model/source.ts';
import {
  ConcurrentViewers,
  type ViewerFigure,
  type ViewerPlace,
} from '#shared/rules/concurrent-viewers.ts';
import type { RestoredTotals } from '#shared/rules/stored-figures.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { eventOf, type EventRow } from './event-row.ts';
import { factsOf } from './facts.queries.ts';
import { CHAT_LIKE_CODES } from './ingest.ts';

export type RoomRow = { readonly roomId: RoomId; readonly name: string };

export function allRooms(db: ReadableDatabase): readonly RoomRow[] {
  return db
    .all<{ id: string; name: string }>(sql`SELECT id, name FROM rooms ORDER BY created_ts, id`)
    .map((row) => ({ roomId: RoomId.parse(row.id), name: row.name }));
}

export function insertRoom(
  db: WritableDatabase,
  room: RoomRow & {
    readonly timeZone: string;
    readonly currency: string;
    readonly createdTs: number;
  },
): void {
  db.run(sql`INSERT INTO rooms (id, name, time_zone, currency, created_ts)
    VALUES (${room.roomId}, ${room.name}, ${room.timeZone}, ${room.currency}, ${room.createdTs})`);
}

/** False where there is no such room. */
export function renameRoom(db: WritableDatabase, roomId: RoomId, name: string): boolean {
  return db.run(sql`UPDATE rooms SET name = ${name} WHERE id = ${roomId}`).changes > 0;
}

/** Machine's time of the last event or show that was made, whichever says later; null: an empty store. */
export function newestTs(db: ReadableDatabase): number | null {
  const row = db.get<{ ts: number | null }>(sql`
    SELECT max(ts) AS ts FROM (
      SELECT received_ts AS ts FROM events WHERE seq = (SELECT max(seq) FROM events)
      UNION ALL SELECT created_ts FROM shows WHERE id = (SELECT max(id) FROM shows))`);
  return row?.ts ?? null;
}

export function lastSeq(db: ReadableDatabase): number {
  return db.get<{ seq: number }>(sql`SELECT coalesce(max(seq), 0) AS seq FROM events`)?.seq ?? 0;
}

const CHAT_LIKE = JSON.stringify(CHAT_LIKE_CODES);

/** Rows of the log that are looked at before an index is asked; a page of a busy show is among them. */
const NEAR_ROWS = 5_000;

/**
 * Chat-like events before `beforeSeq`, oldest first. Takes as long in a store of a gigabyte as in an
 * empty one: the newest rows are read as they lie, and only a page that is not among them is looked up.
 */
export function chatPage(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: number,
  beforeSeq: number,
  limit: number,
): readonly RoomEvent[] {
  const near = nearChat(db, showId, beforeSeq, limit);
  const rows = near.length === limit ? near : farChat(db, showId, beforeSeq, limit);
  return rows.map((row) => eventOf(row, roomId)).reverse();
}

function nearChat(db: ReadableDatabase, showId: number, beforeSeq: number, limit: number) {
  const before = Math.min(beforeSeq, lastSeq(db) + 1);
  return db.all<EventRow>(sql`
    SELECT seq, show_id, kind, platform_ts, received_ts, event_ts, dedupe_key, text, body
    FROM events NOT INDEXED
    WHERE seq < ${before} AND seq >= ${before - NEAR_ROWS} AND show_id = ${showId}
      AND kind IN (SELECT value FROM json_each(${CHAT_LIKE}))
    ORDER BY seq DESC LIMIT ${limit}`);
}

/** By an index that holds all that is asked for, so that only the page's own rows are read. */
function farChat(db: ReadableDatabase, showId: number, beforeSeq: number, limit: number) {
  return db.all<EventRow>(sql`
    SELECT seq, show_id, kind, platform_ts, received_ts, event_ts, dedupe_key, text, body
    FROM events WHERE seq IN (
      SELECT seq FROM events INDEXED BY events_by_minute
      WHERE show_id = ${showId} AND seq < ${beforeSeq}
        AND kind IN (SELECT value FROM json_each(${CHAT_LIKE}))
      ORDER BY seq DESC LIMIT ${limit})
    ORDER BY seq DESC`);
}

/**
 * Facts of the desk, raids (10) and links (20) of a show, in the order they were stored: where
 * marks come from. INDEXED BY makes it fail where it would read the whole show.
 */
export function markedEvents(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly RoomEvent[] {
  return db
    .all<EventRow>(sql`
      SELECT seq, show_id, kind, platform_ts, received_ts, event_ts, dedupe_key, text, body
      FROM events INDEXED BY events_few WHERE show_id = ${showId} AND kind >= 40
      UNION ALL
      SELECT seq, show_id, kind, platform_ts, received_ts, event_ts, dedupe_key, text, body
      FROM events INDEXED BY events_few WHERE show_id = ${showId} AND kind = 10
      UNION ALL
      SELECT seq, show_id, kind, platform_ts, received_ts, event_ts, dedupe_key, text, body
      FROM events INDEXED BY events_few WHERE show_id = ${showId} AND kind = 20
      ORDER BY 1`)
    .map((row) => eventOf(row, roomId));
}

/** Moments that were marked (48), written to (107) or taken away (108), in the order of the log. */
export function bookmarkFactsOf(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly RoomEvent[] {
  return factsOf(db, roomId, showId, ['bookmark', 'bookmark.noted', 'bookmark.removed']);
}

/** Figures that were entered by hand (53) in a show and taken back (54), in the order of the log. */
export function enteredFacts(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): readonly RoomEvent[] {
  return factsOf(db, roomId, showId, ['figures.entered', 'figures.withdrawn']);
}

type WarningRow = Omit<PlatformWarning, 'isCut' | 'isTyped'> & {
  readonly isCut: number;
  readonly isTyped: number;
};

/** Warnings of platforms (50, typed 57) in a show that no fact (49) says were seen, oldest first. */
export function unseenWarnings(db: ReadableDatabase, showId: number): readonly PlatformWarning[] {
  return db
    .all<WarningRow>(sql`
      SELECT e.seq, e.event_ts AS ts, e.kind = 57 AS isTyped,
        json_extract(e.body, iif(e.kind = 57, '$.onPlatform', '$.platform')) AS platform,
        json_extract(e.body, '$.text') AS text, json_extract(e.body, '$.isCut') AS isCut,
        coalesce(json_extract(e.body, '$.note'), '') AS note
      FROM events e INDEXED BY events_few
      WHERE e.show_id = ${showId} AND e.kind IN (50, 57) AND e.kind >= 40 AND NOT EXISTS (
        SELECT 1 FROM events s INDEXED BY events_few
        WHERE s.show_id = ${showId} AND s.kind = 49 AND s.kind >= 40
          AND json_extract(s.body, '$.warningSeq') = e.seq)
      ORDER BY e.seq`)
    .map((row) => ({ ...row, isCut: row.isCut === 1, isTyped: row.isTyped === 1 }));
}

export function totalsOf(db: ReadableDatabase, showId: number): RestoredTotals {
  // The literal 40 lets the index of facts serve, so that a long show is taken up at once.
  const row = db.get<RestoredTotals>(sql`
    SELECT coalesce(sum(m.events), 0) + f.facts AS events, f.facts, coalesce(sum(chats), 0) AS chats,
      coalesce(sum(joins), 0) AS joins, coalesce(sum(follows), 0) AS follows,
      coalesce(sum(gifts), 0) AS gifts, coalesce(sum(orders_placed), 0) AS ordersPlaced,
      coalesce(sum(orders_paid), 0) AS ordersPaid
    FROM (SELECT count(*) AS facts FROM events WHERE show_id = ${showId} AND kind >= 40) f
      LEFT JOIN minute_counts m ON m.show_id = ${showId}`);
  if (row === undefined) throw new Error('an aggregate has no row');
  return row;
}

export function moneyOf(
  db: ReadableDatabase,
  showId: number,
  what: 'order_paid' | 'tip',
): readonly CurrencySum[] {
  return db.all(sql`
    SELECT currency, exponent, sum(amount_minor) AS amountMinor FROM minute_money
    WHERE show_id = ${showId} AND what = ${what} GROUP BY currency, exponent`);
}

export function virtualOf(db: ReadableDatabase, showId: number): readonly VirtualSum[] {
  return db.all(sql`SELECT unit, sum(quantity) AS quantity FROM minute_virtual
    WHERE show_id = ${showId} GROUP BY unit`);
}

export type ViewerRow = ViewerPlace &
  Omit<ViewerFigure, 'isApprox'> & { readonly isApprox: number };

/** Viewers of a stored show, as the live figures hold them. */
export function viewersIn(rows: readonly ViewerRow[]): ConcurrentViewers {
  const viewers = new ConcurrentViewers();
  for (const row of rows) viewers.set(row, figureIn(row));
  return viewers;
}

export function figureIn({ ts, current, total, isApprox }: ViewerRow): ViewerFigure {
  return { ts, current, total, isApprox: isApprox === 1 };
}

type ViewerTuple = readonly [
  sourceRoomId: number,
  ts: number,
  current: ViewerRow['current'],
  total: ViewerRow['total'],
  isApprox: number,
];

/** Every viewer figure of a stored show, in the order they were stored; kind 14, as the index says. */
export function viewerFiguresOf(db: ReadableDatabase, showId: number): readonly ViewerRow[] {
  const places = db.all<ViewerPlace & { readonly id: number }>(sql`
    SELECT id, source_id AS sourceId, platform, platform_room_id AS platformRoomId FROM source_rooms`);
  const placeOf = new Map(places.map(({ id, ...place }) => [id, place]));
  const rows = db.tuples<ViewerTuple>(sql`
    SELECT source_room_id, event_ts, json_extract(body, '$.current'),
      json_extract(body, '$.total'), json_extract(body, '$.isApprox')
    FROM events INDEXED BY events_viewers
    WHERE show_id = ${showId} AND kind = 14 ORDER BY seq`);
  return rows.flatMap(([roomId, ts, current, total, isApprox]) => {
    const place = placeOf.get(roomId);
    return place === undefined ? [] : [{ ...place, ts, current, total, isApprox }];
  });
}

/** Whether any viewer figure (14) of a show was approximate. */
export function hasApproxViewers(db: ReadableDatabase, showId: number): boolean {
  return (
    db.get(sql`
      SELECT 1 AS found FROM events INDEXED BY events_viewers
      WHERE show_id = ${showId} AND kind = 14 AND json_extract(body, '$.isApprox') = 1
      LIMIT 1`) !== undefined
  );
}

/** A page of a stored show's platform events in the order (eventTs, seq), for its replay. */
export function eventPage(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: number,
  after: { readonly eventTs: number; readonly seq: number },
  limit: number,
): readonly RoomEvent[] {
  return db
    .all<EventRow>(sql`
      SELECT seq, show_id, kind, platform_ts, received_ts, event_ts, dedupe_key, text, body
      FROM events WHERE show_id = ${showId} AND source_room_id IS NOT NULL
        AND (event_ts, seq) > (${after.eventTs}, ${after.seq})
      ORDER BY event_ts, seq LIMIT ${limit}`)
    .map((row) => eventOf(row, roomId));
}

export function lastEventTs(db: ReadableDatabase, showId: number): number | null {
  const row = db.get<{ ts: number | null }>(sql`
    SELECT max(event_ts) AS ts FROM events WHERE show_id = ${showId} AND source_room_id IS NOT NULL`);
  return row?.ts ?? null;
}
