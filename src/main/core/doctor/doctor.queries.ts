import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

export type SourceSummary = {
  readonly connector: string;
  readonly channel: string;
  readonly is_enabled: number;
  /** When its last stored event was received; null when none is stored. */
  readonly last_received_ts: number | null;
};

/** Configured sources with what was stored of them last. */
export function sourceSummaries(db: ReadableDatabase): readonly SourceSummary[] {
  return db.all<SourceSummary>(sql`
    SELECT connector, channel, is_enabled, (
      SELECT received_ts FROM events
      WHERE source_room_id IN (SELECT id FROM source_rooms WHERE source_id = sources.id)
      ORDER BY seq DESC LIMIT 1
    ) AS last_received_ts
    FROM sources WHERE removed_ts IS NULL ORDER BY id`);
}
