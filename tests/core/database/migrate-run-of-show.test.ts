import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { migrate as migrateStore } from '#core/database/migrate.ts';
import { migrations } from '#core/database/migrations/list.ts';
import { noSteps } from '#core/store/backup.ts';
import { engineOf } from '#core/store/engine.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let raw: BetterSqlite.Database;

beforeEach(() => {
  folder = temporaryFolder();
  raw = new BetterSqlite(join(folder.path, 'cuedesk.sqlite'));
});
afterEach(() => {
  raw.close();
  folder.clean();
});

function migrateTo(number: number) {
  const order = { engine: engineOf(null), dataFolder: folder.path, nowTs: TEST_NOW };
  return migrateStore(raw, migrations.slice(0, number), order, noSteps);
}

describe('0014 run-of-show', () => {
  beforeEach(() => {
    migrateTo(13);
    raw.exec(`
      INSERT INTO rooms (id, name, currency, time_zone, created_ts) VALUES ('a', '', 'CNY', 'UTC', 1);
      INSERT INTO products (id, room_id, code, fields, created_ts) VALUES (7, 'a', 'x', '{}', 1);
      INSERT INTO shows (id, room_id, title, origin, state, currency, created_ts)
        VALUES (3, 'a', '', 'live', 'on_air', 'CNY', 1);
      INSERT INTO blocks (id, show_id, position, role, title, planned_ms, product_id, started_ts, ended_ts)
        VALUES (4, 3, 1, 'warmup', 'Warm-up', 60000, NULL, 5, 65),
          (5, 3, 2, 'hero', 'Shirt', 120000, 7, 65, NULL);`);
    migrateTo(14);
    raw.pragma('foreign_keys = ON');
  });

  test('a block keeps its place, its times and its product, and nothing more is planned of it', () => {
    expect(raw.pragma('user_version', { simple: true })).toBe(14);
    const blocks = raw
      .prepare('SELECT id, title, planned_ms, started_ts, ended_ts, owner, rule, round FROM blocks')
      .raw()
      .all();
    expect(blocks).toEqual([
      [4, 'Warm-up', 60_000, 5, 65, '', 'push', 1],
      [5, 'Shirt', 120_000, 65, null, '', 'push', 1],
    ]);
    expect(raw.prepare('SELECT * FROM block_products').raw().all()).toEqual([[5, 1, 7]]);
    const { script } = raw.prepare('SELECT script FROM blocks WHERE id = 4').get() as {
      readonly script: string;
    };
    expect(JSON.parse(script)).toEqual({
      hook: '',
      look: '',
      story: '',
      value: '',
      callToAction: '',
    });
  });

  test('a loop is so many times or until a time of day, never both and never neither', () => {
    const loop = (name: string, values: string) => () =>
      raw.exec(`INSERT INTO block_loops VALUES (3, '${name}', ${values})`);
    expect(loop('a', '3, NULL')).not.toThrow();
    expect(loop('b', 'NULL, 1320')).not.toThrow();
    expect(loop('c', 'NULL, NULL')).toThrow(/CHECK/);
    expect(loop('c', '3, 1320')).toThrow(/CHECK/);
    expect(loop('a', '4, NULL')).toThrow(/UNIQUE/);
  });

  test('a product that a block is about cannot go, nor a place be given twice', () => {
    expect(() => raw.exec('DELETE FROM products WHERE id = 7')).toThrow(/FOREIGN KEY/);
    expect(() => raw.exec('INSERT INTO block_products VALUES (5, 1, 7)')).toThrow(/UNIQUE/);
  });
});
