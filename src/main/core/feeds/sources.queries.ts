import type { RoomId } from '#shared/model/ids.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type SourceRow = {
  readonly id: number;
  readonly showId: number | null;
  readonly parentId: number | null;
  readonly connector: string;
  readonly platform: string;
  readonly channel: string;
  readonly address: string | null;
  readonly options: string;
  readonly isEnabled: number;
};

/**
 * Sources that belong to what the room does now: a demo or replay has its own, every other show
 * uses the room's.
 */
export function sourcesOf(
  db: ReadableDatabase,
  roomId: RoomId,
  playbackShowId: number | null,
): readonly SourceRow[] {
  return db.all<SourceRow>(sql`
    SELECT id, show_id AS showId, parent_id AS parentId, connector, platform, channel, address,
      options, is_enabled AS isEnabled
    FROM sources
    WHERE room_id = ${roomId} AND removed_ts IS NULL AND show_id IS ${playbackShowId}
    ORDER BY id`);
}

export function insertSource(
  db: WritableDatabase,
  source: {
    readonly roomId: RoomId;
    readonly showId: number | null;
    readonly parentId: number | null;
    readonly connector: string;
    readonly platform: string;
    readonly channel: string;
    readonly address: string | null;
    readonly options: Readonly<Record<string, unknown>>;
  },
): number {
  return db.run(sql`
    INSERT INTO sources (room_id, show_id, parent_id, connector, platform, channel, address, options, is_enabled)
    VALUES (${source.roomId}, ${source.showId}, ${source.parentId}, ${source.connector},
      ${source.platform}, ${source.channel}, ${source.address}, ${JSON.stringify(source.options)}, 1)`)
    .lastId;
}

export function hasSource(db: ReadableDatabase, sourceId: number): boolean {
  return db.get(sql`SELECT 1 FROM sources WHERE id = ${sourceId}`) !== undefined;
}

export function setSourceEnabled(db: WritableDatabase, sourceId: number, isEnabled: boolean): void {
  db.run(sql`UPDATE sources SET is_enabled = ${isEnabled ? 1 : 0} WHERE id = ${sourceId}`);
}

/** Its events stay; it is listened to no more. */
export function removeSource(db: WritableDatabase, sourceId: number, removedTs: number): void {
  db.run(sql`UPDATE sources SET removed_ts = ${removedTs} WHERE id = ${sourceId}`);
}

/** A link event of the desk itself; those of a platform (a simulation) have other keys. */
export type LinkEventRow = { readonly state: string; readonly eventTs: number };

/**
 * What a show's log says of a source's link: whether it says anything, and the event by which an
 * outage began that no gap covers yet. Kind 20, as the index `events_few` wants it.
 */
export function linkHistoryOf(
  db: ReadableDatabase,
  showId: number,
  sourceId: number,
): { readonly hasAny: boolean; readonly open: LinkEventRow | undefined } {
  const rows = db.all<LinkEventRow>(sql`
    SELECT json_extract(e.body, '$.state') AS state, e.event_ts AS eventTs
    FROM events e INDEXED BY events_few JOIN source_rooms r ON r.id = e.source_room_id
    WHERE e.show_id = ${showId} AND e.kind = 20 AND r.source_id = ${sourceId}
      AND e.dedupe_key LIKE 'link:%'
    ORDER BY e.seq`);
  const covered = db.get<{ toTs: number | null }>(sql`SELECT max(to_ts) AS toTs FROM gaps
    WHERE show_id = ${showId} AND source_id = ${sourceId} AND cause <> 'overload'`);
  const lastReady = rows.findLastIndex(({ state }) => state === 'ready');
  const open = rows.slice(lastReady + 1).find(({ eventTs }) => eventTs >= (covered?.toTs ?? 0));
  return { hasAny: rows.length > 0, open };
}

/**
 * When data of a source last came in this show; null when none did. Of its newest minutes, since a
 * change of the link alone is no data.
 *
 * @param noData codes of kinds that are no data.
 */
export function lastDataTsOf(
  db: ReadableDatabase,
  showId: number,
  sourceId: number,
  noData: readonly number[],
): number | null {
  const row = db.get<{ ts: number | null }>(sql`
    SELECT max(e.received_ts) AS ts
    FROM (SELECT source_room_id, minute FROM minute_counts
      WHERE show_id = ${showId} AND source_room_id IN
        (SELECT id FROM source_rooms WHERE source_id = ${sourceId})
      ORDER BY minute DESC LIMIT 5) m
    CROSS JOIN events e ON e.show_id = ${showId}
      AND e.event_ts BETWEEN m.minute * 60000 AND m.minute * 60000 + 59999
      AND e.source_room_id = m.source_room_id AND e.kind NOT IN (SELECT value FROM json_each(${JSON.stringify(noData)}))`);
  return row?.ts ?? null;
}

/** A platform's last word on its stream in this show, for each source that had one. Kind 16. */
export type StreamRow = {
  readonly sourceId: number;
  readonly state: 'online' | 'offline';
  readonly receivedTs: number;
};

/** Looks through all of the show's keys, some 60 ms for a million events: not while a desk waits. */
export function lastStreamsOf(db: ReadableDatabase, showId: number): readonly StreamRow[] {
  return db.all<StreamRow>(sql`
    SELECT r.source_id AS sourceId, json_extract(e.body, '$.state') AS state,
      e.received_ts AS receivedTs, max(e.seq)
    FROM events e INDEXED BY events_by_minute JOIN source_rooms r ON r.id = e.source_room_id
    WHERE e.show_id = ${showId} AND e.kind = 16
      AND json_extract(e.body, '$.state') IN ('online', 'offline')
    GROUP BY r.source_id`);
}
