import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { migrate } from '#core/database/migrate.ts';
import { migrations } from '#core/database/migrations/list.ts';
import { openStore } from '#core/database/open-store.ts';
import { listBackups, noSteps } from '#core/store/backup.ts';
import { dataFiles } from '#core/store/data-files.ts';
import { engineOf } from '#core/store/engine.ts';
import { heldFigures } from '#tests/support/held-figures.ts';
import { oracleFigures } from '#tests/support/oracle.ts';
import { rowCounts, schemaDump, storeDump } from '#tests/support/store-dump.ts';
import { TEST_NOW, testPorts } from '#tests/support/test-ports.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'stores');
const SHAPES = readdirSync(FIXTURES).toSorted();

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.clean());

function place(shape: string): string {
  const path = dataFiles(folder.path).store;
  const db = new BetterSqlite(path);
  db.pragma('foreign_keys = OFF');
  db.exec(readFileSync(join(FIXTURES, shape), 'utf8'));
  db.close();
  return path;
}

function order() {
  return { engine: engineOf(null), dataFolder: folder.path, nowTs: TEST_NOW };
}

/** A store that was never anything else. */
function fresh(): BetterSqlite.Database {
  const db = new BetterSqlite(':memory:');
  migrate(db, migrations, order(), noSteps);
  return db;
}

test('there is a store of every shape that was ever committed', () => {
  expect(SHAPES).toHaveLength(6);
});

describe.each(SHAPES)('a store of the shape %s', (shape) => {
  test('opens in the shape of a new one, with every row and right roll-ups', () => {
    const path = place(shape);
    const old = new BetterSqlite(path, { readonly: true });
    const before = rowCounts(old);
    old.close();
    const opened = openStore({ dataFolder: folder.path, sqliteBinding: null }, testPorts());
    if (!opened.ok) throw new Error(opened.error.code);
    const { raw } = opened.value.db;
    expect(schemaDump(raw)).toEqual(schemaDump(fresh()));
    const after: Readonly<Record<string, number>> = rowCounts(raw);
    // Made anew by the program itself; everything else that was there is there still.
    const own = new Set(['event_kinds', 'show_chatters', 'sqlite_sequence']);
    const kept = Object.keys(before).filter((table) => !own.has(table));
    expect(kept.length).toBeGreaterThan(20);
    expect(kept.map((table) => [table, after[table]])).toEqual(
      kept.map((table) => [table, before[table]]),
    );
    expect(after['show_chatters']).toBeGreaterThan(0);
    for (const show of [1, 2]) expect(heldFigures(raw, show)).toEqual(oracleFigures(raw, show));
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(raw.pragma('foreign_key_check')).toEqual([]);
    opened.value.close();
    expect(listBackups(folder.path)).toMatchObject([{ reason: 'migration', version: 1, shows: 2 }]);
  });

  test('sights are of live shows, and a told stock stays what it was', () => {
    const path = place(shape);
    const db = new BetterSqlite(path);
    migrate(db, migrations, order(), noSteps);
    const strangers = `SELECT count(*) FROM people WHERE first_seen_ts IS NOT NULL AND id NOT IN
      (SELECT person_id FROM events WHERE show_id = 1 AND person_id IS NOT NULL)`;
    expect(db.prepare(strangers).pluck().get()).toBe(0);
    expect(db.prepare('SELECT count(first_seen_ts) FROM people').pluck().get()).toBeGreaterThan(0);
    const paid = `SELECT coalesce(sum(json_extract(body, '$.qty')), 0) FROM events
      WHERE show_id = 1 AND kind = 17 AND json_extract(body, '$.status') = 'paid'
        AND json_extract(body, '$.productId') = 'P1'`;
    const units = db
      .prepare('SELECT stock_units FROM shelf_items WHERE product_id = 1')
      .pluck()
      .get();
    expect(units).toBe(shape < '5' ? db.prepare(paid).pluck().get() : 0);
    db.close();
  });
});

test('a migration that fails at any of its steps leaves the store as it was, and its copy there', () => {
  const shape = SHAPES[0] ?? '';
  const steps: string[] = [];
  const whole = new BetterSqlite(':memory:');
  whole.pragma('foreign_keys = OFF');
  whole.exec(readFileSync(join(FIXTURES, shape), 'utf8'));
  migrate(whole, migrations, order(), (step) => steps.push(step));
  const own = steps.filter((step) => step.startsWith('migration'));
  expect(own.length).toBeGreaterThan(20);
  const path = place(shape);
  const db = new BetterSqlite(path);
  const before = storeDump(db);
  for (const failing of own) {
    const run = () =>
      migrate(db, migrations, order(), (step) => {
        if (step === failing) throw new Error('cut');
      });
    expect(run, failing).toThrow('cut');
    expect(storeDump(db), failing).toBe(before);
    const [copy] = listBackups(folder.path);
    const image = new BetterSqlite(join(dataFiles(folder.path).backups, copy?.name ?? ''));
    expect(storeDump(image), failing).toBe(before);
    image.close();
  }
  expect(migrate(db, migrations, order(), noSteps)).toMatchObject({ ok: true });
  expect(schemaDump(db)).toEqual(schemaDump(fresh()));
  db.close();
});
