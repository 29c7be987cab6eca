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

test('orders-by-room: shows whose peak was counted by source are counted again, the others stand', () => {
  const order = { engine: engineOf(null), dataFolder: folder.path, nowTs: TEST_NOW };
  const place = migrations.findIndex(({ name }) => name === 'orders-by-room');
  migrate(raw, migrations.slice(0, place), order, noSteps);
  raw.exec(`INSERT INTO rooms (id, name, currency, time_zone, created_ts) VALUES ('a', '', 'CNY', 'UTC', 1);
    INSERT INTO sources (id, room_id, connector, platform, channel, options, is_enabled)
      VALUES (1, 'a', 'bridge', 'bridge', 'x', '{}', 1);
    INSERT INTO source_rooms (id, source_id, platform, platform_room_id)
      VALUES (1, 1, 'douyin', ''), (2, 1, 'taobao', '')`);
  const show = (id: number, rooms: readonly (readonly [number, number | null])[], peak: number) => {
    raw.exec(`INSERT INTO shows (id, room_id, title, origin, state, currency, created_ts)
      VALUES (${id}, 'a', '', 'live', 'ended', 'CNY', 1)`);
    for (const [room, viewers] of rooms) {
      raw.exec(`INSERT INTO minute_counts (show_id, source_room_id, minute, viewers_last)
        VALUES (${id}, ${room}, 7, ${viewers ?? 'NULL'})`);
    }
    raw.exec(`INSERT INTO show_figures SELECT ${id}, '[]', '[]', 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      100, ${peak}, 1, 1, 1, 1`);
  };
  show(1, [[1, 100]], 120);
  show(
    2,
    [
      [1, 60],
      [2, 70],
    ],
    80,
  );
  show(3, [[1, 100]], 90);
  show(
    4,
    [
      [1, 100],
      [2, null],
    ],
    100,
  );
  expect(migrate(raw, migrations.slice(0, place + 1), order, noSteps)).toMatchObject({ ok: true });
  expect(raw.prepare('SELECT show_id FROM show_figures ORDER BY 1').pluck().all()).toEqual([1, 4]);
});
