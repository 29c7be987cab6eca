import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { BIN_DAYS } from '#shared/model/show-list.ts';
import type { ShowId } from '#shared/model/ids.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { chat, person } from '#tests/support/make-event.ts';

const DAY_MS = 86_400_000;
let rig: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
});
afterEach(() => rig.close());

/** A live show in which these people wrote a message each. */
async function ended(title: string, names: readonly string[]): Promise<ShowId> {
  await desk.must('show.leave', {});
  const { showId } = await desk.must('show.create', { title, origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  const ts = rig.ports.clock.wallNow();
  const events = names.map((name) =>
    chat({ key: `${title}-${name}`, ts }, person(name, name), `${title} words`),
  );
  await rig.screen('cli').must('ingest.append', { sender: 'bridge', events });
  await rig.advance(120_000);
  await desk.must('show.end', {});
  await rig.advance(1_000);
  return showId;
}

function rows<Row>(query: string): Row[] {
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  try {
    return db.prepare(query).all() as Row[];
  } finally {
    db.close();
  }
}

async function gone(showId: ShowId): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    if (rows(`SELECT 1 FROM shows WHERE id = ${showId}`).length === 0) return;
    await rig.advance(10);
  }
  throw new Error('the show is still there');
}

/** Every table with a column of a show, and how many rows it has of this one. */
function rowsOf(showId: ShowId): Record<string, number> {
  const tables = rows<{ name: string }>(`SELECT m.name FROM sqlite_schema m
    JOIN pragma_table_info(m.name) c ON c.name = 'show_id' WHERE m.type = 'table'`);
  return Object.fromEntries(
    tables.flatMap(({ name }) => {
      const [row] = rows<{ n: number }>(
        `SELECT count(*) AS n FROM "${name}" WHERE show_id = ${showId}`,
      );
      return row === undefined || row.n === 0 ? [] : [[name, row.n]];
    }),
  );
}

test('what is erased from the bin leaves no row, no word and nobody whom nothing else knows', async () => {
  const first = await ended('First', ['Ann', 'Bea']);
  const second = await ended('Second', ['Bea', 'Cho', 'Dora']);
  const third = await ended('Third', ['Ann']);
  const dora = { platform: 'twitch', platformUserId: 'Dora' };
  await desk.must('person.setNote', { ...dora, text: 'buys coats', replaces: null });
  const kept = rowsOf(first);
  expect(Object.keys(rowsOf(second))).toContain('show_figures');
  await desk.must('shows.remove', { showIds: [second] });
  expect(await desk.run('shows.erase', { showIds: [third] })).toMatchObject({
    error: { code: 'unknown_show' },
  });
  await desk.must('shows.erase', { showIds: [second] });
  expect((await desk.must('shows.list', {})).bin).toEqual([]);
  expect(await desk.run('shows.restore', { showIds: [second] })).toMatchObject({
    error: { code: 'unknown_show' },
  });
  await gone(second);
  expect(rowsOf(second)).toEqual({});
  expect(rowsOf(first)).toEqual(kept);
  expect(
    rows(`SELECT 1 FROM events WHERE body LIKE '%Second words%' OR text LIKE '%Second%'`),
  ).toEqual([]);
  expect(rows('SELECT * FROM pragma_foreign_key_check')).toEqual([]);
  // Seen where they are seen still, by SQL over what is left; a note keeps whom it is about.
  const seen = rows(
    `SELECT name, first_seen_ts AS first, last_seen_ts AS last FROM people ORDER BY name`,
  );
  expect(seen).toEqual([
    ...rows(`SELECT p.name, min(e.event_ts) AS first, max(e.event_ts) AS last FROM people p
      JOIN events e ON e.person_id = p.id JOIN shows s ON s.id = e.show_id AND s.origin = 'live'
      GROUP BY p.id ORDER BY p.name`),
    { name: 'dora', first: null, last: null },
  ]);
  expect(seen).toHaveLength(3);
  expect((await desk.must('shows.list', {})).shows.map(({ title }) => title)).toEqual([
    'Third',
    'First',
  ]);
});

test('what has lain in the bin for its days is erased by itself, what has not is kept', async () => {
  const first = await ended('First', ['Ann']);
  const second = await ended('Second', ['Bea']);
  await desk.must('shows.remove', { showIds: [first] });
  await later((BIN_DAYS - 1) * DAY_MS);
  await desk.must('shows.remove', { showIds: [second] });
  expect((await desk.must('shows.list', {})).bin).toHaveLength(2);
  await later(DAY_MS + 1_000);
  await gone(first);
  expect((await desk.must('shows.list', {})).bin.map(({ id }) => id)).toEqual([second]);
});

/** The desk was off for so long. */
async function later(ms: number): Promise<void> {
  await rig.core.close();
  rig = await startRig(rig.dataFolder, rig.ports.clock.wallNow() + ms);
  desk = rig.screen('desk');
}

test('an erasure that a stop cut off is taken up at the next start', async () => {
  const first = await ended(
    'First',
    Array.from({ length: 30 }, (_, index) => `P${index}`),
  );
  await desk.must('shows.remove', { showIds: [first] });
  const writer = new BetterSqlite(rig.storePath);
  await rig.core.close();
  writer.exec(`UPDATE shows SET erasing_ts = 1 WHERE id = ${first};
    DELETE FROM events WHERE seq IN (SELECT seq FROM events WHERE show_id = ${first} LIMIT 7)`);
  writer.close();
  rig = await startRig(rig.dataFolder, rig.ports.clock.wallNow());
  await gone(first);
  expect(rowsOf(first)).toEqual({});
});
