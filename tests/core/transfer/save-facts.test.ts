import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { ShowId } from '#shared/model/ids.ts';
import { reviewFactsSchema } from '#shared/model/review-facts.ts';
import {
  MAIN_ROOM,
  settled,
  startRig,
  type CoreRig,
  type RigScreen,
} from '#tests/support/core-rig.ts';

let folder: string;
let rig: CoreRig;
let desk: RigScreen;
let showId: ShowId;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-facts-'));
  rig = await startRig(folder);
  desk = rig.screen('desk');
  ({ showId } = await desk.must('demo.start', {
    seed: 7,
    language: 'zh-CN',
    speed: 20,
    eventsPerSecond: null,
  }));
  for (let step = 0; step < 4; step += 1) await rig.advance(500);
});
afterEach(async () => {
  await rig.close();
  rmSync(folder, { recursive: true, force: true });
});

const exportsOf = (): readonly string[] => readdirSync(join(rig.dataFolder, 'exports'));

it('has every event of the show and what the review says, as its schema has it', async () => {
  const { path } = await desk.must('review.saveFacts', { showId, withId: null });
  const facts: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'));
  const db = new BetterSqlite(join(rig.dataFolder, 'cuedesk.sqlite'), { readonly: true });
  const stored = db
    .prepare('SELECT seq FROM events WHERE show_id = ? ORDER BY seq')
    .pluck()
    .all(showId);
  db.close();
  expect(stored.length).toBeGreaterThan(100);
  const events = Array.isArray(facts['events']) ? facts['events'] : [];
  expect(events.map(({ seq }: { readonly seq: number }) => seq)).toEqual(
    stored.slice(0, events.length),
  );
  expect(facts['eventCount']).toBe(events.length);
  expect(facts['review']).toMatchObject({ show: { id: showId } });
  // By a validator of JSON Schema that knows nothing of how the file was made.
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    Object(reviewFactsSchema()),
  );
  expect(validate(facts), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  expect(validate({ ...facts, version: 2 })).toBe(false);
  expect(validate({ ...facts, events: [{ ...events[0], eventTs: 'today' }] })).toBe(false);
  expect(exportsOf().filter((name) => name.endsWith('.unfinished'))).toEqual([]);
});

it('is refused for a show of nobody, and where nothing can be written; nothing of it stays', async () => {
  expect(
    await desk.run('review.saveFacts', { showId: ShowId.parse(99), withId: null }),
  ).toMatchObject({
    ok: false,
    error: { code: 'unknown_show' },
  });
  writeFileSync(join(rig.dataFolder, 'exports'), 'a file where the folder belongs');
  expect(await desk.run('review.saveFacts', { showId, withId: null })).toMatchObject({
    ok: false,
    error: { code: 'folder_unwritable' },
  });
});

it('that is under way when the core ends leaves no file', async () => {
  // It is not answered any more: the desk's line goes with the core.
  desk.raw({
    type: 'command',
    commandId: desk.nextId(),
    roomId: MAIN_ROOM,
    name: 'review.saveFacts',
    input: { showId, withId: null },
  });
  await rig.close();
  await settled();
  expect(exportsOf()).toEqual([]);
});
