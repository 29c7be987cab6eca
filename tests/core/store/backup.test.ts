import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import {
  KEPT_BACKUPS,
  listBackups,
  makeBackup,
  noSteps,
  removeUnfinishedBackups,
  verify,
  type AtStep,
} from '#core/store/backup.ts';
import { dataFiles } from '#core/store/data-files.ts';
import { engineOf } from '#core/store/engine.ts';
import type { BackupReason } from '#shared/model/store.ts';
import { fixedMix, MIX_START } from '#tests/support/show-mix.ts';
import { storeDump } from '#tests/support/store-dump.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import {
  addShow,
  addSource,
  openTestStore,
  startIngest,
  type TestStore,
} from '#tests/support/test-store.ts';

const engine = engineOf(null);
let store: TestStore;

beforeEach(() => {
  store = openTestStore();
  const { db } = store.store;
  const show = addShow(db, {
    room: 'main',
    origin: 'live',
    currency: 'CNY',
    startedTs: MIX_START,
    endedTs: null,
  });
  const source = addSource(db, { room: 'main', connector: 'bridge', platform: 'twitch' });
  startIngest(store, show.roomId).take(show.showId, source, fixedMix(200));
});
afterEach(() => store.close());

function backUp(reason: BackupReason = 'request', nowTs = TEST_NOW, atStep: AtStep = noSteps) {
  return makeBackup(engine, store.reader(), { dataFolder: store.folder, reason, nowTs }, atStep);
}

function files(): string[] {
  return readdirSync(dataFiles(store.folder).backups).toSorted();
}

test('is the whole store, verified, and says when, why and what is in it', () => {
  const made = backUp('show');
  if (!made.ok) throw new Error(made.error.code);
  const events = store.reader().prepare('SELECT count(*) FROM events').pluck().get();
  expect(made.value).toMatchObject({ reason: 'show', madeTs: TEST_NOW, shows: 1, events });
  expect(listBackups(store.folder)).toEqual([made.value]);
  const copy = engine(join(dataFiles(store.folder).backups, made.value.name), { readonly: true });
  expect(storeDump(copy)).toBe(storeDump(store.reader()));
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  copy.close();
});

test('three of each reason are kept: shows do not push out the copy from before a migration', () => {
  backUp('migration', TEST_NOW);
  for (let at = 1; at <= KEPT_BACKUPS + 2; at += 1) backUp('show', TEST_NOW + at);
  const kept = listBackups(store.folder).map(({ reason, madeTs }) => [reason, madeTs - TEST_NOW]);
  expect(kept).toEqual([
    ['show', 5],
    ['show', 4],
    ['show', 3],
    ['migration', 0],
  ]);
  expect(files()).toHaveLength(2 * kept.length);
});

test('a file that nobody vouched for is listed as such and never removed', () => {
  backUp();
  writeFileSync(join(dataFiles(store.folder).backups, 'of-my-own.sqlite'), 'x');
  for (let at = 1; at <= 5; at += 1) backUp('request', TEST_NOW + at);
  expect(listBackups(store.folder).find(({ name }) => name === 'of-my-own.sqlite')).toMatchObject({
    reason: null,
    isVerified: false,
    events: null,
  });
});

test('one that was changed after it was made no longer counts as verified', () => {
  const made = backUp();
  if (!made.ok) throw new Error(made.error.code);
  const path = join(dataFiles(store.folder).backups, made.value.name);
  writeFileSync(path, readFileSync(path).subarray(0, 8_192));
  expect(listBackups(store.folder)).toMatchObject([{ isVerified: false }]);
  expect(() => verify(engine, path)).toThrow(/malformed/);
});

describe('a power cut while it is made', () => {
  test('leaves no file that passes for a backup, at whatever step', () => {
    const steps: string[] = [];
    backUp('show', TEST_NOW, (step) => steps.push(step));
    expect(steps).toEqual(['copy', 'sync', 'describe', 'name', 'prune']);
    for (const [index, cut] of steps.entries()) {
      const nowTs = TEST_NOW + 1 + index;
      expect(() =>
        backUp('show', nowTs, (step) => {
          if (step === cut) throw new Error('cut');
        }),
      ).toThrow('cut');
      for (const backup of listBackups(store.folder)) {
        expect(backup.isVerified, `${cut} ${backup.name}`).toBe(true);
        expect(verify(engine, join(dataFiles(store.folder).backups, backup.name))).not.toBeNull();
      }
    }
  });

  test('and what is left of it goes at the next start', () => {
    backUp();
    const half = join(dataFiles(store.folder).backups, '.unfinished-show-x.sqlite');
    writeFileSync(half, 'half');
    writeFileSync(`${half}-journal`, 'half');
    expect(listBackups(store.folder)).toHaveLength(1);
    store = store.reopen();
    expect(removeUnfinishedBackups(store.folder)).toEqual([]);
    expect(files()).toHaveLength(2);
  });
});
