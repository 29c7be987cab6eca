/** What the live figures need by source of a stored show, added up by the store. */
import type { CurrencySum } from '#shared/model/metrics.ts';
import type {
  RestoredSource,
  SourceWindowCount,
  SourceWindowPerson,
} from '#shared/rules/stored-figures.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Totals by source of a whole show. */
export function sourceTotals(db: ReadableDatabase, showId: number): readonly RestoredSource[] {
  const paid = paidBySource(db, showId);
  const buyers = buyersBySource(db, showId);
  const joins = fanJoinsBySource(db, showId);
  return db
    .all<OfTotals>(sql`
      SELECT r.source_id AS sourceId, sum(m.chats) AS chats, sum(m.joins) AS joins,
        sum(m.follows) AS follows, sum(m.likes) AS likes, sum(m.gifts) AS gifts,
        sum(m.orders_placed) AS ordersPlaced, sum(m.orders_paid) AS ordersPaid
      FROM minute_counts m JOIN source_rooms r ON r.id = m.source_room_id
      WHERE m.show_id = ${showId} GROUP BY r.source_id`)
    .map((row) => {
      const own = buyers.filter(({ sourceId }) => sourceId === row.sourceId);
      const named = own.flatMap(({ platform, person }) =>
        person === null ? [] : [{ platform, person }],
      );
      return {
        ...row,
        fanJoins: joins.get(row.sourceId) ?? 0,
        paid: paid
          .filter(({ sourceId }) => sourceId === row.sourceId)
          .map(({ sourceId: _id, ...sum }) => sum),
        buyers: named,
        ordersOfNobody: own
          .filter(({ person }) => person === null)
          .reduce((sum, { orders }) => sum + orders, 0),
        ordersUnpriced: own.reduce((sum, { unpriced }) => sum + unpriced, 0),
      };
    });
}

type OfSource = { readonly sourceId: number };
/** What the roll-ups have. */
type OfTotals = Omit<
  RestoredSource,
  'paid' | 'buyers' | 'ordersOfNobody' | 'ordersUnpriced' | 'fanJoins'
>;

function paidBySource(db: ReadableDatabase, showId: number) {
  return db.all<OfSource & CurrencySum>(sql`
    SELECT r.source_id AS sourceId, m.currency, m.exponent, sum(m.amount_minor) AS amountMinor
    FROM minute_money m JOIN source_rooms r ON r.id = m.source_room_id
    WHERE m.show_id = ${showId} AND m.what = 'order_paid' GROUP BY 1, 2, 3`);
}

/** Who paid orders (17) of a show; `person` null: orders that name nobody. */
function buyersBySource(db: ReadableDatabase, showId: number) {
  type Row = OfSource & {
    platform: string;
    person: string | null;
    orders: number;
    unpriced: number;
  };
  return db.all<Row>(sql`
    SELECT r.source_id AS sourceId, r.platform,
      coalesce(p.platform_user_id, json_extract(e.body, '$.actor.name')) AS person,
      count(*) AS orders, sum(json_extract(e.body, '$.money') IS NULL) AS unpriced
    FROM events e INDEXED BY events_few JOIN source_rooms r ON r.id = e.source_room_id
      LEFT JOIN people p ON p.id = e.person_id
    WHERE e.show_id = ${showId} AND e.kind = 17 AND json_extract(e.body, '$.status') = 'paid'
    GROUP BY 1, 2, 3`);
}

/** Memberships (5) that began: only minutes that have any are gone through. */
function fanJoinsBySource(db: ReadableDatabase, showId: number): ReadonlyMap<number, number> {
  const rows = db.all<OfSource & { readonly count: number }>(sql`
    SELECT r.source_id AS sourceId, count(*) AS count
    FROM (SELECT DISTINCT minute FROM minute_counts
        WHERE show_id = ${showId} AND memberships > 0) m
      CROSS JOIN events e INDEXED BY events_by_minute ON e.show_id = ${showId}
        AND e.event_ts >= m.minute * 60000 AND e.event_ts < m.minute * 60000 + 60000
      JOIN source_rooms r ON r.id = e.source_room_id
    WHERE e.kind = 5 AND json_extract(e.body, '$.type') IN ('new', 'gift_received')
    GROUP BY 1`);
  return new Map(rows.map(({ sourceId, count }) => [sourceId, count]));
}

/**
 * Chats (1), entries (7) and likes (8) since a show time, by source and second. Likes apart: what is only
 * counted is sorted by what it is counted by, without its body.
 */
export function sourceCountsSince(
  db: ReadableDatabase,
  showId: number,
  sinceTs: number,
): readonly SourceWindowCount[] {
  return db.all(sql`
    SELECT r.source_id AS sourceId, w.second * 1000 AS ts,
      CASE w.kind WHEN 1 THEN 'chat' WHEN 7 THEN 'join' ELSE 'like' END AS kind,
      sum(w.count) AS count
    FROM (SELECT source_room_id, event_ts / 1000 AS second, kind, count(*) AS count
        FROM events INDEXED BY events_by_minute
        WHERE show_id = ${showId} AND event_ts >= ${sinceTs} AND kind IN (1, 7) GROUP BY 1, 2, 3
      UNION ALL
      SELECT source_room_id, event_ts / 1000, 8, sum(json_extract(body, '$.count'))
        FROM events INDEXED BY events_by_minute
        WHERE show_id = ${showId} AND event_ts >= ${sinceTs} AND kind = 8 GROUP BY 1, 2) w
      JOIN source_rooms r ON r.id = w.source_room_id
    GROUP BY 1, 2, 3`);
}

/**
 * Who interacted since a show time, and when they last did and last wrote: kinds 1, 3, 4, 5, 6, 8, 9
 * and 11, as `INTERACTING_KINDS` has them.
 */
export function interactingSince(
  db: ReadableDatabase,
  showId: number,
  sinceTs: number,
): readonly SourceWindowPerson[] {
  return db.all(sql`
    SELECT r.source_id AS sourceId, p.platform, p.platform_user_id AS person, w.ts, w.chatTs
    FROM (SELECT source_room_id, person_id, max(event_ts) AS ts,
        max(CASE WHEN kind = 1 THEN event_ts END) AS chatTs
      FROM events INDEXED BY events_by_minute
      WHERE show_id = ${showId} AND event_ts >= ${sinceTs} AND kind IN (1, 3, 4, 5, 6, 8, 9, 11)
        AND person_id IS NOT NULL GROUP BY 1, 2) w
      JOIN people p ON p.id = w.person_id JOIN source_rooms r ON r.id = w.source_room_id
    UNION ALL
    SELECT r.source_id, r.platform, json_extract(e.body, '$.actor.name') AS person,
      max(e.event_ts), max(CASE WHEN e.kind = 1 THEN e.event_ts END)
    FROM events e INDEXED BY events_by_minute JOIN source_rooms r ON r.id = e.source_room_id
    WHERE e.show_id = ${showId} AND e.event_ts >= ${sinceTs}
      AND e.kind IN (1, 3, 4, 5, 6, 8, 9, 11) AND e.person_id IS NULL
    GROUP BY 1, 2, 3 HAVING person IS NOT NULL`);
}
