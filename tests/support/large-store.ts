import { statSync } from 'node:fs';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';

import { fillRunningShow } from './filled-store.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const EVENTS_A_SHOW = 100_000;
/** Tables of a show with the column that holds its time, and what a day is in that column. */
const ROLL_UPS = ['minute_counts', 'minute_money', 'minute_virtual'] as const;

/**
 * A store of at least this size, as months of shows leave it: past shows of a hundred thousand events
 * each, one a day, and one of as many that is on air until `endTs`. The past ones are one show copied,
 * which takes a tenth of the time that receiving each would take.
 */
export function fillLargeStore(dataFolder: string, bytes: number, endTs: number): void {
  const path = join(dataFolder, 'cuedesk.sqlite');
  fillRunningShow(dataFolder, EVENTS_A_SHOW, endTs - 200 * DAY_MS);
  const db = new BetterSqlite(path);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = OFF');
  db.exec(`UPDATE shows SET state = 'ended', ended_ts = alive_ts, on_air_since_ts = NULL`);
  const size = (): number => Number(db.pragma('page_count', { simple: true })) * 4096;
  for (let day = 1; size() < bytes; day += 1) copyShow(db, day);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  fillRunningShow(dataFolder, EVENTS_A_SHOW, endTs);
  if (statSync(path).size < bytes) throw new Error('the large store is not large enough');
}

/** The first show once more, `day` days later. */
export function copyShow(db: BetterSqlite.Database, day: number): void {
  db.transaction(() => {
    const shift = day * DAY_MS;
    const times = ['created_ts', 'started_ts', 'ended_ts', 'alive_ts'];
    const show = copyRows(db, 'shows', 'id = 1', { id: 'NULL', ...shifted(times, shift) });
    const ofShow = { show_id: String(show) };
    copyRows(db, 'events', 'show_id = 1', {
      seq: 'NULL',
      ...ofShow,
      ...shifted(['platform_ts', 'received_ts', 'event_ts'], shift),
    });
    for (const table of ROLL_UPS) {
      copyRows(db, table, 'show_id = 1', { ...ofShow, ...shifted(['minute'], shift / MINUTE_MS) });
    }
    copyRows(db, 'show_chatters', 'show_id = 1', ofShow);
  })();
}

function shifted(columns: readonly string[], by: number): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column, `${column} + ${by}`]));
}

/** Copies rows with some columns changed; the id of the last one. */
function copyRows(
  db: BetterSqlite.Database,
  table: string,
  where: string,
  changes: Readonly<Record<string, string>>,
): number {
  const columns = (db.pragma(`table_info(${table})`) as readonly { readonly name: string }[]).map(
    ({ name }) => name,
  );
  const values = columns.map((name) => changes[name] ?? name);
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO ${table} (${columns.join()}) SELECT ${values.join()} FROM ${table} WHERE ${where}`,
    )
    .run();
  return Number(lastInsertRowid);
}
