import type { Actor } from '#shared/contract/actor.ts';
import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** The key of a person met outside live shows: who is known stays as they are, others get no sight. */
export function keepPerson(
  db: WritableDatabase,
  platform: string,
  platformUserId: string,
  actor: Actor,
): number {
  const held = personId(db, platform, platformUserId);
  if (held !== undefined) return held.id;
  return idOf(
    db.get<{ id: number }>(sql`
    INSERT INTO people (platform, platform_user_id, name, display_name)
    VALUES (${platform}, ${platformUserId}, ${actor.name}, ${actor.displayName})
    RETURNING id`),
  );
}

function personId(
  db: ReadableDatabase,
  platform: string,
  platformUserId: string,
): { readonly id: number } | undefined {
  return db.get(sql`SELECT id FROM people
    WHERE platform = ${platform} AND platform_user_id = ${platformUserId}`);
}

function idOf(row: { readonly id: number } | undefined): number {
  if (row === undefined) throw new Error('a person who was put has no row');
  return row.id;
}
