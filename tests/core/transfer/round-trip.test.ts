import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import BetterSqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { sql } from '#core/database/sql.ts';
import { engineOf } from '#core/store/engine.ts';
import { exportStore, type TransferCourse } from '#core/transfer/export-store.ts';
import { importFile } from '#core/transfer/import-file.ts';
import { arbitraryFeedEvent, PLATFORM_KINDS } from '#tests/support/arbitrary-event.ts';
import { oracleFigures } from '#tests/support/oracle.ts';
import { rowsOf } from '#tests/support/store-rows.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import {
  addShow,
  addSource,
  openTestStore,
  pendingOf,
  startIngest,
  temporaryFolder,
  type TestStore,
} from '#tests/support/test-store.ts';

const engine = engineOf(null);
const calm: TransferCourse = { onRows: () => undefined, isCancelled: () => false };

let store: TestStore;
let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  store = openTestStore();
  folder = temporaryFolder();
});
afterEach(() => {
  store.close();
  folder.clean();
});

function exportTo(name: string, storePath: string = store.store.path, course = calm) {
  const path = join(folder.path, name);
  return exportStore(engine, { storePath, path, madeTs: TEST_NOW, madeBy: '0.0.0' }, course);
}

function importFrom(name: string, course = calm) {
  return importFile(
    engine,
    {
      path: join(folder.path, name),
      target: join(folder.path, `${name}.sqlite`),
      dataFolder: folder.path,
      nowTs: TEST_NOW,
    },
    course,
  );
}

/** A show with every kind of event that fast-check thinks of for this seed, and odd values. */
function fill(seed: number): void {
  const { db } = store.store;
  const show = { origin: 'live', currency: 'CNY', startedTs: TEST_NOW, endedTs: null } as const;
  const { roomId, showId } = addShow(db, { room: 'main', ...show });
  const sourceId = addSource(db, { room: 'main', connector: 'bridge', platform: 'twitch' });
  const { take } = startIngest(store, roomId);
  const events = PLATFORM_KINDS.flatMap((kind) =>
    fc.sample(arbitraryFeedEvent(kind), { numRuns: 8, seed }),
  ).map((event, index) => ({
    ...event,
    dedupeKey: `event-${index}`,
    platformTs: null,
    receivedTs: TEST_NOW + index * 977,
  }));
  take(
    showId,
    sourceId,
    events.map((event) => pendingOf(event, showId, sourceId).event),
  );
  db.run(sql`INSERT INTO raw_frames (source_id, received_ts, is_bad, frame)
    VALUES (${sourceId}, ${TEST_NOW}, 1, ${Buffer.from([0, 255, 10, 34])})`);
  db.run(sql`UPDATE shows SET clock_speed = 1.25, alive_ts = ${Number.MAX_SAFE_INTEGER}`);
  db.raw.exec('UPDATE raw_frames SET received_ts = 9223372036854775807');
  // The newest id was given and its row is gone: it must not be given again elsewhere.
  db.run(
    sql`INSERT INTO raw_frames (source_id, received_ts, is_bad, frame) VALUES (1, 1, 1, x'00')`,
  );
  db.raw.exec('DELETE FROM raw_frames WHERE id = (SELECT max(id) FROM raw_frames)');
}

/** The export with one line changed, written anew. */
function garbled(name: string, change: (lines: string[]) => string[]): void {
  const lines = gunzipSync(readFileSync(join(folder.path, name)))
    .toString('utf8')
    .split('\n');
  writeFileSync(join(folder.path, name), gzipSync(change(lines).join('\n')));
}

describe('an export', () => {
  test.each([1, 2, 3, 4])('imported elsewhere holds the same rows (seed %i)', async (seed) => {
    fill(seed);
    const made = await exportTo('a.jsonl.gz');
    expect(made?.rows).toBeGreaterThan(150);
    expect(await importFrom('a.jsonl.gz')).toMatchObject({ problems: [], rows: made?.rows });
    const imported = join(folder.path, 'a.jsonl.gz.sqlite');
    expect(rowsOf(imported)).toEqual(rowsOf(store.store.path));
    const copy = new BetterSqlite(imported, { readonly: true });
    const own = store.reader();
    expect(oracleFigures(copy, 1)).toEqual(oracleFigures(own, 1));
    copy.close();
    // Exported again, the tables have the same hashes.
    await exportTo('b.jsonl.gz', imported);
    const ends = (name: string): string[] =>
      gunzipSync(readFileSync(join(folder.path, name)))
        .toString('utf8')
        .split('\n')
        .filter((line) => line.startsWith('{"end"'));
    expect(ends('b.jsonl.gz')).toEqual(ends('a.jsonl.gz'));
  });

  test('carries no secrets of this machine', async () => {
    fill(5);
    store.store.db.run(sql`INSERT INTO screens (room_id, role, name, token_hash, paired_ts,
      last_seen_ts) VALUES ('main', 'anchor', 'tablet-of-the-host', x'abcdef', 1, 1)`);
    await exportTo('a.jsonl.gz');
    const text = gunzipSync(readFileSync(join(folder.path, 'a.jsonl.gz'))).toString('utf8');
    expect(text).not.toContain('tablet-of-the-host');
    expect(JSON.parse(text.slice(0, text.indexOf('\n')))).toMatchObject({ product: 'cuedesk' });
  });

  test('that is cancelled leaves nothing behind', async () => {
    fill(6);
    const cancelled = { ...calm, isCancelled: () => true };
    expect(await exportTo('a.jsonl.gz', store.store.path, cancelled)).toBeNull();
    expect(() => readFileSync(join(folder.path, 'a.jsonl.gz'))).toThrow(/ENOENT/);
    expect(() => readFileSync(join(folder.path, 'a.jsonl.gz.unfinished'))).toThrow(/ENOENT/);
  });
});

