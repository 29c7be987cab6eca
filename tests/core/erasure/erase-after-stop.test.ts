import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { settled, startRig, type CoreRig } from '#tests/support/core-rig.ts';
import { hitsInFolder } from '#tests/support/folder-bytes.ts';
import {
  BO,
  MEI,
  talkWithMei,
  TRACES_OF_MEI,
  WORDS_OF_OTHERS,
} from '#tests/support/show-with-mei.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

const PROGRAM = fileURLToPath(new URL('../../support/erase-until-killed.ts', import.meta.url));
const MEI_KEY = { platform: 'twitch', platformUserId: MEI.platformUserId ?? '' };

let folder: ReturnType<typeof temporaryFolder>;
let outside: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
  outside = temporaryFolder();
});
afterEach(() => {
  folder.clean();
  outside.clean();
});

/** A rehearsal in which Mei talks, with `padding` messages of Bo behind it. */
async function storeWithMei(padding: number): Promise<void> {
  const rig = await startRig(folder.path);
  const desk = rig.screen('desk');
  await desk.must('show.create', { title: 'Evening', origin: 'rehearsal', currency: 'CNY' });
  await desk.must('show.start', {});
  const cli = rig.screen('cli');
  await cli.must('ingest.append', { sender: 'sender', events: [...talkWithMei(TEST_NOW)] });
  await rig.close();
  const db = new BetterSqlite(join(folder.path, 'cuedesk.sqlite'));
  db.prepare(
    `INSERT INTO events (show_id, source_room_id, kind, person_id, received_ts, event_ts,
       dedupe_key, text, body)
     WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
     SELECT e.show_id, e.source_room_id, 1, e.person_id, e.received_ts, e.event_ts, 'more-' || i,
       'and more ' || i, e.body
     FROM n JOIN events e ON e.text = 'good evening everyone'`,
  ).run(padding);
  db.close();
}

/** Runs the eraser in a process of its own and kills it at its `line`th word. */
async function killedAt(line: number): Promise<string> {
  const { platform, platformUserId } = MEI_KEY;
  const child = spawn(process.execPath, [PROGRAM, folder.path, platform, platformUserId], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  let count = 0;
  let last = '';
  for await (const word of createInterface({ input: child.stdout })) {
    count += 1;
    last = word;
    if (count === line) child.kill('SIGKILL');
  }
  await gone;
  return last;
}

async function untilDone(rig: CoreRig): Promise<void> {
  const desk = rig.screen('desk');
  while (desk.slice('data').erasures.some(({ stage }) => stage !== 'done')) await rig.advance(500);
}

test.each([2, 5, 9, 14])('killed at step %i, it goes on at the next start', async (step) => {
  await storeWithMei(12_000);
  mkdirSync(join(folder.path, 'backups'), { recursive: true });
  copyFileSync(join(folder.path, 'cuedesk.sqlite'), join(folder.path, 'backups', 'b.sqlite'));
  const last = await killedAt(step);
  expect(last).not.toContain('done');
  const rig = await startRig(folder.path);
  await untilDone(rig);
  expect(hitsInFolder(folder.path, TRACES_OF_MEI)).toEqual([]);
  const texts = new BetterSqlite(rig.storePath, { readonly: true });
  const count = texts.prepare(`SELECT count(*) FROM events WHERE text LIKE 'and more %'`).pluck();
  expect(count.get()).toBe(12_000);
  texts.close();
  await rig.close();
});

test('a store that is put back to a copy from before does not bring the person back', async () => {
  await storeWithMei(0);
  const store = join(folder.path, 'cuedesk.sqlite');
  copyFileSync(store, join(outside.path, 'old.sqlite'));
  const first = await startRig(folder.path);
  await first.screen('desk').run('person.erase', MEI_KEY, 'erase-mei-now');
  await untilDone(first);
  await first.close();
  for (const end of ['-wal', '-shm']) rmSync(`${store}${end}`, { force: true });
  copyFileSync(join(outside.path, 'old.sqlite'), store);
  expect(hitsInFolder(folder.path, TRACES_OF_MEI)).not.toEqual([]);

  const second = await startRig(folder.path);
  await untilDone(second);
  expect(hitsInFolder(folder.path, TRACES_OF_MEI)).toEqual([]);
  const found = hitsInFolder(folder.path, WORDS_OF_OTHERS).map(({ needle }) => needle);
  expect(new Set(found)).toEqual(new Set(WORDS_OF_OTHERS));
  await second.close();
});

test('a store from before in which others only speak to the person is treated too', async () => {
  const rig = await startRig(folder.path);
  const desk = rig.screen('desk');
  await desk.must('show.create', { title: 'Evening', origin: 'rehearsal', currency: 'CNY' });
  await desk.must('show.start', {});
  const spoken = talkWithMei(TEST_NOW).filter(
    ({ actor }) => actor?.platformUserId === BO.platformUserId,
  );
  await rig.screen('cli').must('ingest.append', { sender: 'sender', events: [...spoken] });
  await rig.close();
  const store = join(folder.path, 'cuedesk.sqlite');
  copyFileSync(store, join(outside.path, 'old.sqlite'));
  const first = await startRig(folder.path);
  await first.screen('desk').run('person.erase', MEI_KEY, 'erase-mei-now');
  await untilDone(first);
  await first.close();
  copyFileSync(join(outside.path, 'old.sqlite'), store);
  const second = await startRig(folder.path);
  while (hitsInFolder(folder.path, ['88001122334455']).length > 0) await settled();
  await untilDone(second);
  expect(hitsInFolder(folder.path, ['88001122334455'])).toEqual([]);
  await second.close();
});

test('the list that stays behind says nobody by name or id', async () => {
  await storeWithMei(0);
  const rig = await startRig(folder.path);
  await rig.screen('desk').run('person.erase', MEI_KEY, 'erase-mei-now');
  await untilDone(rig);
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  expect(db.prepare('SELECT count(*) FROM erased_people').pluck().get()).toBe(1);
  expect(db.prepare('SELECT platform, platform_user_id, names FROM erasures').all()).toEqual([
    { platform: null, platform_user_id: null, names: null },
  ]);
  db.close();
  await rig.close();
});
