import type BetterSqlite from 'better-sqlite3';
import { z } from 'zod';

import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
import { deskEnvelope } from '../../room/room-context.ts';
import { bodyOf } from '../../room/event-row.ts';
import { INSERT_EVENT } from '../../room/event-writer.ts';
import { recountMinutes, recountShows } from '../../store/recovery/rollups.queries.ts';
import {
  copyRows,
  deleteRows,
  handBack,
  handOver,
  showTables,
  type HandedOver,
} from './merge-tables.queries.ts';

/** Rows of the log in one statement: some tens of milliseconds, after which its progress is told. */
const SEQS_A_STEP = 20_000;
/** Counted from the events themselves when it is next asked for. */
const COUNTED = new Set(['show_figures', 'show_money', 'show_products']);

/** What of the second show hangs at the first, so that it can be given back exactly. */
const Moved = z.strictObject({
  events: z.strictObject({ from: z.int(), to: z.int(), besides: z.array(z.int()) }).nullable(),
  gapSeq: z.int().nullable(),
  rows: z.record(z.string(), z.strictObject({ ids: z.array(z.int()), offset: z.int() })),
});
type Moved = z.infer<typeof Moved>;

export type MergeOrder = {
  readonly firstId: number;
  readonly secondId: number;
  /** Wall time. */
  readonly nowTs: number;
};

/**
 * Makes one show of two, all or nothing: the second's events and whatever hangs at it go to the first,
 * in their order and under their keys; what both have counts once; the stretch between them is a gap.
 * The first's roll-ups and row are kept in a show of their own. `onFraction` from 0 to 1.
 */
export function mergeShows(
  db: BetterSqlite.Database,
  { firstId, secondId, nowTs }: MergeOrder,
  onFraction: (fraction: number) => void,
): void {
  db.transaction(() => {
    const keptId = keepShow(db, firstId, nowTs);
    const tables = showTables(db);
    for (const table of tables) if (!table.hasId) copyRows(db, table, firstId, keptId);
    const shared = sharedMinutes(db, firstId, secondId);
    const events = moveEvents(db, firstId, secondId, onFraction);
    const rows: Record<string, HandedOver> = {};
    for (const table of tables) {
      if (table.hasId) rows[table.name] = handOver(db, table, secondId, firstId);
      else if (COUNTED.has(table.name)) deleteRows(db, table, firstId);
      else copyRows(db, table, secondId, firstId);
    }
    recountMinutes(db, firstId, [...shared, ...minutesLeft(db, secondId)]);
    const gapSeq = writeGap(db, firstId, secondId, nowTs);
    joinRows(db, firstId, secondId, nowTs);
    db.prepare(
      `INSERT INTO show_merges (show_id, from_show_id, kept_show_id, merged_ts, moved)
        VALUES (?, ?, ?, ?, ?)`,
    ).run(
      ...[firstId, secondId, keptId, nowTs].map(BigInt),
      JSON.stringify({ events, gapSeq, rows }),
    );
  }).immediate();
}