describe('an import of a file that is not right builds nothing and says where', () => {
  beforeEach(async () => {
    fill(7);
    await exportTo('a.jsonl.gz');
  });

  async function problemsOf(change: (lines: string[]) => string[]) {
    garbled('a.jsonl.gz', change);
    const { problems } = await importFrom('a.jsonl.gz');
    expect(() => readFileSync(join(folder.path, 'a.jsonl.gz.sqlite'))).toThrow(/ENOENT/);
    return problems;
  }

  test('cut off after any of its bytes', async () => {
    const path = join(folder.path, 'a.jsonl.gz');
    const bytes = readFileSync(path);
    for (const share of [0.02, 0.3, 0.6, 0.9, 0.999]) {
      writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length * share)));
      const { problems } = await importFrom('a.jsonl.gz');
      expect(
        problems.map(({ code }) => code),
        String(share),
      ).toContain('cut_off');
    }
    expect(() => readFileSync(`${path}.sqlite`)).toThrow(/ENOENT/);
  });

  test('with bytes that were changed', async () => {
    const path = join(folder.path, 'a.jsonl.gz');
    const bytes = readFileSync(path);
    for (const place of [0.1, 0.5, 0.8]) {
      const copy = Buffer.from(bytes);
      const at = Math.floor(copy.length * place);
      copy[at] = (copy[at] ?? 0) ^ 0x55;
      writeFileSync(path, copy);
      expect((await importFrom('a.jsonl.gz')).problemCount, String(place)).toBeGreaterThan(0);
    }
  });

  test('without its last line', async () => {
    const problems = await problemsOf((lines) => lines.slice(0, -2));
    expect(problems).toMatchObject([{ code: 'cut_off' }]);
  });

  test('of a newer format or newer tables', async () => {
    const header = (change: object) => (lines: string[]) => [
      JSON.stringify({ ...JSON.parse(lines[0] ?? '{}'), ...change }),
      ...lines.slice(1),
    ];
    expect(await problemsOf(header({ formatVersion: 2, more: 1 }))).toEqual([
      { line: 1, code: 'newer_format', params: { formatVersion: 2, readable: 1 } },
    ]);
    expect(
      await problemsOf(header({ formatVersion: 1, storeVersion: 99, more: undefined })),
    ).toMatchObject([{ line: 1, code: 'newer_store' }]);
  });

  test('with a row that is not of its columns, a double one, an event nobody can read', async () => {
    const row = (lines: string[]): number =>
      lines.findIndex((line) => line.includes('"kind":') || line.startsWith('[1,1,'));
    const at = row(readLines());
    const problems = await problemsOf((lines) => {
      const cells = JSON.parse(lines[at] ?? '[]') as unknown[];
      return [
        ...lines.slice(0, at),
        JSON.stringify(['not a number', ...cells.slice(1)]),
        ...lines.slice(at + 1),
      ];
    });
    expect(problems[0]).toMatchObject({ line: at + 1, code: 'bad_row' });
    expect(problems.map(({ code }) => code)).toContain('hash_differs');
  });

  function readLines(): string[] {
    return gunzipSync(readFileSync(join(folder.path, 'a.jsonl.gz')))
      .toString('utf8')
      .split('\n');
  }

  test('with an event whose body is not one', async () => {
    const header = JSON.parse(readLines()[0] ?? '{}') as {
      tables: { name: string; rows: number }[];
    };
    const before = header.tables.slice(
      0,
      header.tables.findIndex(({ name }) => name === 'events'),
    );
    const at = 1 + before.reduce((sum, { rows }) => sum + rows + 1, 0);
    const problems = await problemsOf((lines) => {
      const cells = JSON.parse(lines[at] ?? '[]') as unknown[];
      return [
        ...lines.slice(0, at),
        JSON.stringify([...cells.slice(0, -1), '{"actor":7}']),
        ...lines.slice(at + 1),
      ];
    });
    expect(problems[0]).toEqual({ line: at + 1, code: 'bad_event', params: { table: 'events' } });
  });

  test('that is some other file', async () => {
    writeFileSync(join(folder.path, 'b.jsonl.gz'), 'hello');
    expect((await importFrom('b.jsonl.gz')).problems).toMatchObject([{ code: 'not_compressed' }]);
    writeFileSync(join(folder.path, 'c.jsonl.gz'), gzipSync('{"hello":1}\n'));
    expect((await importFrom('c.jsonl.gz')).problems).toMatchObject([
      { line: 1, code: 'not_an_export' },
    ]);
    copyFileSync(store.store.path, join(folder.path, 'd.jsonl.gz'));
    expect((await importFrom('d.jsonl.gz')).problemCount).toBe(1);
  });
});
