import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { settled, startRig, type CoreRig } from '#tests/support/core-rig.ts';
import { hitsInFolder } from '#tests/support/folder-bytes.ts';
import { MEI, talkWithMei, TRACES_OF_MEI } from '#tests/support/show-with-mei.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

vi.setConfig({ testTimeout: 60_000 });

const WORKER = fileURLToPath(
  new URL('../../../src/main/core/store/store-worker.ts', import.meta.url),
);
const MEI_KEY = { platform: 'twitch', platformUserId: MEI.platformUserId ?? '' };

let rig: CoreRig;

beforeEach(async () => {
  rig = await startRig(null, undefined, WORKER);
});
afterEach(() => rig.close());

function count(query: string): unknown {
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  try {
    return db.prepare(query).pluck().get();
  } finally {
    db.close();
  }
}

test('copies and the store are written anew in another thread, and what comes meanwhile is kept', async () => {
  const desk = rig.screen('desk');
  const cli = rig.screen('cli');
  await desk.must('show.create', { title: 'Evening', origin: 'rehearsal', currency: 'CNY' });
  await desk.must('show.start', {});
  await cli.must('ingest.append', { sender: 'sender', events: [...talkWithMei(TEST_NOW)] });
  mkdirSync(join(rig.dataFolder, 'backups'));
  const store = new BetterSqlite(rig.storePath);
  store.prepare('VACUUM INTO ?').run(join(rig.dataFolder, 'backups', 'b.sqlite'));
  store.close();

  await desk.must('person.erase', MEI_KEY);
  const newest = () => desk.slice('data').erasures[0];
  while (newest()?.stage !== 'compacting') await rig.advance(500);
  // Asked for while the thread has the store: answered when it is done, not refused.
  const answers = await Promise.all(
    ['one', 'two'].map((note) => desk.must('bookmark.add', { note })),
  );
  expect(answers).toHaveLength(2);
  while (newest()?.stage !== 'done') {
    await rig.advance(500);
    await settled();
  }
  expect(newest()).toMatchObject({ ownEvents: 7, filesTreated: 1, filesFailed: [] });
  expect(hitsInFolder(rig.dataFolder, TRACES_OF_MEI)).toEqual([]);
  expect(
    count(`SELECT count(*) FROM events WHERE body LIKE '%"note":"one"%'
    OR body LIKE '%"note":"two"%'`),
  ).toBe(2);
  expect(count('PRAGMA integrity_check')).toBe('ok');
});

test('a core that closes while the thread is at it goes on at the next start', async () => {
  const desk = rig.screen('desk');
  await desk.must('show.create', { title: 'Evening', origin: 'rehearsal', currency: 'CNY' });
  await desk.must('show.start', {});
  const cli = rig.screen('cli');
  await cli.must('ingest.append', { sender: 'sender', events: [...talkWithMei(TEST_NOW)] });
  const { dataFolder } = rig;
  await desk.must('person.erase', MEI_KEY);
  while (desk.slice('data').erasures[0]?.stage === 'rows') await rig.advance(500);
  await rig.core.close();
  const again = await startRig(dataFolder, undefined, WORKER);
  const newest = () => again.screen('desk').slice('data').erasures[0];
  while (newest()?.stage !== 'done') await again.advance(500);
  await again.close();
  expect(hitsInFolder(dataFolder, TRACES_OF_MEI)).toEqual([]);
});
