import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { bindable, sql } from '#core/database/sql.ts';
import { openTestStore, type TestStore } from '#tests/support/test-store.ts';

let store: TestStore;

beforeEach(() => {
  store = openTestStore();
});

afterEach(() => store.close());

describe('the sql tag', () => {
  test('keeps text and values apart, whatever a value says', () => {
    const nasty = `'; DROP TABLE rooms; --`;
    const query = sql`SELECT ${nasty} AS a, ${1} AS b`;
    expect(query.text).toBe('SELECT ? AS a, ? AS b');
    expect(store.store.db.get(query)).toEqual({ a: nasty, b: 1 });
  });

  test('whole numbers are bound as INTEGER and group by minute', () => {
    const { db } = store.store;
    const ts = 1_772_395_259_999;
    expect(
      db.get(
        sql`SELECT typeof(${ts}) AS type, ${ts} / ${60_000} AS minute, typeof(${0.5}) AS real`,
      ),
    ).toEqual({ type: 'integer', minute: Math.floor(ts / 60_000), real: 'real' });
  });

  test('numbers beyond what is exact are never passed off as integers', () => {
    expect(bindable(Number.MAX_SAFE_INTEGER)).toBe(BigInt(Number.MAX_SAFE_INTEGER));
    expect(bindable(2 ** 60)).toBe(2 ** 60);
    expect(bindable(null)).toBeNull();
  });
});

describe('transactions', () => {
  const add = (id: string) => sql`INSERT INTO rooms (id, name, time_zone, currency, created_ts)
    VALUES (${id}, ${id}, 'UTC', 'CNY', ${1})`;
  const ids = sql`SELECT id FROM rooms ORDER BY id`;

  test('all or nothing', () => {
    const { db } = store.store;
    expect(() =>
      db.transaction(() => {
        db.run(add('a'));
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(db.all(ids)).toEqual([]);
    expect(db.transaction(() => db.run(add('a')).changes)).toBe(1);
    expect(db.all(ids)).toEqual([{ id: 'a' }]);
  });

  test('a caught failure inside undoes only the inner part', () => {
    const { db } = store.store;
    db.transaction(() => {
      db.run(add('outer'));
      expect(() =>
        db.transaction(() => {
          db.run(add('inner'));
          throw new Error('no');
        }),
      ).toThrow('no');
    });
    expect(db.all(ids)).toEqual([{ id: 'outer' }]);
  });
});

test('a query over 40 ms is logged by its text, without the values', () => {
  const { db } = store.store;
  db.raw.function('take_time', () => {
    store.ports.clock.advance(41);
    return 1;
  });
  db.get(sql`SELECT take_time() AS a, ${'secret'} AS b`);
  expect(store.ports.lines).toEqual([
    {
      level: 'warn',
      event: 'slow_query',
      fields: { tookMs: 41, query: 'SELECT take_time() AS a, ? AS b' },
    },
  ]);
});

test('rows come one by one where they are too many to hold', () => {
  const query = sql`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${3})
    SELECT i FROM n`;
  expect([...store.store.db.each(query)]).toEqual([{ i: 1 }, { i: 2 }, { i: 3 }]);
});
