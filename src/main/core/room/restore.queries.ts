/** What the live figures need of a stored show to go on after a restart, added up by the store. */
import type { WindowCount, WindowPerson } from '#shared/rules/stored-figures.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

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
    FROM events INDEXED BY events_few
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
