import type BetterSqlite from 'better-sqlite3';

import type { Actor } from '#shared/contract/actor.ts';

const PUT_PERSON = `
  INSERT INTO people (platform, platform_user_id, name, display_name, first_seen_ts, last_seen_ts)
  VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (platform, platform_user_id) DO UPDATE SET
    name = excluded.name, display_name = excluded.display_name,
    first_seen_ts = min(coalesce(first_seen_ts, excluded.first_seen_ts), excluded.first_seen_ts),
    last_seen_ts = max(coalesce(last_seen_ts, excluded.last_seen_ts), excluded.last_seen_ts)
  RETURNING id`;

/**
 * Adds a person or renews name and sights. Bound by hand and not through the sql tag: a busy room
 * does it for most of its messages. The STRICT columns turn whole JS numbers into INTEGER.
 */
export class PersonWriter {
  readonly #put: BetterSqlite.Statement;

  constructor(raw: BetterSqlite.Database) {
    this.#put = raw.prepare(PUT_PERSON).pluck();
  }

  /** @returns the local key of (platform, platform id). */
  put(platform: string, platformUserId: string, actor: Actor, seenTs: number): number {
    const { name, displayName } = actor;
    const id = this.#put.get(platform, platformUserId, name, displayName, seenTs, seenTs);
    if (typeof id !== 'number') throw new Error('a person who was put has no row');
    return id;
  }
}
