import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { migrate } from '#core/database/migrate.ts';
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

test('show-figures: shows that were there are kept, in no bin, and have no row until they are counted', () => {
  const order = { engine: engineOf(null), dataFolder: folder.path, nowTs: TEST_NOW };
  const place = migrations.findIndex(({ name }) => name === 'show-figures');
  migrate(raw, migrations.slice(0, place), order, noSteps);
  raw.exec(`INSERT INTO rooms (id, name, currency, time_zone, created_ts) VALUES ('a', '', 'CNY', 'UTC', 1);
    INSERT INTO shows (id, room_id, title, origin, state, currency, created_ts)
      VALUES (3, 'a', '开学季', 'live', 'ended', 'CNY', 1)`);
  expect(migrate(raw, migrations.slice(0, place + 1), order, noSteps)).toMatchObject({ ok: true });
  const shows = raw.prepare('SELECT id, title, removed_ts, merged_into, erasing_ts FROM shows');
  expect(shows.all()).toEqual([
    { id: 3, title: '开学季', removed_ts: null, merged_into: null, erasing_ts: null },
  ]);
  expect(raw.prepare('SELECT count(*) FROM show_figures').pluck().get()).toBe(0);
  raw.pragma('foreign_keys = ON');
  const tag = (show: number, word: string) => () =>
    raw.exec(`INSERT INTO show_words VALUES (${show}, 'tag', '${word}')`);
  expect(tag(3, '大促')).not.toThrow();
  expect(tag(3, '大促')).toThrow(/constraint/i);
  expect(tag(4, '大促')).toThrow(/constraint/i);
});
