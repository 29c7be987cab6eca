import type { ReadableDatabase } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';

export type MergeableShow = {
  readonly id: number;
  readonly title: string;
  readonly origin: string;
  readonly state: string;
  readonly currency: string;
  readonly startedTs: number | null;
  readonly endedTs: number | null;
};

/** A show in the list of the room; undefined for one of another room, in the bin, or a part of another. */
export function mergeableShow(
  db: ReadableDatabase,
  roomId: string,
  showId: number,
): MergeableShow | undefined {
  return db.get(sql`
    SELECT id, title, origin, state, currency, started_ts AS startedTs, ended_ts AS endedTs
    FROM shows WHERE id = ${showId} AND room_id = ${roomId} AND removed_ts IS NULL
      AND erasing_ts IS NULL`);
}

export function isMerged(db: ReadableDatabase, showId: number): boolean {
  return db.get(sql`SELECT 1 AS held FROM show_merges WHERE show_id = ${showId}`) !== undefined;
}
