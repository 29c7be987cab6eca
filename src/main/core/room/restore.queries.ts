/** What the live figures need of a stored show to go on after a restart, added up by the store. */
import type { WindowCount, WindowPerson } from '#shared/rules/stored-figures.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { LinkChange, TimeSpan } from './receiving-spans.rules.ts';

/**
 * The steps of `stepMs` in which a whole show received anything, with their chats (kind 1), for the
 * pulse chart. Goes from one step that there is to the next, counting each in the index alone:
 * grouping all entries would have the store sort them.
 */
export function receivedSteps(
  db: ReadableDatabase,
  showId: number,
  stepMs: number,
): readonly WindowCount[] {
  return db.all(sql`
    WITH RECURSIVE steps (ts) AS (
      SELECT min(event_ts) / ${stepMs} * ${stepMs}
        FROM events INDEXED BY events_by_minute WHERE show_id = ${showId}
      UNION ALL
      SELECT (SELECT min(event_ts) FROM events INDEXED BY events_by_minute
          WHERE show_id = ${showId} AND event_ts >= steps.ts + ${stepMs}) / ${stepMs} * ${stepMs}
        FROM steps WHERE ts IS NOT NULL)
    SELECT ts, (SELECT count(*) FROM events INDEXED BY events_by_minute
      WHERE show_id = ${showId} AND event_ts >= ts AND event_ts < ts + ${stepMs} AND kind = 1) AS count
    FROM steps WHERE ts IS NOT NULL AND EXISTS (SELECT 1 FROM events INDEXED BY events_by_minute
      WHERE show_id = ${showId} AND event_ts >= ts AND event_ts < ts + ${stepMs} AND kind < 40)`);
}

/** Paid orders (kind 17) of a whole show by steps of `stepMs`. */
export function paidOrderSteps(
  db: ReadableDatabase,
  showId: number,
  stepMs: number,
): readonly WindowCount[] {
  return db.all(sql`
    SELECT event_ts / ${stepMs} * ${stepMs} AS ts, count(*) AS count
    FROM events INDEXED BY events_orders
    WHERE show_id = ${showId} AND kind = 17 AND json_extract(body, '$.status') = 'paid'
    GROUP BY 1`);
}

/** Who wrote (kind 1) since a show time. */
export function chattersSince(
  db: ReadableDatabase,
  showId: number,
  sinceTs: number,
): readonly WindowPerson[] {
  return db.all(sql`
    SELECT p.platform, p.platform_user_id AS person, w.ts
    FROM (SELECT person_id, max(event_ts) AS ts FROM events INDEXED BY events_by_minute
      WHERE show_id = ${showId} AND event_ts >= ${sinceTs} AND kind = 1 AND person_id IS NOT NULL
      GROUP BY 1) w JOIN people p ON p.id = w.person_id
    UNION ALL
    SELECT json_extract(body, '$.platform'), json_extract(body, '$.actor.name') AS person,
      max(event_ts)
    FROM events INDEXED BY events_by_minute
    WHERE show_id = ${showId} AND event_ts >= ${sinceTs} AND kind = 1 AND person_id IS NULL
    GROUP BY 1, 2 HAVING person IS NOT NULL`);
}

/** Changes of all links of a show in their order: kind 20, as the index `events_few` wants it. */
export function linkChangesOf(db: ReadableDatabase, showId: number): readonly LinkChange[] {
  return db
    .all<{ sourceId: number; state: string; ts: number }>(sql`
      SELECT r.source_id AS sourceId, json_extract(e.body, '$.state') AS state, e.event_ts AS ts
      FROM events e INDEXED BY events_few JOIN source_rooms r ON r.id = e.source_room_id
      WHERE e.show_id = ${showId} AND e.kind = 20 AND r.source_id IS NOT NULL
        AND e.dedupe_key LIKE 'link:%'
      ORDER BY e.seq`)
    .map(({ sourceId, state, ts }) => ({ sourceId, isReady: state === 'ready', ts }));
}

/** When the core itself was away: gaps of all sources at once. */
export function coreStopsOf(db: ReadableDatabase, showId: number): readonly TimeSpan[] {
  return db.all(sql`SELECT from_ts AS fromTs, to_ts AS toTs FROM gaps
    WHERE show_id = ${showId} AND source_id IS NULL ORDER BY from_ts`);
}
