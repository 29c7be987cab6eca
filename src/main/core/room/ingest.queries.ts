import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Local key of a platform's room under one source. */
export function sourceRoomKey(
  db: WritableDatabase,
  sourceId: number,
  platform: string,
  platformRoomId: string,
): number {
  const find = sql`SELECT id FROM source_rooms WHERE source_id = ${sourceId}
    AND platform = ${platform} AND platform_room_id = ${platformRoomId}`;
  const held = db.get<{ id: number }>(find);
  if (held !== undefined) return held.id;
  return db.run(sql`INSERT INTO source_rooms (source_id, platform, platform_room_id)
    VALUES (${sourceId}, ${platform}, ${platformRoomId})`).lastId;
}

/** Only live shows feed people, baselines and pay. */
export function isLiveShow(db: ReadableDatabase, showId: number): boolean {
  const row = db.get<{ origin: string }>(sql`SELECT origin FROM shows WHERE id = ${showId}`);
  return row?.origin === 'live';
}

export type Streak = {
  readonly seq: number;
  /** The platform's own count of the streak so far. */
  readonly count: number;
  readonly platformTs: number | null;
  readonly receivedTs: number;
  readonly eventTs: number;
  readonly dedupeKey: string;
  /** Items counted so far; fewer than `count` when the streak was joined half-way. */
  readonly items: number;
  /** JSON of the value counted so far; null without one. */
  readonly value: string | null;
};

export function streakOf(
  db: ReadableDatabase,
  showId: number,
  sourceRoomId: number,
  comboId: string,
): Streak | undefined {
  return db.get<Streak>(sql`
    SELECT s.seq, s.count, e.platform_ts AS platformTs, e.received_ts AS receivedTs,
      e.event_ts AS eventTs, e.dedupe_key AS dedupeKey, json_extract(e.body, '$.count') AS items,
      json_extract(e.body, '$.value') AS value
    FROM gift_streaks s JOIN events e ON e.seq = s.seq
    WHERE s.show_id = ${showId} AND s.source_room_id = ${sourceRoomId} AND s.combo_id = ${comboId}`);
}

export function startStreak(
  db: WritableDatabase,
  showId: number,
  sourceRoomId: number,
  comboId: string,
  seq: number,
  count: number,
): void {
  db.run(sql`INSERT INTO gift_streaks (show_id, source_room_id, combo_id, seq, count)
    VALUES (${showId}, ${sourceRoomId}, ${comboId}, ${seq}, ${count})`);
}

/** The streak went on: its count, and its row as it is now. */
export function updateStreak(
  db: WritableDatabase,
  streak: {
    readonly showId: number;
    readonly sourceRoomId: number;
    readonly comboId: string;
    readonly count: number;
  },
  row: { readonly seq: number; readonly text: string | null; readonly body: string },
): void {
  db.run(sql`UPDATE gift_streaks SET count = ${streak.count}
    WHERE show_id = ${streak.showId} AND source_room_id = ${streak.sourceRoomId}
      AND combo_id = ${streak.comboId}`);
  db.run(sql`UPDATE events SET text = ${row.text}, body = ${row.body} WHERE seq = ${row.seq}`);
}

/** One frame of the bounded raw log. Returns its id. */
export function addRawFrame(
  db: WritableDatabase,
  frame: {
    readonly sourceId: number;
    readonly receivedTs: number;
    readonly reason: string | null;
    readonly bytes: Uint8Array;
  },
): number {
  return db.run(sql`INSERT INTO raw_frames (source_id, received_ts, is_bad, reason, frame)
    VALUES (${frame.sourceId}, ${frame.receivedTs}, ${frame.reason === null ? 0 : 1}, ${frame.reason},
      ${frame.bytes})`).lastId;
}

/** Older frames of the raw log, up to and with this id, are thrown away. */
export function dropRawFrames(db: WritableDatabase, untilId: number): void {
  db.run(sql`DELETE FROM raw_frames WHERE id <= ${untilId}`);
}
