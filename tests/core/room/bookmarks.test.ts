import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { UNUSED_KEPT_MS } from '#core/images/image-store.ts';
import type { ShowId } from '#shared/model/ids.ts';
import { settled, startRig } from '#tests/support/core-rig.ts';
import { PlanRig } from '#tests/support/plan-rig.ts';
import { webpOf } from '#tests/support/sample-images.ts';

const image = (mark: string) => ({
  full: webpOf(1280, 960, mark).toString('base64'),
  small: webpOf(96, 96, mark).toString('base64'),
});
let rig: PlanRig;

beforeEach(async () => {
  rig = await PlanRig.start();
  await rig.desk.must('show.start', {});
});
afterEach(() => rig.core.close());

const notes = async (showId: ShowId) => (await rig.desk.must('bookmark.list', { showId })).notes;
const files = (): readonly string[] => {
  const folder = join(rig.core.dataFolder, 'images');
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
};

test('a moment is marked at once; what is written to it later is what stands', async () => {
  const { seq, showId, ts } = await rig.desk.must('bookmark.add', { note: '' });
  await rig.core.advance(5_000);
  await rig.desk.must('bookmark.note', { showId, seq, note: 'They asked for red', image: null });
  expect(await notes(showId)).toMatchObject([
    { seq, ts, note: 'They asked for red', imageId: null },
  ]);
  const review = await rig.desk.must('review.get', { showId });
  expect(review.marks.filter(({ kind }) => kind === 'bookmark')).toEqual([
    { seq, ts, kind: 'bookmark', label: 'They asked for red' },
  ]);
  expect(review.notes).toEqual(await notes(showId));
});

test('a mark is taken away, and is there again with its way back', async () => {
  const { seq, showId } = await rig.desk.must('bookmark.add', { note: 'One' });
  await rig.desk.must('bookmark.remove', { showId, seq });
  expect(await notes(showId)).toEqual([]);
  const away = await rig.desk.must('review.get', { showId });
  expect(away.marks.filter(({ kind }) => kind === 'bookmark')).toEqual([]);
  await rig.desk.must('bookmark.note', { showId, seq, note: 'One', image: null });
  expect(await notes(showId)).toMatchObject([{ seq, note: 'One' }]);
});

test('afterwards any moment of a show is marked, but none outside of it', async () => {
  await rig.core.advance(60_000);
  const { showId } = await rig.desk.must('show.end', {});
  const { show } = await rig.desk.must('review.get', { showId });
  const [fromTs, toTs] = [show.startedTs ?? 0, show.endedTs ?? 0];
  await rig.desk.must('bookmark.addAt', { showId, ts: fromTs + 30_000, note: 'Too dark' });
  const [note] = await notes(showId);
  expect(note).toMatchObject({ ts: fromTs + 30_000, note: 'Too dark' });
  expect(note?.writtenTs).toBeGreaterThanOrEqual(toTs);
  for (const ts of [fromTs - 1, toTs + 1]) {
    expect(await rig.desk.run('bookmark.addAt', { showId, ts, note: 'x' })).toMatchObject({
      error: { code: 'outside_show' },
    });
  }
  expect(
    await rig.desk.run('bookmark.note', { showId, seq: 1, note: 'x', image: null }),
  ).toMatchObject({ error: { code: 'unknown_mark' } });
  expect(await notes(showId)).toHaveLength(1);
});

test('a photo lies beside the store while its mark has it, and is swept a month after', async () => {
  const [one, other] = [
    await rig.desk.must('bookmark.add', { note: '' }),
    await rig.desk.must('bookmark.add', { note: '' }),
  ];
  const { showId } = one;
  await rig.desk.must('bookmark.note', { ...marked(one), note: 'Light', image: image('one') });
  await rig.desk.must('bookmark.note', { ...marked(other), note: '', image: image('other') });
  const [kept] = await notes(showId);
  // The words change, the photo stays: it is named as it is stored.
  const stored = { imageId: kept?.imageId ?? '' };
  await rig.desk.must('bookmark.note', { ...marked(one), note: 'From behind', image: stored });
  expect(await notes(showId)).toMatchObject([
    { imageId: kept?.imageId, note: 'From behind' },
    { note: '' },
  ]);
  const gone = { imageId: '0f'.repeat(32) };
  expect(
    await rig.desk.run('bookmark.note', { ...marked(one), note: '', image: gone }),
  ).toMatchObject({ error: { code: 'image_gone' } });
  await rig.desk.must('bookmark.remove', marked(other));
  expect(files()).toHaveLength(4);

  const { dataFolder, ports } = rig.core;
  const wallTs = ports.clock.wallNow();
  for (const name of files()) utimesSync(join(dataFolder, 'images', name), 0, 0);
  await rig.core.core.close();
  const next = await startRig(dataFolder, wallTs + UNUSED_KEPT_MS);
  while (files().length > 2) await settled();
  await next.core.close();
  expect(files()).toEqual([kept?.imageId, `${kept?.imageId}.small`]);
});

function marked({ showId, seq }: { readonly showId: ShowId; readonly seq: number }) {
  return { showId, seq };
}
