/**
 * The list of five hundred shows over five million events with what each came to, and a comparison of
 * two of them with the median of the last seven, as the core answers both; beside the same rows read by
 * better-sqlite3 alone, from the same store in the same run, rounds interleaved. Told on stderr: what
 * counting every show once costs, and what summing the minutes instead would.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';

import { openStore } from '#core/database/open-store.ts';
import { canOf } from '#core/feeds/registry.ts';
import { comparedShows } from '#core/shows/compare-shows.ts';
import { keepMissing } from '#core/shows/keep-figures.ts';
import { listedShows } from '#core/shows/list-shows.ts';
import { median } from '#shared/rules/median.ts';
import { baselineOf } from '#shared/rules/shows/baselines.ts';
import { recountShows } from '#core/store/recovery/rollups.queries.ts';
import { productFields } from '#tests/support/desk-facts.ts';
import { fillRunningShow } from '#tests/support/filled-store.ts';
import { copyShow } from '#tests/support/large-store.ts';
import { testPorts, TEST_NOW } from '#tests/support/test-ports.ts';

import { printBench, rounded } from './bench-line.ts';

const SHOWS = 500;
const EVENTS_A_SHOW = 10_000;
const STRETCH = 144;
const PRODUCTS = 25;
const ROUNDS = 15;
const LIMIT_MS = 200;

const dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-shows-'));
fillRunningShow(dataFolder, EVENTS_A_SHOW, TEST_NOW);
const filler = new BetterSqlite(join(dataFolder, 'cuedesk.sqlite'));
filler.pragma('synchronous = OFF');
filler.exec(`UPDATE shows SET state = 'ended', origin = 'live', ended_ts = alive_ts, on_air_since_ts = NULL;
  UPDATE rooms SET current_show_id = NULL`);
// Four hours of a show, not a hundred seconds.
filler.exec(`UPDATE events SET event_ts = s.started_ts + (event_ts - s.started_ts) * ${STRETCH}
    FROM shows s WHERE s.id = events.show_id;
  UPDATE shows SET ended_ts = started_ts + (ended_ts - started_ts) * ${STRETCH}`);
recountShows(filler, [1]);
for (let day = 1; day < SHOWS; day += 1) copyShow(filler, day);
filler.exec(`WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${PRODUCTS})
  INSERT INTO products (room_id, code, fields, created_ts)
    SELECT 'main', 'B' || n, '${JSON.stringify(productFields('B', 'CNY'))}', 1 FROM n;
  INSERT INTO shelf_items (show_id, product_id, link_number)
    SELECT s.id, p.id, p.id FROM shows s JOIN products p WHERE p.code LIKE 'B%';
  INSERT INTO pushes (show_id, product_id, link_number, go_ts, go_wall_ts, end_ts, state, seq)
    SELECT s.id, p.id, p.id, s.started_ts + p.id * 60000, 1, s.started_ts + p.id * 60000 + 300000,
      'taken_down', 1 FROM shows s JOIN products p WHERE p.code LIKE 'B%'`);
filler.pragma('wal_checkpoint(TRUNCATE)');
filler.close();

const opened = openStore({ dataFolder, sqliteBinding: null }, testPorts());
if (!opened.ok) throw new Error(opened.error.code);
const store = opened.value;
const { db } = store;
const room = { db, roomId: 'main', commit: <T>(work: () => T) => db.transaction(work) };
const startMs = performance.now();
await keepMissing(room, null, canOf);
process.stderr.write(
  `counting ${SHOWS} shows once: ${Math.round(performance.now() - startMs)} ms\n`,
);

const bare = new BetterSqlite(store.path, { readonly: true });
const ROWS = [
  `SELECT * FROM shows WHERE room_id = 'main' ORDER BY started_ts DESC`,
  `SELECT f.* FROM shows s JOIN show_figures f ON f.show_id = s.id WHERE s.room_id = 'main'`,
  `SELECT w.* FROM shows s JOIN show_words w ON w.show_id = s.id WHERE s.room_id = 'main'`,
  `SELECT m.* FROM shows s JOIN show_money m ON m.show_id = s.id WHERE s.room_id = 'main'`,
  `SELECT p.show_id, json_group_array(p.product_id) FROM shows s JOIN show_products p
    ON p.show_id = s.id WHERE s.room_id = 'main' GROUP BY p.show_id`,
  `SELECT id, json_extract(fields, '$.name') FROM products WHERE room_id = 'main'`,
].map((query) => bare.prepare(query));
const SIDE = [
  `SELECT minute, sum(viewers_last), sum(chats), sum(orders_paid) FROM minute_counts
    WHERE show_id = ? GROUP BY minute`,
  `SELECT minute, sum(amount_minor) FROM minute_money WHERE show_id = ? AND what = 'order_paid'
    GROUP BY minute`,
  `SELECT * FROM show_products WHERE show_id = ?`,
].map((query) => bare.prepare(query));
const summed = bare.prepare(`SELECT show_id, sum(events), sum(chats), sum(joins), sum(orders_paid)
  FROM minute_counts GROUP BY show_id`);

const { shows } = listedShows(db, 'main', null, canOf);
const [own, other] = shows;
if (shows.length !== SHOWS || own === undefined || other === undefined)
  throw new Error('not filled');
const pair = [own.id, other.id] as const;

const work = {
  list: () => JSON.stringify(listedShows(db, 'main', null, canOf)).length,
  bareList: () => JSON.stringify(ROWS.map((statement) => statement.all())).length,
  compare: () => {
    const all = listedShows(db, 'main', null, canOf).shows;
    const compared = comparedShows(db, 'main', pair, null, canOf);
    if (!compared.ok) throw new Error(compared.error.code);
    return baselineOf(all, own, 'median').of.length + JSON.stringify(compared.value).length;
  },
  bareCompare: () =>
    JSON.stringify([
      ...ROWS.map((statement) => statement.all()),
      ...pair.flatMap((id) => SIDE.map((statement) => statement.all(id))),
    ]).length,
  summed: () => summed.all().length,
} as const;
type Side = keyof typeof work;
const SIDES: readonly Side[] = ['list', 'bareList', 'compare', 'bareCompare', 'summed'];

function timed(side: Side): number {
  const fromMs = performance.now();
  if (work[side]() === 0) throw new Error(`${side} finds nothing`);
  return performance.now() - fromMs;
}

const samples: Record<Side, number[]> = {
  list: [],
  bareList: [],
  compare: [],
  bareCompare: [],
  summed: [],
};
// The first round warms all of them up.
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const side of SIDES) {
    const tookMs = timed(side);
    if (round > 0) samples[side].push(rounded(tookMs, 2));
  }
}
const middle = (side: Side): number => median(samples[side]) ?? 0;
process.stderr.write(`summing their minutes instead: ${rounded(middle('summed'), 1)} ms\n`);

for (const [name, side, beside] of [
  ['shows.list-500', 'list', 'bareList'],
  ['shows.compare-500', 'compare', 'bareCompare'],
] as const) {
  printBench({
    name,
    value: rounded(middle(side), 2),
    unit: 'ms',
    comparator: 'the same rows by better-sqlite3 alone',
    comparatorValue: rounded(middle(beside), 2),
    ratio: rounded(middle(side) / middle(beside), 2),
    goal: { of: 'value', is: 'at most', target: LIMIT_MS },
    floor: null,
    samples: samples[side],
  });
}
bare.close();
store.close();
rmSync(dataFolder, { recursive: true, force: true });
