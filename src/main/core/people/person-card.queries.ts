import type { CurrencySum, VirtualSum } from '#shared/model/metrics.ts';
import type { PersonMessage, PersonShow } from '#shared/model/person.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/**
 * What a card counts, read from the person's own entries of the index `events_by_person`, once for each
 * stretch of the log, and from the rows of their gifts, paid messages and orders: never from the events
 * of anybody else. Stretches and kinds are said as the index says them, because only then it serves;
 * INDEXED BY makes a query that it cannot serve fail instead of reading everything. A card counts the
 * show that is shown and the room's live shows.
 */
export type CardPerson = {
  readonly id: number;
  readonly name: string;
  readonly displayName: string;
  readonly firstSeenTs: number | null;
  readonly lastSeenTs: number | null;
};

export function cardPerson(
  db: ReadableDatabase,
  platform: string,
  platformUserId: string,
): CardPerson | undefined {
  return db.get(sql`
    SELECT id, name, display_name AS displayName, first_seen_ts AS firstSeenTs,
      last_seen_ts AS lastSeenTs
    FROM people WHERE platform = ${platform} AND platform_user_id = ${platformUserId}`);
}

/** Whose figures, and of which shows; `showId` 0 where no show is shown. */
export type CardScope = {
  readonly personId: number;
  readonly roomId: string;
  readonly showId: number;
};

export type KindCount = {
  readonly showId: number;
  readonly kind: number;
  readonly events: number;
  readonly lastSeq: number;
  /** JSON list of the rows whose bodies are summed up (3, 4, 17); null for other kinds. */
  readonly seqs: string | null;
};

/** From the index alone. The plus keeps SQLite from looking up every show in every stretch. */
export function countsByShow(db: ReadableDatabase, scope: CardScope): readonly KindCount[] {
  const { personId, roomId, showId } = scope;
  return db.all(sql`
    WITH RECURSIVE stretches (n) AS (
      SELECT 0 UNION ALL SELECT n + 1 FROM stretches
      WHERE n < (SELECT max(seq) FROM events) / 16384)
    SELECT e.show_id AS showId, e.kind, count(*) AS events, max(e.seq) AS lastSeq,
      CASE WHEN e.kind IN (3, 4, 17) THEN json_group_array(e.seq) END AS seqs
    FROM stretches CROSS JOIN events e INDEXED BY events_by_person ON e.seq / 16384 = stretches.n
    WHERE e.person_id = ${personId} AND e.kind IN (1, 3, 4, 5, 17)
      AND +e.show_id IN (SELECT id FROM shows
        WHERE room_id = ${roomId} AND removed_ts IS NULL AND (id = ${showId} OR origin = 'live'))
    GROUP BY e.show_id, e.kind`);
}

/** Newest first. */
export function showsNamed(
  db: ReadableDatabase,
  showIds: readonly number[],
  limit: number,
): readonly PersonShow[] {
  return db.all(sql`
    SELECT id AS showId, title, origin, started_ts AS startedTs FROM shows
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(showIds)}))
    ORDER BY coalesce(started_ts, created_ts) DESC, id DESC LIMIT ${limit}`);
}

export type InPart = { readonly isThisShow: number };

/** Items of gifts, and the platform's own currency by its unit; null unit where none was told. */
export function giftsOf(
  db: ReadableDatabase,
  seqs: string,
  showId: number,
): readonly (InPart & {
  readonly unit: VirtualSum['unit'] | null;
  readonly items: number;
  readonly quantity: number;
})[] {
  return db.all(sql`
    SELECT show_id = ${showId} AS isThisShow, body ->> '$.value.unit' AS unit,
      sum(body ->> '$.count') AS items, coalesce(sum(body ->> '$.value.quantity'), 0) AS quantity
    FROM events WHERE seq IN (SELECT value FROM json_each(${seqs}))
    GROUP BY 1, 2 ORDER BY 2`);
}

export type MoneyRow = InPart & {
  /** Of an order; null for a paid message. */
  readonly status: string | null;
  /** Null where no money was told. */
  readonly currency: CurrencySum['currency'] | null;
  readonly exponent: number | null;
  readonly amountMinor: number | null;
  readonly events: number;
};

/** Paid messages or orders by what they came to and in which currency. */
export function moneyRowsOf(
  db: ReadableDatabase,
  seqs: string,
  showId: number,
): readonly MoneyRow[] {
  return db.all(sql`
    SELECT show_id = ${showId} AS isThisShow, body ->> '$.status' AS status,
      body ->> '$.money.currency' AS currency, body ->> '$.money.exponent' AS exponent,
      sum(body ->> '$.money.amountMinor') AS amountMinor, count(*) AS events
    FROM events WHERE seq IN (SELECT value FROM json_each(${seqs}))
    GROUP BY 1, 2, 3, 4 ORDER BY 2, 3, 4`);
}

/** Of one show, the newest first. */
export function newestMessages(
  db: ReadableDatabase,
  personId: number,
  showId: number,
  limit: number,
): readonly PersonMessage[] {
  return db.all(sql`
    WITH RECURSIVE stretches (n) AS (
      SELECT 0 UNION ALL SELECT n + 1 FROM stretches
      WHERE n < (SELECT max(seq) FROM events) / 16384),
    newest (seq) AS (
      SELECT e.seq FROM stretches
        CROSS JOIN events e INDEXED BY events_by_person ON e.seq / 16384 = stretches.n
      WHERE e.person_id = ${personId} AND e.show_id = ${showId}
        AND e.kind IN (1, 3, 4, 5, 17) AND e.kind = 1
      ORDER BY e.seq DESC LIMIT ${limit})
    SELECT e.seq, e.event_ts AS ts, coalesce(e.text, '') AS text
    FROM newest CROSS JOIN events e ON e.seq = newest.seq ORDER BY e.seq DESC`);
}

/** JSON list of the roles that an event's person had; null where there is no such event. */
export function rolesAt(db: ReadableDatabase, seq: number): string | null {
  return (
    db.get<{ roles: string | null }>(
      sql`SELECT body -> '$.actor.roles' AS roles FROM events WHERE seq = ${seq}`,
    )?.roles ?? null
  );
}

/** Connectors by which events of a platform came into a room. */
export function connectorsOf(
  db: ReadableDatabase,
  roomId: string,
  platform: string,
): readonly { readonly connector: string }[] {
  return db.all(sql`
    SELECT DISTINCT s.connector FROM sources s JOIN source_rooms r ON r.source_id = s.id
    WHERE s.room_id = ${roomId} AND r.platform = ${platform}`);
}
