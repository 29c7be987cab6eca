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

export function setSourceEnabled(db: WritableDatabase, sourceId: number, isEnabled: boolean): void {
  db.run(sql`UPDATE sources SET is_enabled = ${isEnabled ? 1 : 0} WHERE id = ${sourceId}`);
}

/** Its events stay; it is listened to no more. */
export function removeSource(db: WritableDatabase, sourceId: number, removedTs: number): void {
  db.run(sql`UPDATE sources SET removed_ts = ${removedTs} WHERE id = ${sourceId}`);
}
