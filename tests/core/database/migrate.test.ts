import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { migrate as migrateStore } from '#core/database/migrate.ts';
import { migrations, type Migration } from '#core/database/migrations/list.ts';
import { noSteps } from '#core/store/backup.ts';
import { engineOf } from '#core/store/engine.ts';
import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
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

function migrate(steps: readonly Migration[]) {
  const order = { engine: engineOf(null), dataFolder: folder.path, nowTs: TEST_NOW };
  return migrateStore(raw, steps, order, noSteps);
}

function userVersion(): unknown {
  return raw.pragma('user_version', { simple: true });
}

function schemaOf(db: BetterSqlite.Database): unknown[] {
  const query = `SELECT type, name, tbl_name AS 'table' FROM sqlite_schema
    WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name`;
  return db.prepare(query).all();
}

test('migrations are numbered from 1 without holes and named', () => {
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
  for (const { name } of migrations) expect(name).toMatch(/^[a-z0-9-]+$/);
});

describe('0001 first-store', () => {
  const first = migrations.slice(0, 1);

  test('makes the tables and indexes of the first store', () => {
    expect(migrate(first)).toEqual({ ok: true, value: { from: 0, to: 1 } });
    expect(userVersion()).toBe(1);
    const names = schemaOf(raw).map((row) =>
      Object.values(row as object)
        .slice(0, 2)
        .join(' '),
    );
    expect(names).toMatchInlineSnapshot(`
      [
        "index events_by_minute",
        "index events_few",
        "index events_once",
        "table blocks",
        "table commands",
        "table cue_answers",
        "table cue_cards",
        "table cues",
        "table erased_people",
        "table event_kinds",
        "table events",
        "table gaps",
        "table gift_streaks",
        "table minute_counts",
        "table minute_money",
        "table minute_virtual",
        "table people",
        "table products",
        "table push_targets",
        "table pushes",
        "table raw_frames",
        "table rooms",
        "table screens",
        "table shelf_items",
        "table show_chatters",
        "table shows",
        "table source_rooms",
        "table sources",
      ]
    `);
  });

  test('every table is STRICT, so that a text never hides in a number', () => {
    migrate(first);
    const tables = raw.pragma('table_list') as { name: string; type: string; strict: number }[];
    const loose = tables.filter((table) => table.type === 'table' && table.strict === 0);
    expect(loose.map(({ name }) => name).filter((name) => !name.startsWith('sqlite_'))).toEqual([]);
  });

  test('ids of platforms are TEXT, times and money INTEGER', () => {
    migrate(first);
    const columns = raw
      .prepare(
        `SELECT t.name || '.' || c.name AS name, c.type FROM sqlite_schema t
         JOIN pragma_table_info(t.name) c WHERE t.type = 'table'`,
      )
      .all() as { name: string; type: string }[];
    const typesOf = (names: RegExp): (string | undefined)[] => [
      ...new Set(columns.filter(({ name }) => names.test(name)).map(({ type }) => type)),
    ];
    expect(typesOf(/platform_(user|room)_id$/)).toEqual(['TEXT']);
    expect(typesOf(/(_ts|_ms|_minor)$/)).toEqual(['INTEGER']);
  });

  test('names the kinds of events for plain SQL, every one of them', () => {
    migrate(first);
    const kinds = raw.prepare('SELECT name, code FROM event_kinds').raw().all() as [
      string,
      number,
    ][];
    expect(Object.fromEntries(kinds)).toEqual(EVENT_KIND_CODES);
  });

  test('the kinds read by index are raids, viewers, orders, links and facts of the desk', () => {
    migrate(first);
    const { raid, viewers, order, connector } = EVENT_KIND_CODES;
    const alone = [raid, viewers, order, connector].map((code) => `kind = ${code}`);
    for (const where of [...alone, 'kind >= 40']) {
      const plan = raw
        .prepare(`EXPLAIN QUERY PLAN SELECT * FROM events WHERE show_id = 1 AND ${where}`)
        .all() as { detail: string }[];
      expect(plan[0]?.detail).toContain('events_few');
    }
    const facts = ['show.state', 'gap', 'shelf.pushed', 'cue.sent', 'bookmark'] as const;
    for (const kind of facts) expect(EVENT_KIND_CODES[kind]).toBeGreaterThanOrEqual(40);
  });
});

describe('0002 events-by-show', () => {
  test('counts of a show are read from the index alone', () => {
    migrate(migrations.slice(0, 2));
    const plan = raw
      .prepare(
        `EXPLAIN QUERY PLAN SELECT event_ts / 10000, count(*), max(person_id) FROM events
         WHERE show_id = 1 AND event_ts >= 5 AND kind = 1 GROUP BY 1`,
      )
      .all() as { detail: string }[];
    expect(plan[0]?.detail).toContain('COVERING INDEX events_by_minute');
  });
});

