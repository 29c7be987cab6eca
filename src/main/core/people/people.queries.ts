import type { Actor } from '#shared/contract/actor.ts';
import type { WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Adds a person or renews name and last sight; the local key of (platform, platform id). */
export function putPerson(
  db: WritableDatabase,
  platform: string,
  actor: Actor & { readonly platformUserId: string },
  seenTs: number,
): number {
  const row = db.get<{ id: number }>(sql`
    INSERT INTO people (platform, platform_user_id, name, display_name, first_seen_ts, last_seen_ts)
    VALUES (${platform}, ${actor.platformUserId}, ${actor.name}, ${actor.displayName}, ${seenTs}, ${seenTs})
    ON CONFLICT (platform, platform_user_id) DO UPDATE SET
      name = excluded.name, display_name = excluded.display_name,
      last_seen_ts = max(last_seen_ts, excluded.last_seen_ts)
    RETURNING id`);
  if (row === undefined) throw new Error('an upserted person has no row');
  return row.id;
}
