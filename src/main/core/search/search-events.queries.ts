import type { RoomId, ShowId } from '#shared/model/ids.ts';
import type { SearchedShow } from '#shared/model/search.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Removal } from './search-file.queries.ts';

/** What the index keeps of a row of the log. */
export type RowToIndex = {
  readonly seq: number;
  readonly showId: number;
  readonly kind: number;
  readonly personId: number | null;
  readonly ts: number;
  /** Null for what carries no words of viewers. */
  readonly text: string | null;
  /** A note of a gift whose streak may grow. */
  readonly isGrowing: number;
};

/** The rows above `after`, in order: of every kind, so that none is ever passed over. */
export function rowsAbove(
  db: ReadableDatabase,
  after: number,
  limit: number,
): readonly RowToIndex[] {
  return db.all(sql`
    SELECT seq, show_id AS showId, kind, person_id AS personId, event_ts AS ts,
      CASE WHEN kind IN (1, 3, 4, 5, 11, 12) AND text <> '' THEN text END AS text,
      kind = 3 AND text <> '' AND instr(body, '"comboId":"') > 0 AS isGrowing
    FROM events WHERE seq > ${after} ORDER BY seq LIMIT ${limit}`);
}

/** The rows below `before`, the newest first. */
export function rowsBelow(
  db: ReadableDatabase,
  before: number,
  limit: number,
): readonly RowToIndex[] {
  return db.all(sql`
    SELECT seq, show_id AS showId, kind, person_id AS personId, event_ts AS ts,
      CASE WHEN kind IN (1, 3, 4, 5, 11, 12) AND text <> '' THEN text END AS text,
      kind = 3 AND text <> '' AND instr(body, '"comboId":"') > 0 AS isGrowing
    FROM events WHERE seq < ${before} ORDER BY seq DESC LIMIT ${limit}`);
}

/**
 * What took messages away between two rows: the removal of one (2), and bans, time-outs and clearings
 * (15). Read as the rows lie, since no index knows these kinds.
 */
export function removalsBetween(
  db: ReadableDatabase,
  fromSeq: number,
  toSeq: number,
): readonly Removal[] {
  return db.all(sql`
    SELECT e.seq, e.show_id AS showId, coalesce(e.body ->> '$.platform', '') AS platform,
      t.seq AS targetSeq, p.id AS personId
    FROM events e NOT INDEXED
    LEFT JOIN events t ON e.kind = 2 AND t.show_id = e.show_id
      AND t.source_room_id = e.source_room_id AND t.dedupe_key = e.body ->> '$.targetId'
    LEFT JOIN people p ON p.platform = e.body ->> '$.platform'
      AND p.platform_user_id = coalesce(e.body ->> '$.userId', e.body ->> '$.target.platformUserId')
    WHERE e.seq BETWEEN ${fromSeq} AND ${toSeq} AND e.kind IN (2, 15)
      AND CASE e.kind
        WHEN 2 THEN t.seq IS NOT NULL OR (e.body ->> '$.targetId' IS NULL AND p.id IS NOT NULL)
        ELSE e.body ->> '$.action' = 'clear'
          OR (e.body ->> '$.action' IN ('ban', 'timeout') AND p.id IS NOT NULL) END`);
}

/** By what a row is known in whatever store it lies; null where it is not there. */
export function markOf(db: ReadableDatabase, seq: number): string | null {
  const row = db.get<{ mark: string }>(sql`
    SELECT show_id || ' ' || kind || ' ' || received_ts || ' ' || event_ts AS mark
    FROM events WHERE seq = ${seq}`);
  return row?.mark ?? null;
}

export function firstSeqOf(db: ReadableDatabase): number | null {
  return db.get<{ seq: number | null }>(sql`SELECT min(seq) AS seq FROM events`)?.seq ?? null;
}

export function timeOf(db: ReadableDatabase, seq: number): number | null {
  return (
    db.get<{ ts: number }>(sql`SELECT event_ts AS ts FROM events WHERE seq = ${seq}`)?.ts ?? null
  );
}

/** A message as it is looked at. */
export type MessageRow = {
  readonly seq: number;
  readonly showId: ShowId;
  readonly kind: number;
  readonly personId: number | null;
  readonly ts: number;
  readonly platform: string;
  readonly text: string;
  readonly body: string;
};

/** Messages among the rows just below `before`, newest first, and how far down these rows go. */
export function messagesBelow(
  db: ReadableDatabase,
  from: number,
  before: number,
  rows: number,
): { readonly messages: readonly MessageRow[]; readonly lowest: number | null } {
  const lowest =
    db.get<{ seq: number | null }>(sql`SELECT min(seq) AS seq FROM (SELECT seq FROM events
      WHERE seq >= ${from} AND seq < ${before} ORDER BY seq DESC LIMIT ${rows})`)?.seq ?? null;
  if (lowest === null) return { messages: [], lowest };
  const messages = db.all<MessageRow>(sql`
    SELECT e.seq, e.show_id AS showId, e.kind, e.person_id AS personId, e.event_ts AS ts,
      coalesce(r.platform, e.body ->> '$.platform', '') AS platform, e.text, e.body
    FROM events e NOT INDEXED LEFT JOIN source_rooms r ON r.id = e.source_room_id
    WHERE e.seq >= ${lowest} AND e.seq < ${before} AND e.kind IN (1, 3, 4, 5, 11, 12)
      AND e.text <> ''
    ORDER BY e.seq DESC`);
  return { messages, lowest };
}

/** These messages, newest first; rows that are no message are left out. */
export function messagesOf(db: ReadableDatabase, seqs: readonly number[]): readonly MessageRow[] {
  return db.all(sql`
    SELECT e.seq, e.show_id AS showId, e.kind, e.person_id AS personId, e.event_ts AS ts,
      coalesce(r.platform, e.body ->> '$.platform', '') AS platform, e.text, e.body
    FROM json_each(${JSON.stringify(seqs)}) s CROSS JOIN events e ON e.seq = s.value
      LEFT JOIN source_rooms r ON r.id = e.source_room_id
    WHERE e.kind IN (1, 3, 4, 5, 11, 12) AND e.text <> ''
    ORDER BY e.seq DESC`);
}

/** Every show of a room: few beside their messages. */
export function showsOfRoom(db: ReadableDatabase, roomId: RoomId): readonly SearchedShow[] {
  return db.all(sql`SELECT id, title, origin, started_ts AS startedTs FROM shows
    WHERE room_id = ${roomId} AND removed_ts IS NULL`);
}

export function personIdOf(
  db: ReadableDatabase,
  platform: string,
  platformUserId: string,
): number | null {
  const row = db.get<{ id: number }>(sql`SELECT id FROM people
    WHERE platform = ${platform} AND platform_user_id = ${platformUserId}`);
  return row?.id ?? null;
}

/** People below a key, newest first, with the names they are known by now. */
export function peopleBelow(
  db: ReadableDatabase,
  before: number,
  limit: number,
): readonly { readonly id: number; readonly name: string; readonly displayName: string }[] {
  return db.all(sql`SELECT id, name, display_name AS displayName FROM people
    WHERE id < ${before} ORDER BY id DESC LIMIT ${limit}`);
}