describe('0004 erasures', () => {
  test('who was on the plain list is asked to be erased, and the list holds ids no more', () => {
    migrate(migrations.slice(0, 3));
    raw.exec(`INSERT INTO erased_people VALUES ('twitch', '4711', 12)`);
    migrate(migrations.slice(0, 4));
    expect(
      raw.prepare('SELECT stage, platform, platform_user_id, requested_ts FROM erasures').all(),
    ).toEqual([{ stage: 'rows', platform: 'twitch', platform_user_id: '4711', requested_ts: 12 }]);
    expect(raw.prepare('SELECT * FROM erased_people').all()).toEqual([]);
  });
});

describe('0007 outlets', () => {
  test('gives pushes their outlets, and answers of before have neither name nor reverse', () => {
    migrate(migrations.slice(0, 6));
    raw.exec(`INSERT INTO rooms (id, name, currency, time_zone, created_ts) VALUES ('a', '', 'CNY', 'UTC', 1);
      INSERT INTO shows (id, room_id, title, origin, state, currency, created_ts)
        VALUES (1, 'a', '', 'live', 'on_air', 'CNY', 1);
      INSERT INTO products (id, room_id, code, fields, created_ts) VALUES (1, 'a', 'x', '{}', 1);
      INSERT INTO pushes (id, show_id, product_id, link_number, go_ts, go_wall_ts, state, seq)
        VALUES (1, 1, 1, 1, 1, 1, 'on_shelf', 0);
      INSERT INTO push_targets (push_id, target, state) VALUES (1, 'anchor', 'ok');`);
    expect(migrate(migrations.slice(0, 7))).toEqual({ ok: true, value: { from: 6, to: 7 } });
    expect(raw.prepare('SELECT target, name, text, reverse_state FROM push_targets').all()).toEqual(
      [{ target: 'anchor', name: '', text: '', reverse_state: null }],
    );
    const add = (kind: string) => () =>
      raw.exec(
        `INSERT INTO outlets (room_id, kind, name, config) VALUES ('a', '${kind}', 'A', '{}')`,
      );
    expect(add('fax')).toThrow(/CHECK/);
    expect(add('webhook')).not.toThrow();
  });
});

describe('0015 cue-library', () => {
  test('cards and cues there were say nothing new; a favourite is of a card and a host', () => {
    migrate(migrations.slice(0, 14));
    raw.exec(`INSERT INTO rooms (id, name, currency, time_zone, created_ts) VALUES ('a', '', 'CNY', 'UTC', 1);
      INSERT INTO shows (id, room_id, title, origin, state, currency, created_ts)
        VALUES (3, 'a', '', 'live', 'on_air', 'CNY', 1);
      INSERT INTO cue_cards (id, room_id, kind, text, position) VALUES (5, 'a', 'free', 'x', 1);
      INSERT INTO cues (id, show_id, kind, text, sent_ts, state, seq)
        VALUES (7, 3, 'free', 'x', 1, 'done', 1)`);
    expect(migrate(migrations.slice(0, 15))).toEqual({ ok: true, value: { from: 14, to: 15 } });
    expect(raw.prepare('SELECT language, tone FROM cue_cards').all()).toEqual([
      { language: 'any', tone: 'plain' },
    ]);
    expect(raw.prepare('SELECT card_id, product_id, asks FROM cues').all()).toEqual([
      { card_id: null, product_id: null, asks: 0 },
    ]);
    raw.pragma('foreign_keys = ON');
    const mark = (card: number, anchor: number) => () =>
      raw.exec(`INSERT INTO card_favourites VALUES (${card}, ${anchor})`);
    raw.exec(`INSERT INTO anchors (id, room_id, name) VALUES (1, 'a', 'Mei')`);
    expect(mark(5, 1)).not.toThrow();
    expect(mark(5, 1)).toThrow(/constraint/i);
    expect(mark(6, 1)).toThrow(/constraint/i);
    expect(() => raw.exec(`UPDATE cue_cards SET language = 'fr'`)).toThrow(/CHECK/);
  });
});