/** The last merge of a show undone, all or nothing: every row is as it was before. */
export function splitShow(
  db: BetterSqlite.Database,
  showId: number,
  onFraction: (fraction: number) => void,
): void {
  db.transaction(() => {
    const merge = z
      .object({ id: z.int(), from_show_id: z.int(), kept_show_id: z.int(), moved: z.string() })
      .parse(
        db
          .prepare('SELECT * FROM show_merges WHERE show_id = ? ORDER BY id DESC LIMIT 1')
          .get(BigInt(showId)),
      );
    const { from_show_id: secondId, kept_show_id: keptId } = merge;
    const { events, gapSeq, rows } = Moved.parse(JSON.parse(merge.moved));
    if (gapSeq !== null) {
      db.prepare('DELETE FROM gaps WHERE seq = ?').run(BigInt(gapSeq));
      db.prepare('DELETE FROM events WHERE seq = ?').run(BigInt(gapSeq));
    }
    if (events !== null) giveBack(db, showId, secondId, events, onFraction);
    for (const [table, handed] of Object.entries(rows)) handBack(db, table, handed, secondId);
    for (const table of showTables(db)) {
      if (table.hasId) continue;
      deleteRows(db, table, showId);
      copyRows(db, table, keptId, showId);
      deleteRows(db, table, keptId);
    }
    db.prepare(
      `UPDATE shows SET (title, ended_ts, on_air_before_ms, clock_show_ts, clock_wall_ts, clock_speed,
          alive_ts, is_clean_stop) = (SELECT title, ended_ts, on_air_before_ms, clock_show_ts,
          clock_wall_ts, clock_speed, alive_ts, is_clean_stop FROM shows k WHERE k.id = :kept)
        WHERE id = :show`,
    ).run({ kept: BigInt(keptId), show: BigInt(showId) });
    db.prepare('UPDATE shows SET removed_ts = NULL, merged_into = NULL WHERE id = ?').run(
      BigInt(secondId),
    );
    db.prepare('DELETE FROM show_merges WHERE id = ?').run(BigInt(merge.id));
    db.prepare('DELETE FROM shows WHERE id = ?').run(BigInt(keptId));
    // A repair in between may have counted the kept roll-ups anew, from events it has none of.
    for (const id of [showId, secondId]) if (!isCounted(db, id)) recountShows(db, [id]);
  }).immediate();
}

