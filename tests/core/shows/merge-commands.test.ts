import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, expect, test } from 'vitest';

import type { ShowId } from '#shared/model/ids.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { chat } from '#tests/support/make-event.ts';

let rig: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  const worker = fileURLToPath(
    new URL('../../../src/main/core/store/store-worker.ts', import.meta.url),
  );
  rig = await startRig(null, undefined, worker);
  desk = rig.screen('desk');
});
afterEach(() => rig.close());

async function ended(title: string, messages: number, currency = 'CNY'): Promise<ShowId> {
  await desk.must('show.leave', {});
  const { showId } = await desk.must('show.create', { title, origin: 'live', currency });
  await desk.must('show.start', {});
  const ts = rig.ports.clock.wallNow();
  const events = Array.from({ length: messages }, (_, index) =>
    chat({ key: `${title}-${index}`, ts }, null, `${title} ${index}`),
  );
  await rig.screen('cli').must('ingest.append', { sender: 'bridge', events });
  await rig.advance(120_000);
  await desk.must('show.end', {});
  await rig.advance(60_000);
  return showId;
}

const listed = async () =>
  (await desk.must('shows.list', {})).shows.map(({ title, figures, mergedTs }) => [
    title,
    figures?.chats,
    mergedTs !== null,
  ]);

test('two shows become one on the desk, in a thread of its own, and two again', async () => {
  const first = await ended('First', 3);
  const second = await ended('Second', 4);
  const before = await listed();
  const merged = await desk.must('shows.merge', { showIds: [second, first] });
  expect(merged).toEqual({ showId: first });
  expect(await listed()).toEqual([['First', 7, true]]);
  // What was on the desk is a part of another now.
  expect(desk.slice('show').show).toBeNull();
  expect((await desk.must('shows.joining', {})).fraction).toBeNull();
  expect((await desk.must('review.get', { showId: first })).gaps).toMatchObject([
    { cause: 'desk_stopped', lost: null },
  ]);
  expect(await desk.run('review.get', { showId: second })).toMatchObject({
    error: { code: 'unknown_show' },
  });
  await desk.must('shows.split', { showId: first });
  expect(await listed()).toEqual(before);
  expect(await desk.run('shows.split', { showId: first })).toMatchObject({
    error: { code: 'nothing_to_undo' },
  });
});

test('a merged show in the bin is erased with its parts', async () => {
  const first = await ended('First', 3);
  const second = await ended('Second', 4);
  await desk.must('shows.merge', { showIds: [first, second] });
  await desk.must('shows.remove', { showIds: [first] });
  expect((await desk.must('shows.list', {})).bin).toHaveLength(1);
  await desk.must('shows.erase', { showIds: [first] });
  for (let turn = 0; turn < 20; turn += 1) await rig.advance(10);
  const list = await desk.must('shows.list', {});
  expect([list.shows, list.bin]).toEqual([[], []]);
});

test('what is not one show is refused in its words, and so is a merge while a live show is on air', async () => {
  const first = await ended('First', 1);
  const second = await ended('Second', 1, 'USD');
  const third = await ended('Third', 1);
  const refusal = async (showIds: [ShowId, ShowId]) => {
    const result = await desk.run('shows.merge', { showIds });
    return result.ok ? null : result.error.params['reason'];
  };
  expect(await refusal([first, second])).toBe('merge_other_currency');
  expect(await refusal([first, first])).toBe('merge_same');
  const before = await listed();
  await desk.must('show.leave', {});
  await desk.must('show.create', { title: 'Now', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  expect(await refusal([first, third])).toBe('merge_on_air');
  expect((await listed()).slice(1)).toEqual(before);
});