describe('0016 improvement-items', () => {
  test('what was on a list came from no review; a finding of a show is accepted once', () => {
    migrate(migrations.slice(0, 15));
    raw.exec(`INSERT INTO rooms (id, name, currency, time_zone, created_ts) VALUES ('a', '', 'CNY', 'UTC', 1);
      INSERT INTO products (id, room_id, code, fields, created_ts) VALUES (1, 'a', 'x', '{}', 1);
      INSERT INTO shows (id, room_id, title, origin, state, currency, created_ts)
        VALUES (3, 'a', '', 'live', 'ended', 'CNY', 1);
      INSERT INTO checklist_items (show_id, place, text) VALUES (3, 1, 'Light')`);
    expect(migrate(migrations.slice(0, 16))).toEqual({ ok: true, value: { from: 15, to: 16 } });
    expect(raw.prepare('SELECT text, improvement_id FROM checklist_items').all()).toEqual([
      { text: 'Light', improvement_id: null },
    ]);
    raw.pragma('foreign_keys = ON');
    const put = (finding: string, cause: string) => () =>
      raw.exec(`INSERT INTO improvement_items (room_id, show_id, finding_id, problem, evidence,
          cause, scheme, owner, product_id, created_ts, changed_ts)
        VALUES ('a', 3, ${finding}, 'p', '', '${cause}', 's', '', 1, 1, 1)`);
    expect(put(`'gap'`, 'place')).not.toThrow();
    expect(put(`'gap'`, 'place')).toThrow(/UNIQUE/);
    expect(put('NULL', 'place')).not.toThrow();
    expect(put('NULL', 'weather')).toThrow(/CHECK/);
    raw.exec('DELETE FROM products');
    expect(raw.prepare('SELECT DISTINCT product_id FROM improvement_items').all()).toEqual([
      { product_id: null },
    ]);
  });
});

describe('0019 commerce', () => {
  test('tables of platforms and benefits are of a show; their figures are of an import', () => {
    migrate(migrations.slice(0, 18));
    raw.exec(`INSERT INTO rooms (id, name, currency, time_zone, created_ts) VALUES ('a', '', 'CNY', 'UTC', 1);
      INSERT INTO shows (id, room_id, title, origin, state, currency, created_ts)
        VALUES (3, 'a', '', 'live', 'ended', 'CNY', 1)`);
    expect(migrate(migrations.slice(0, 19))).toEqual({ ok: true, value: { from: 18, to: 19 } });
    raw.pragma('foreign_keys = ON');
    const put = (show: number, kind: string) => () =>
      raw.exec(`INSERT INTO platform_imports (show_id, platform, kind, file_name, file_hash, currency,
          row_count, imported_ts) VALUES (${show}, 'douyin', '${kind}', 'a.csv', 'h', 'CNY', 1, 1)`);
    expect(put(3, 'minutes')).not.toThrow();
    expect(put(3, 'days')).toThrow(/CHECK/);
    expect(put(4, 'minutes')).toThrow(/FOREIGN KEY/);
    const figure = (importId: number) => () =>
      raw.exec(
        `INSERT INTO imported_figures (import_id, figure, value) VALUES (${importId}, 'views', 1)`,
      );
    expect(figure(1)).not.toThrow();
    expect(figure(2)).toThrow(/FOREIGN KEY/);
  });
});

describe('0012 shelf-groups', () => {
  test('what lay on a shelf lies there still, in no group; a place is once in a show', () => {
    migrate(migrations.slice(0, 11));
    raw.exec(`INSERT INTO rooms (id, name, currency, time_zone, created_ts) VALUES ('a', '', 'CNY', 'UTC', 1);
      INSERT INTO products (id, room_id, code, fields, created_ts) VALUES (1, 'a', 'x', '{}', 1);
      INSERT INTO shows (id, room_id, title, origin, state, currency, created_ts)
        VALUES (3, 'a', '', 'live', 'on_air', 'CNY', 1);
      INSERT INTO shelf_items (show_id, product_id, link_number, is_sold_out, stock, stock_units)
        VALUES (3, 1, 47, 1, 9, 2)`);
    expect(migrate(migrations.slice(0, 12))).toEqual({ ok: true, value: { from: 11, to: 12 } });
    expect(raw.prepare('SELECT * FROM shelf_items').all()).toEqual([
      {
        show_id: 3,
        product_id: 1,
        link_number: 47,
        is_sold_out: 1,
        stock: 9,
        stock_units: 2,
        group_id: null,
      },
    ]);
    const add = (id: number, place: number) => () =>
      raw.exec(`INSERT INTO shelf_groups VALUES (${id}, 3, 'A', ${place})`);
    expect(add(1, 1)).not.toThrow();
    expect(add(2, 1)).toThrow(/constraint/i);
    raw.pragma('foreign_keys = ON');
    expect(() => raw.exec('UPDATE shelf_items SET group_id = 8')).toThrow(/constraint/i);
  });
});

