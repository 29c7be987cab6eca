import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { RoomId } from '#shared/model/ids.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { eventOf, type EventRow } from '../room/event-row.ts';

/** A chat line (1), what was removed (2, 15), or a fact of the desk (45, 46, 51, 52) about a question. */
export type QuestionRow = {
  readonly seq: number;
  readonly kind: number;
  readonly ts: number;
  readonly text: string | null;
  readonly body: string;
  /** Of a chat line: the platform's id of its writer, or the name where the id is hidden. */
  readonly person: string | null;
  /** Whose lines are being erased, or are. */
  readonly isErased: number;
  /** Null for a fact of the desk. */
  readonly sourceId: number | null;
};

/** Where in a show reading begins, so that about `limit` of its newest chats are read. Null: at its start. */
export function chatStartTs(db: ReadableDatabase, showId: number, limit: number): number | null {
  const row = db.get<{ minute: number }>(sql`
    SELECT minute FROM (
      SELECT minute, sum(sum(chats)) OVER (ORDER BY minute DESC) AS chats
      FROM minute_counts WHERE show_id = ${showId} GROUP BY minute)
    WHERE chats >= ${limit} ORDER BY minute DESC LIMIT 1`);
  return row === undefined ? null : row.minute * 60_000;
}

/** People who chatted, by minute of show time; those of one platform are never another's. */
export function chattersByMinute(
  db: ReadableDatabase,
  showId: number,
): ReadonlyMap<number, number> {
  return new Map(
    db
      .all<{ minute: number; chatters: number }>(sql`
        SELECT minute, sum(chatters) AS chatters FROM minute_counts
        WHERE show_id = ${showId} GROUP BY minute`)
      .map(({ minute, chatters }) => [minute, chatters]),
  );
}

/** The next rows in order of time, of those that were stored when reading began. */
export function questionRows(
  db: ReadableDatabase,
  showId: number,
  after: { readonly ts: number; readonly seq: number },
  untilSeq: number,
  limit: number,
): readonly QuestionRow[] {
  return db.all(sql`
    SELECT e.seq, e.kind, e.event_ts AS ts, e.text, e.body,
      coalesce(p.platform_user_id, json_extract(e.body, '$.actor.name')) AS person,
      coalesce(substr(p.platform_user_id, 1, 7) = 'erased-', 0) AS isErased,
      (SELECT source_id FROM source_rooms WHERE id = e.source_room_id) AS sourceId
    FROM events e INDEXED BY events_by_minute LEFT JOIN people p ON p.id = e.person_id
    WHERE e.show_id = ${showId} AND e.event_ts >= ${after.ts}
      AND (e.event_ts > ${after.ts} OR e.seq > ${after.seq})
      AND e.seq <= ${untilSeq} AND e.kind IN (1, 2, 15, 45, 46, 51, 52)
    ORDER BY e.event_ts, e.seq LIMIT ${limit}`);
}

/** What was stored since, as it lies: the last step of reading, on which live events follow. */
export function newerQuestionRows(
  db: ReadableDatabase,
  showId: number,
  afterSeq: number,
  limit: number,
): readonly QuestionRow[] {
  return db.all(sql`
    SELECT e.seq, e.kind, e.event_ts AS ts, e.text, e.body,
      coalesce(p.platform_user_id, json_extract(e.body, '$.actor.name')) AS person,
      coalesce(substr(p.platform_user_id, 1, 7) = 'erased-', 0) AS isErased,
      (SELECT source_id FROM source_rooms WHERE id = e.source_room_id) AS sourceId
    FROM events e NOT INDEXED LEFT JOIN people p ON p.id = e.person_id
    WHERE e.seq > ${afterSeq} AND e.show_id = ${showId} AND e.kind IN (1, 2, 15, 45, 46, 51, 52)
    ORDER BY e.seq LIMIT ${limit}`);
}

/** A chat line by its id on its platform; undefined where it never came. */
export function lineByKey(
  db: ReadableDatabase,
  showId: number,
  sourceId: number,
  key: string,
):
  | { readonly seq: number; readonly ts: number; readonly text: string; readonly person: string }
  | undefined {
  return db.get(sql`
    SELECT e.seq, e.event_ts AS ts, coalesce(e.text, '') AS text,
      coalesce(p.platform_user_id, json_extract(e.body, '$.actor.name'), '') AS person
    FROM events e INDEXED BY events_once LEFT JOIN people p ON p.id = e.person_id
    WHERE e.show_id = ${showId} AND e.dedupe_key = ${key} AND e.kind = 1
      AND e.source_room_id IN (SELECT id FROM source_rooms WHERE source_id = ${sourceId})`);
}

/** The words of a chat line; null when it is not there, empty when they were erased. */
export function lineText(db: ReadableDatabase, seq: number): string | null {
  return (
    db.get<{ text: string | null }>(sql`SELECT text FROM events WHERE seq = ${seq} AND kind = 1`)
      ?.text ?? null
  );
}

/** The fact (45) with which a cue of the show was sent. */
export function cueSentEvent(
  db: ReadableDatabase,
  roomId: RoomId,
  showId: number,
  cueId: number,
): RoomEvent | null {
  const row = db.get<EventRow>(sql`
    SELECT e.seq, e.show_id, e.kind, e.platform_ts, e.received_ts, e.event_ts, e.dedupe_key,
      e.text, e.body
    FROM cues c JOIN events e ON e.seq = c.seq WHERE c.id = ${cueId} AND c.show_id = ${showId}`);
  return row === undefined ? null : eventOf(row, roomId);
}

/** Chat lines of a stretch of a show, oldest first. */
export function chatLines(
  db: ReadableDatabase,
  roomId: RoomId,
  seqs: readonly number[],
): readonly RoomEvent[] {
  return db
    .all<EventRow>(sql`
      SELECT seq, show_id, kind, platform_ts, received_ts, event_ts, dedupe_key, text, body
      FROM events WHERE seq IN (SELECT value FROM json_each(${JSON.stringify(seqs)}))
      ORDER BY seq`)
    .map((row) => eventOf(row, roomId));
}
