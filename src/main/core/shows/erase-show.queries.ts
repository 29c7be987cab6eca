import type BetterSqlite from 'better-sqlite3';

import type { ReadableDatabase, WritableDatabase } from '../database/database.ts';
import { sql } from '../database/sql.ts';

/** Shows that are being erased, oldest wish first; a show's parts before itself. */
export function showsToErase(db: ReadableDatabase): readonly number[] {
  return db
    .all<{ id: number }>(sql`SELECT id FROM shows WHERE erasing_ts IS NOT NULL
      ORDER BY merged_into IS NULL, erasing_ts, id`)
    .map(({ id }) => id);
}

/** What has lain in the bin since before `beforeTs` is erased from here on, in every room. */
export function eraseRemovedBefore(db: WritableDatabase, beforeTs: number, nowTs: number): number {
  db.run(sql`UPDATE shows SET erasing_ts = ${nowTs}
    WHERE removed_ts < ${beforeTs} AND merged_into IS NULL AND erasing_ts IS NULL`);
  return db.run(sql`UPDATE shows SET erasing_ts = ${nowTs} WHERE erasing_ts IS NULL
    AND merged_into IN (SELECT id FROM shows WHERE erasing_ts IS NOT NULL)`).changes;
}

export type PersonInShow = { readonly personId: number; readonly events: number };

/** From the index alone: who stands in the show's events that are left, and how often. */
export function peopleInShow(db: ReadableDatabase, showId: number): readonly PersonInShow[] {
  return db.all(sql`
    SELECT person_id AS personId, count(*) AS events FROM events INDEXED BY events_by_minute
    WHERE show_id = ${showId} AND person_id IS NOT NULL GROUP BY person_id`);
}

export type Sight = {
  readonly personId: number;
  /** Null: seen in no live show of this stretch. */
  readonly firstTs: number | null;
  readonly lastTs: number | null;
};

/** Who stands in a stretch of the log outside the show, and when live shows that are kept saw them. */
export function sightsBetween(
  db: ReadableDatabase,
  showId: number,
  fromSeq: number,
  toSeq: number,
): readonly Sight[] {
  return db.all(sql`
    SELECT e.person_id AS personId, min(CASE WHEN s.origin = 'live' THEN e.event_ts END) AS firstTs,
      max(CASE WHEN s.origin = 'live' THEN e.event_ts END) AS lastTs
    FROM events e NOT INDEXED JOIN shows s ON s.id = e.show_id
    WHERE e.seq >= ${fromSeq} AND e.seq < ${toSeq} AND e.show_id <> ${showId}
      AND s.erasing_ts IS NULL AND e.person_id IS NOT NULL
    GROUP BY e.person_id`);
}

export function setSights(db: WritableDatabase, sight: Sight): void {
  db.run(sql`UPDATE people SET first_seen_ts = ${sight.firstTs}, last_seen_ts = ${sight.lastTs}
    WHERE id = ${sight.personId}`);
}

/** The next events of a show, with who stands in them. */
export function nextEvents(
  db: ReadableDatabase,
  showId: number,
  limit: number,
): readonly { readonly seq: number; readonly personId: number | null }[] {
  return db.all(sql`SELECT seq, person_id AS personId FROM events INDEXED BY events_by_minute
    WHERE show_id = ${showId} LIMIT ${limit}`);
}

/** `seqs`: a JSON list. */
export function deleteEvents(db: WritableDatabase, seqs: string): void {
  db.run(sql`DELETE FROM gift_streaks WHERE seq IN (SELECT value FROM json_each(${seqs}))`);
  db.run(sql`DELETE FROM events WHERE seq IN (SELECT value FROM json_each(${seqs}))`);
}

/** Nobody knows them but the erased show; who has a note or a mark is kept. */
export function deletePerson(db: WritableDatabase, showId: number, personId: number): void {
  db.run(sql`DELETE FROM show_chatters WHERE show_id = ${showId} AND person_id = ${personId}`);
  db.run(sql`DELETE FROM people WHERE id = ${personId}
    AND NOT EXISTS (SELECT 1 FROM person_notes n WHERE n.person_id = people.id)
    AND NOT EXISTS (SELECT 1 FROM person_marks m WHERE m.person_id = people.id)
    AND NOT EXISTS (SELECT 1 FROM show_chatters c WHERE c.person_id = people.id)`);
}

type ForeignKey = {
  readonly child: string;
  readonly column: string;
  readonly parentColumn: string;
  readonly isFree: number;
};

/** Rows of these say nothing without the show, though they may be without one. */
const OF_SHOW = new Set(['sources.show_id', 'cue_cards.show_id', 'person_marks.until_show_id']);

/**
 * Everything else of a show whose events are gone: rows that refer to it, to those, and so on, by the
 * references the store itself declares; where a row may be without the reference it loses that alone.
 */
export function deleteShowRows(raw: BetterSqlite.Database, showId: number): void {
  const named = raw
    .prepare(
      `SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'show_id'
        WHERE m.type = 'table' AND m.name <> 'events' AND NOT EXISTS (
          SELECT 1 FROM pragma_foreign_key_list(m.name) f WHERE f."from" = 'show_id')`,
    )
    .pluck()
    .all() as readonly string[];
  for (const table of named) {
    raw.prepare(`DELETE FROM "${table}" WHERE show_id = ?`).run(BigInt(showId));
  }
  deleteWhere(raw, 'shows', `id = ${Number(showId)}`, 0);
}

const DEEPEST = 6;

function deleteWhere(
  raw: BetterSqlite.Database,
  table: string,
  where: string,
  depth: number,
): void {
  if (depth > DEEPEST) throw new Error(`references to ${table} go round`);
  for (const key of keysTo(raw, table)) {
    const rows = `"${key.column}" IN (SELECT "${key.parentColumn}" FROM "${table}" WHERE ${where})`;
    const isItself = key.child === table;
    if (isItself || (key.isFree === 1 && !OF_SHOW.has(`${key.child}.${key.column}`))) {
      raw.exec(`UPDATE "${key.child}" SET "${key.column}" = NULL WHERE ${rows}`);
    } else deleteWhere(raw, key.child, rows, depth + 1);
  }
  raw.exec(`DELETE FROM "${table}" WHERE ${where}`);
}

function keysTo(raw: BetterSqlite.Database, parent: string): readonly ForeignKey[] {
  return raw
    .prepare(
      `SELECT m.name AS child, f."from" AS "column", coalesce(f."to", 'id') AS parentColumn,
        (SELECT "notnull" = 0 AND pk = 0 FROM pragma_table_info(m.name) c WHERE c.name = f."from")
          AS isFree
       FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
       WHERE m.type = 'table' AND f."table" = ?`,
    )
    .all(parent) as ForeignKey[];
}