describe('0008 product-images', () => {
  test('a product of before has no picture, has one at most, and takes it along when it goes', () => {
    migrate(migrations.slice(0, 7));
    raw.exec(`INSERT INTO rooms (id, name, currency, time_zone, created_ts) VALUES ('a', '', 'CNY', 'UTC', 1);
      INSERT INTO products (id, room_id, code, fields, created_ts) VALUES (1, 'a', 'x', '{}', 1);`);
    expect(migrate(migrations.slice(0, 8))).toEqual({ ok: true, value: { from: 7, to: 8 } });
    const held = raw.prepare('SELECT product_id, image_id FROM product_images');
    expect(held.all()).toEqual([]);
    const add = (imageId: string) => () =>
      raw.exec(`INSERT INTO product_images (product_id, image_id) VALUES (1, '${imageId}')`);
    expect(add('first')).not.toThrow();
    expect(add('second')).toThrow(/constraint/i);
    raw.pragma('foreign_keys = ON');
    raw.exec('DELETE FROM products');
    expect(held.all()).toEqual([]);
  });
});

describe('0006 catalogue', () => {
  test('products keep what they are, and what their prices were begins the history', () => {
    migrate(migrations.slice(0, 5));
    raw.exec(`INSERT INTO rooms (id, name, time_zone, currency, created_ts)
        VALUES ('main', 'Main', 'UTC', 'CNY', 1);
      INSERT INTO products (id, room_id, code, fields, created_ts) VALUES (7, 'main', 'A',
        '{"code":"A","currency":"USD","priceMinor":900,"listPriceMinor":null,"couponPriceMinor":800}', 4)`);
    migrate(migrations.slice(0, 6));
    expect(raw.prepare('SELECT id, code, details, created_ts FROM products').all()).toEqual([
      { id: 7, code: 'A', details: '{}', created_ts: 4 },
    ]);
    expect(raw.prepare('SELECT * FROM product_prices').all()).toEqual([
      {
        id: 1,
        product_id: 7,
        changed_ts: null,
        cause: 'earlier',
        currency: 'USD',
        list_price_minor: null,
        price_minor: 900,
        member_price_minor: null,
        coupon_price_minor: 800,
      },
    ]);
  });
});

describe('0005 person-cards', () => {
  test('a store of before keeps its events, and finds those of a person by the index alone', () => {
    migrate(migrations.slice(0, 4));
    raw.exec(`INSERT INTO rooms (id, name, time_zone, currency, created_ts)
        VALUES ('main', 'Main', 'UTC', 'CNY', 1);
      INSERT INTO shows (id, room_id, title, origin, state, currency, created_ts)
        VALUES (1, 'main', 'A', 'live', 'ended', 'CNY', 1);
      INSERT INTO people (id, platform, platform_user_id, name, display_name)
        VALUES (1, 'twitch', '1', 'a', 'A'), (2, 'twitch', '2', 'b', 'B');
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
        INSERT INTO events (show_id, kind, person_id, received_ts, event_ts, dedupe_key, body)
        SELECT 1, CASE i % 3 WHEN 0 THEN 7 ELSE 1 END, 1 + i % 2, i, i, 'e' || i, '{}' FROM n`);
    migrate(migrations.slice(0, 5));
    const query = `WITH RECURSIVE stretches (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM stretches
        WHERE n < (SELECT max(seq) FROM events) / 16384)
      SELECT count(*) FROM stretches CROSS JOIN events e INDEXED BY events_by_person
        ON e.seq / 16384 = stretches.n
      WHERE e.person_id = 2 AND e.kind IN (1, 3, 4, 5, 17)`;
    expect(raw.prepare(query).pluck().get()).toBe(
      raw.prepare('SELECT count(*) FROM events WHERE person_id = 2 AND kind = 1').pluck().get(),
    );
    const plan = raw.prepare(`EXPLAIN QUERY PLAN ${query}`).all() as { detail: string }[];
    expect(plan.map(({ detail }) => detail)).toContain(
      'SEARCH e USING COVERING INDEX events_by_person (<expr>=? AND person_id=?)',
    );
  });

  test('one note a person and room, and each mark once', () => {
    migrate(migrations.slice(0, 5));
    raw.exec(`INSERT INTO rooms (id, name, time_zone, currency, created_ts)
        VALUES ('main', 'Main', 'UTC', 'CNY', 1);
      INSERT INTO people (id, platform, platform_user_id, name, display_name)
        VALUES (1, 'twitch', '1', 'a', 'A');
      INSERT INTO person_notes VALUES ('main', 1, 'a note', 5);
      INSERT INTO person_marks (room_id, person_id, kind, made_ts) VALUES ('main', 1, 'vip', 5)`);
    for (const twice of [
      `INSERT INTO person_notes VALUES ('main', 1, 'another', 6)`,
      `INSERT INTO person_marks (room_id, person_id, kind, made_ts) VALUES ('main', 1, 'vip', 6)`,
      `INSERT INTO person_marks (room_id, person_id, kind, made_ts) VALUES ('main', 1, 'best', 6)`,
    ]) {
      expect(() => raw.exec(twice)).toThrow(/constraint/i);
    }
  });
});

