import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { ShowId } from '#shared/model/ids.ts';

import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';

let rig: CoreRig;
let desk: RigScreen;
let showId: ShowId;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
  ({ showId } = await desk.must('demo.start', {
    seed: 7,
    language: 'zh-CN',
    speed: 1,
    eventsPerSecond: null,
  }));
});
afterEach(() => rig.close());

it('puts a page into the exports, and never over one that is there', async () => {
  const files = [{ name: 'review.html', text: '<p>复盘</p>' }];
  const { path } = await desk.must('review.export', { showId, files });
  expect(path.startsWith(join(rig.dataFolder, 'exports'))).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('<p>复盘</p>');
  const again = await desk.run('review.export', { showId, files: [{ ...files[0]!, text: 'x' }] });
  expect(again).toMatchObject({ ok: false, error: { code: 'file_exists' } });
  expect(readFileSync(path, 'utf8')).toBe('<p>复盘</p>');
});

it('puts several tables into a folder of their own', async () => {
  const files = ['products', 'cues'].map((name) => ({ name: `${name}.csv`, text: '\uFEFF1' }));
  const { path } = await desk.must('review.export', { showId, files });
  expect(statSync(path).isDirectory()).toBe(true);
  expect(readdirSync(path).toSorted()).toEqual(['cues.csv', 'products.csv']);
  expect(readFileSync(join(path, 'cues.csv')).subarray(0, 3)).toEqual(
    Buffer.from([0xef, 0xbb, 0xbf]),
  );
});

it('takes no name with a path in it, no name twice, and no show of another room', async () => {
  const file = { name: 'a.html', text: '' };
  for (const files of [
    [{ ...file, name: '../a.html' }],
    [{ ...file, name: 'a.exe' }],
    [file, file],
  ]) {
    const result = await desk.run('review.export', { showId, files });
    expect(result).toMatchObject({ ok: false, error: { code: 'bad_request' } });
  }
  const stranger = await desk.run('review.export', { showId: ShowId.parse(99), files: [file] });
  expect(stranger).toMatchObject({ ok: false, error: { code: 'unknown_show' } });
});

it('says which folder cannot be written', async () => {
  writeFileSync(join(rig.dataFolder, 'exports'), 'a file where the folder belongs');
  const result = await desk.run('review.export', { showId, files: [{ name: 'a.html', text: '' }] });
  expect(result).toMatchObject({
    ok: false,
    error: { code: expect.stringMatching(/folder_unwritable|file_exists/) },
  });
});
