import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Transfer } from '#shared/model/transfer.ts';
import { settled, startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { MEI, talkWithMei, TRACES_OF_MEI, WORDS_OF_OTHERS } from '#tests/support/show-with-mei.ts';
import { rowsOf } from '#tests/support/store-rows.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

let from: ReturnType<typeof temporaryFolder>;
let to: ReturnType<typeof temporaryFolder>;
let rig: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  from = temporaryFolder();
  to = temporaryFolder();
  await startIn(from.path);
});
afterEach(async () => {
  await rig.close();
  from.clean();
  to.clean();
});

async function startIn(folder: string): Promise<void> {
  rig = await startRig(folder);
  desk = rig.screen('desk');
}

async function endedShow(): Promise<void> {
  await desk.must('show.create', { title: '晚场 🧥', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  const events = [...talkWithMei(TEST_NOW)];
  await rig.screen('cli').must('ingest.append', { sender: 'sender', events });
  await desk.must('show.end', {});
}

async function transferAt(...states: Transfer['state'][]): Promise<Transfer> {
  for (;;) {
    const { transfer } = desk.slice('data');
    if (transfer !== null && states.includes(transfer.state)) return transfer;
    await settled();
  }
}

async function exported(): Promise<string> {
  const { path } = await desk.must('data.export', { path: null });
  expect(await transferAt('done', 'failed')).toMatchObject({ state: 'done', error: null });
  return path;
}

describe('everything of a desk', () => {
  test('goes into one file and comes out the same in another data folder', async () => {
    await endedShow();
    const path = await exported();
    const review = await desk.must('review.get', { showId: desk.slice('show').show?.id as never });
    await rig.close();
    const before = rowsOf(rig.storePath);

    await startIn(to.path);
    let restarts = 0;
    rig.core.onRestartWanted(() => (restarts += 1));
    await desk.run('data.import', { path }, 'import-it-now');
    await transferAt('replacing', 'failed');
    await rig.advance(100);
    expect(restarts).toBe(1);
    await rig.close();
    expect(rowsOf(rig.storePath)).not.toEqual(before);

    rig = await startRig(to.path);
    desk = rig.screen('desk');
    expect(rowsOf(rig.storePath)).toEqual(before);
    expect(desk.slice('store').keeping.report).toMatchObject({ kind: 'imported' });
    expect(await desk.must('review.get', { showId: review.show.id })).toEqual(review);
  });

  test('is not taken in while a live show is on air, nor beside another transfer', async () => {
    await endedShow();
    const path = await exported();
    await desk.must('show.leave', {});
    await desk.must('show.create', { title: 'Next', origin: 'live', currency: 'CNY' });
    await desk.must('show.start', {});
    expect(await desk.run('data.import', { path })).toMatchObject({
      error: { code: 'store_on_air', params: { title: 'Next' } },
    });
    await desk.must('show.end', {});
    await rig.advance(1_000);
    await desk.must('data.export', { path: null });
    expect(await desk.run('data.import', { path })).toMatchObject({ error: { code: 'data_busy' } });
    await transferAt('done');
  });

  test('stays as it is when the file is not right; what is wrong is told by line', async () => {
    await endedShow();
    const path = await exported();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length - 200));
    const before = rowsOf(rig.storePath);
    await desk.must('data.import', { path });
    const failed = await transferAt('failed');
    expect(failed.error).toMatchObject({ code: 'import_refused' });
    expect(failed.problems.map(({ code }) => code)).toContain('cut_off');
    expect(rowsOf(rig.storePath)).toEqual(before);
  });

  test('goes only where it can be written and replaces no file', async () => {
    const path = join(from.path, 'there.jsonl.gz');
    writeFileSync(path, 'mine');
    expect(await desk.run('data.export', { path })).toMatchObject({
      error: { code: 'file_exists' },
    });
    for (const wrong of ['relative.jsonl.gz', join(from.path, 'no', 'such', 'x.gz')]) {
      expect(await desk.run('data.export', { path: wrong })).toMatchObject({
        error: { code: 'folder_unwritable' },
      });
    }
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });
});

test('a person who is erased is gone from exports in the data folder too', async () => {
  await endedShow();
  const path = await exported();
  const textOf = (): string => gunzipSync(readFileSync(path)).toString('utf8');
  expect(textOf()).toContain('88001122334455');
  await desk.must('person.erase', {
    platform: 'twitch',
    platformUserId: MEI.platformUserId ?? '',
  });
  while (desk.slice('data').erasures.some(({ stage }) => stage !== 'done')) await rig.advance(500);
  const text = textOf();
  expect(TRACES_OF_MEI.filter((trace) => text.includes(trace))).toEqual([]);
  expect(WORDS_OF_OTHERS.filter((words) => !text.includes(words))).toEqual([]);
  const [erasure] = desk.slice('data').erasures;
  expect(erasure?.filesFailed).toEqual([]);
  expect(erasure?.filesTreated).toBeGreaterThanOrEqual(1);
});

describe('a file that was opened with Cuedesk', () => {
  test('is asked about on every desk until somebody says no', async () => {
    rig.core.offerImport('/mnt/晚场.cuedesk');
    await settled();
    expect(desk.slice('data').offered).toBe('/mnt/晚场.cuedesk');
    expect(rig.screen('desk').slice('data').offered).toBe('/mnt/晚场.cuedesk');
    await desk.must('data.decline', {});
    await settled();
    expect(desk.slice('data').offered).toBeNull();
    expect(desk.slice('data').transfer).toBeNull();
  });

  test('is asked about no more once it is imported, and checked like any other', async () => {
    await endedShow();
    const path = await exported();
    expect(path).toMatch(/\.cuedesk$/);
    writeFileSync(path, readFileSync(path).subarray(0, 900));
    rig.core.offerImport(path);
    await settled();
    await desk.must('data.import', { path });
    expect(await transferAt('failed', 'replacing')).toMatchObject({ state: 'failed' });
    expect(desk.slice('data').offered).toBeNull();
  });

  test('that is gone stays asked about, with the reason it cannot be read', async () => {
    rig.core.offerImport('/mnt/gone.cuedesk');
    expect(await desk.run('data.import', { path: '/mnt/gone.cuedesk' })).toMatchObject({
      error: { code: 'file_unreadable' },
    });
    await settled();
    expect(desk.slice('data').offered).toBe('/mnt/gone.cuedesk');
  });
});