test('0011 changed-targets and 0013 outlet-shows-out keep what was pushed, and what it went to', () => {
  migrate(migrations.slice(0, 10));
  raw.exec(`
    INSERT INTO rooms (id, name, time_zone, currency, created_ts)
      VALUES ('main', 'Main', 'UTC', 'CNY', 1);
    INSERT INTO shows (id, room_id, title, origin, state, created_ts, currency)
      VALUES (3, 'main', 'A', 'live', 'on_air', 1, 'CNY');
    INSERT INTO products (id, room_id, code, fields, created_ts)
      VALUES (5, 'main', 'A-1', '{}', 1);
    INSERT INTO outlets (id, room_id, kind, name, config) VALUES (7, 'main', 'obs', 'OBS', '{}');
    INSERT INTO pushes (id, show_id, product_id, link_number, go_ts, go_wall_ts, state, seq)
      VALUES (9, 3, 5, 1, 10, 10, 'on_shelf', 1);
    INSERT INTO push_targets (push_id, target, state) VALUES (9, 'obs:7', 'ok');`);
  expect(migrate(migrations.slice(0, 13))).toMatchObject({ value: { from: 10, to: 13 } });
  expect(raw.prepare('SELECT target, state, there FROM push_targets').all()).toEqual([
    { target: 'obs:7', state: 'ok', there: null },
  ]);
  const leaveOut = raw.prepare('INSERT INTO outlet_shows_out (outlet_id, show_id) VALUES (?, ?)');
  expect(leaveOut.run(7, 3).changes).toBe(1);
  expect(() => leaveOut.run(7, 3)).toThrow(/UNIQUE/);
});

describe('a later migration', () => {
  const newest = migrations.length;
  const second: Migration = {
    number: newest + 1,
    name: 'a-column',
    statements: () => ['ALTER TABLE rooms ADD COLUMN note TEXT;'],
  };
  const broken: Migration = {
    number: newest + 2,
    name: 'broken',
    statements: () => ['CREATE TABLE half (a);', 'SELECT no_such();'],
  };

  beforeEach(() => {
    migrate(migrations);
    raw.exec(`INSERT INTO rooms (id, name, time_zone, currency, created_ts)
      VALUES ('main', 'Main', 'UTC', 'CNY', 1)`);
  });

  function backups(): string[] {
    return readdirSync(folder.path).includes('backups')
      ? readdirSync(join(folder.path, 'backups'))
      : [];
  }

  test('copies the store whole before it runs, and keeps what was in it', () => {
    const before = schemaOf(raw);
    expect(migrate([...migrations, second])).toMatchObject({
      value: { to: newest + 1 },
    });
    expect(raw.prepare('SELECT id, note FROM rooms').all()).toEqual([{ id: 'main', note: null }]);
    const [file] = backups().filter((name) => name.endsWith('.sqlite'));
    const copy = new BetterSqlite(join(folder.path, 'backups', file ?? ''), { readonly: true });
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(copy.pragma('user_version', { simple: true })).toBe(newest);
    expect(schemaOf(copy)).toEqual(before);
    expect(copy.prepare('SELECT * FROM rooms').all()).toHaveLength(1);
    copy.close();
  });

  test('that fails leaves the store as it was before the first of them', () => {
    const steps = [...migrations, second, broken];
    expect(() => migrate(steps)).toThrow(/no_such/);
    expect(userVersion()).toBe(newest);
    expect(raw.prepare(`SELECT name FROM sqlite_schema WHERE name = 'half'`).all()).toEqual([]);
    expect(backups().filter((name) => name.endsWith('.sqlite'))).toHaveLength(1);
  });

  test('nothing to do: no copy, nothing changed', () => {
    expect(migrate(migrations)).toEqual({ ok: true, value: { from: newest, to: newest } });
    expect(backups()).toEqual([]);
  });

  test('a store of a newer program is refused', () => {
    migrate([...migrations, second]);
    expect(migrate(migrations)).toEqual({
      ok: false,
      error: { code: 'store_newer', params: { storeVersion: newest + 1, programVersion: newest } },
    });
    expect(userVersion()).toBe(newest + 1);
  });
});