/** The first show as it is, out of sight, for its roll-ups. */
function keepShow(db: BetterSqlite.Database, showId: number, nowTs: number): number {
  const columns = (
    db.prepare(`SELECT name FROM pragma_table_info('shows')`).pluck().all() as readonly string[]
  ).filter((name) => !['id', 'removed_ts', 'merged_into'].includes(name));
  const list = columns.map((name) => `"${name}"`).join(', ');
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO shows (${list}, removed_ts, merged_into)
        SELECT ${list}, ?, id FROM shows WHERE id = ?`,
    )
    .run(BigInt(nowTs), BigInt(showId));
  return Number(lastInsertRowid);
}

function boundsOf(db: BetterSqlite.Database, showId: number) {
  return db
    .prepare('SELECT min(seq) AS "from", max(seq) AS "to" FROM events WHERE show_id = ?')
    .get(BigInt(showId)) as { readonly from: number | null; readonly to: number | null };
}

function moveEvents(
  db: BetterSqlite.Database,
  firstId: number,
  secondId: number,
  onFraction: (fraction: number) => void,
): Moved['events'] {
  const { from, to } = boundsOf(db, secondId);
  if (from === null || to === null) return null;
  const besides = db
    .prepare('SELECT seq FROM events WHERE show_id = ? AND +seq BETWEEN ? AND ? ORDER BY seq')
    .pluck()
    .all(BigInt(firstId), BigInt(from), BigInt(to)) as number[];
  const move = db.prepare(
    `UPDATE OR IGNORE events SET show_id = ? WHERE seq BETWEEN ? AND ? AND show_id = ?`,
  );
  for (let at = from; at <= to; at += SEQS_A_STEP) {
    move.run(
      BigInt(firstId),
      BigInt(at),
      BigInt(Math.min(to, at + SEQS_A_STEP - 1)),
      BigInt(secondId),
    );
    onFraction(Math.min(1, (at - from) / (to - from + 1)));
  }
  return { from, to, besides };
}

function giveBack(
  db: BetterSqlite.Database,
  firstId: number,
  secondId: number,
  { from, to, besides }: NonNullable<Moved['events']>,
  onFraction: (fraction: number) => void,
): void {
  const move = db.prepare(
    `UPDATE events SET show_id = ? WHERE seq BETWEEN ? AND ? AND show_id = ?
      AND seq NOT IN (SELECT value FROM json_each(?))`,
  );
  const own = JSON.stringify(besides);
  for (let at = from; at <= to; at += SEQS_A_STEP) {
    const until = Math.min(to, at + SEQS_A_STEP - 1);
    move.run(BigInt(secondId), BigInt(at), BigInt(until), BigInt(firstId), own);
    onFraction(Math.min(1, (at - from) / (to - from + 1)));
  }
}

/** Minutes that both shows have a part of, whatever the source. */
function sharedMinutes(db: BetterSqlite.Database, firstId: number, secondId: number): number[] {
  return db
    .prepare(
      `SELECT minute FROM minute_counts WHERE show_id = ?
        INTERSECT SELECT minute FROM minute_counts WHERE show_id = ?`,
    )
    .pluck()
    .all(BigInt(firstId), BigInt(secondId)) as number[];
}

/** Minutes of events that stay with the second show, because the first has them already. */
function minutesLeft(db: BetterSqlite.Database, secondId: number): number[] {
  return db
    .prepare('SELECT DISTINCT event_ts / 60000 FROM events WHERE show_id = ?')
    .pluck()
    .all(BigInt(secondId)) as number[];
}

/** Nothing was listened to between the shows. How much was lost nobody knows. */
function writeGap(
  db: BetterSqlite.Database,
  firstId: number,
  secondId: number,
  nowTs: number,
): number | null {
  const time = db.prepare('SELECT ended_ts, started_ts FROM shows WHERE id = ?');
  const { ended_ts: fromTs } = time.get(BigInt(firstId)) as { ended_ts: number };
  const { started_ts: toTs } = time.get(BigInt(secondId)) as { started_ts: number };
  if (toTs <= fromTs) return null;
  const event = {
    ...deskEnvelope(`gap:merge:${firstId}:${secondId}:${nowTs}`, nowTs),
    kind: 'gap',
    fromTs,
    toTs,
    cause: 'desk_stopped',
    sourceLabel: null,
    lost: null,
  } as const;
  const kind = EVENT_KIND_CODES.gap;
  const { lastInsertRowid } = db
    .prepare(INSERT_EVENT)
    .run(
      BigInt(firstId),
      null,
      BigInt(kind),
      null,
      null,
      BigInt(nowTs),
      BigInt(toTs),
      event.dedupeKey,
      null,
      bodyOf(event),
    );
  db.prepare(
    `INSERT INTO gaps (show_id, source_id, from_ts, to_ts, cause, lost, seq)
      VALUES (?, NULL, ?, ?, ?, NULL, ?)`,
  ).run(BigInt(firstId), BigInt(fromTs), BigInt(toTs), event.cause, lastInsertRowid);
  return Number(lastInsertRowid);
}

/** One show from the first's start to the second's end; time on air is what both had. */
function joinRows(
  db: BetterSqlite.Database,
  firstId: number,
  secondId: number,
  nowTs: number,
): void {
  db.prepare(
    `UPDATE shows SET (ended_ts, on_air_before_ms, clock_show_ts, clock_wall_ts, clock_speed, alive_ts,
        is_clean_stop) = (SELECT s.ended_ts, shows.on_air_before_ms + s.on_air_before_ms,
        s.clock_show_ts, s.clock_wall_ts, s.clock_speed, s.alive_ts, s.is_clean_stop
        FROM shows s WHERE s.id = :second)
      WHERE id = :first`,
  ).run({ first: BigInt(firstId), second: BigInt(secondId) });
  db.prepare('UPDATE shows SET removed_ts = ?, merged_into = ? WHERE id = ?').run(
    BigInt(nowTs),
    BigInt(firstId),
    BigInt(secondId),
  );
  // Sold out in the end is sold out.
  db.prepare(
    `UPDATE shelf_items SET is_sold_out = s.is_sold_out FROM shelf_items s
      WHERE shelf_items.show_id = ? AND s.show_id = ? AND s.product_id = shelf_items.product_id`,
  ).run(BigInt(firstId), BigInt(secondId));
}

function isCounted(db: BetterSqlite.Database, showId: number): boolean {
  const row = db
    .prepare(
      `SELECT (SELECT count(*) FROM events WHERE show_id = :show AND source_room_id IS NOT NULL)
        = (SELECT coalesce(sum(events), 0) FROM minute_counts WHERE show_id = :show)`,
    )
    .pluck()
    .get({ show: BigInt(showId) });
  return row === 1;
}
