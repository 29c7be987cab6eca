import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type StoredMinute = {
  readonly sourceId: number;
  readonly platform: string;
  readonly connector: string;
  readonly minute: number;
  readonly entries: number;
  readonly chats: number;
  readonly likes: number;
  readonly follows: number;
  readonly gifts: number;
  readonly ordersPlaced: number;
  readonly ordersPaid: number;
  readonly viewers: number | null;
  readonly viewersTs: number | null;
};

/**
 * Roll-ups of a show's sources in `[fromMinute, toMinute]`, in the order of their minutes. A feed of
 * several platforms counts as those, not as itself.
 */
export function storedMinutes(
  db: ReadableDatabase,
  showId: number,
  fromMinute: number,
  toMinute: number,
): readonly StoredMinute[] {
  return db.all(sql`
    SELECT r.source_id AS sourceId, r.platform, s.connector, m.minute, sum(m.joins) AS entries,
      sum(m.chats) AS chats, sum(m.likes) AS likes, sum(m.follows) AS follows,
      sum(m.gifts) AS gifts, sum(m.orders_placed) AS ordersPlaced,
      sum(m.orders_paid) AS ordersPaid, sum(m.viewers_last) AS viewers,
      max(m.viewers_last_ts) AS viewersTs
    FROM minute_counts m JOIN source_rooms r ON r.id = m.source_room_id
      JOIN sources s ON s.id = r.source_id
    WHERE m.show_id = ${showId} AND m.minute >= ${fromMinute} AND m.minute <= ${toMinute}
      AND NOT EXISTS (SELECT 1 FROM sources c WHERE c.parent_id = s.id)
    GROUP BY r.source_id, m.minute ORDER BY m.minute, r.source_id`);
}

export type StoredGap = {
  /** Null: all of them. */
  readonly sourceId: number | null;
  readonly fromTs: number;
  readonly toTs: number;
  readonly cause: string;
};

export function gapsOf(db: ReadableDatabase, showId: number): readonly StoredGap[] {
  return db.all(sql`
    SELECT source_id AS sourceId, from_ts AS fromTs, to_ts AS toTs, cause FROM gaps
    WHERE show_id = ${showId} ORDER BY from_ts`);
}

/** When a show went on and off air: its states (kind 40), in their order. */
export function airStatesOf(
  db: ReadableDatabase,
  showId: number,
): readonly { readonly ts: number; readonly state: string }[] {
  return db.all(sql`
    SELECT event_ts AS ts, json_extract(body, '$.state') AS state
    FROM events INDEXED BY events_few
    WHERE show_id = ${showId} AND kind = 40 AND kind >= 40 ORDER BY seq`);
}

export type EndedShow = {
  readonly id: number;
  readonly title: string;
  readonly startedTs: number;
  readonly endedTs: number;
};

/** Live shows of a room that have ended, the newest first; `besides` is left out. */
export function endedLiveShows(
  db: ReadableDatabase,
  roomId: string,
  besides: number,
  limit: number,
): readonly EndedShow[] {
  return db.all(sql`
    SELECT id, title, started_ts AS startedTs, ended_ts AS endedTs FROM shows
    WHERE room_id = ${roomId} AND origin = 'live' AND state = 'ended' AND id != ${besides}
      AND removed_ts IS NULL
      AND started_ts IS NOT NULL AND ended_ts IS NOT NULL
    ORDER BY started_ts DESC LIMIT ${limit}`);
}
