import { afterEach, beforeEach, expect, test } from 'vitest';

import { ShowId } from '#shared/model/ids.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { chat } from '#tests/support/make-event.ts';

let rig: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
});
afterEach(() => rig.close());

/** A live show that has run and ended, with so many messages. */
async function ended(title: string, messages: number): Promise<ShowId> {
  await desk.must('show.leave', {});
  const { showId } = await desk.must('show.create', { title, origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  const sender = rig.screen('cli');
  const nowTs = rig.ports.clock.wallNow();
  const events = Array.from({ length: messages }, (_, index) =>
    chat({ key: `${title}-${index}`, ts: nowTs }, null, `${title} ${index}`),
  );
  if (events.length > 0) await sender.must('ingest.append', { sender: 'bridge', events });
  await rig.advance(120_000);
  await desk.must('show.end', {});
  return showId;
}

const listed = async () => (await desk.must('shows.list', {})).shows;
const titles = async () => (await listed()).map(({ title }) => title);

test('a show that has ended is in the list with what it came to, and its name can change', async () => {
  const first = await ended('First', 3);
  const second = await ended('Second', 5);
  const shows = await listed();
  expect(shows.map(({ id, figures }) => [id, figures?.chats])).toEqual([
    [second, 5],
    [first, 3],
  ]);
  expect(shows[0]).toMatchObject({ platforms: ['twitch'], tags: [], anchors: [], removedTs: null });
  await desk.must('shows.rename', { showId: first, title: '秋季亚麻专场' });
  await desk.must('shows.rename', { showId: second, title: '  Coats ' });
  expect(await titles()).toEqual(['Coats', '秋季亚麻专场']);
  expect(desk.slice('show').show?.title).toBe('Coats');
});

test('tags and hosts are added and taken away from several at once, all or none', async () => {
  const ids = [await ended('A', 1), await ended('B', 1)];
  await desk.must('shows.setWords', {
    showIds: ids,
    kind: 'tag',
    add: ['大促', 'linen'],
    remove: [],
  });
  await desk.must('shows.setWords', {
    showIds: ids.slice(0, 1),
    kind: 'anchor',
    add: ['Mei'],
    remove: [],
  });
  await desk.must('shows.setWords', { showIds: ids, kind: 'tag', add: [], remove: ['linen'] });
  const [second, first] = await listed();
  expect([first?.tags, first?.anchors, first?.areAnchorsNamed]).toEqual([['大促'], ['Mei'], true]);
  expect([second?.tags, second?.anchors, second?.areAnchorsNamed]).toEqual([['大促'], [], false]);
  const many = Array.from({ length: 20 }, (_, index) => `t${index}`);
  const refused = await desk.run('shows.setWords', {
    showIds: ids,
    kind: 'tag',
    add: many,
    remove: [],
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'too_many' } });
  const unknown = await desk.run('shows.setWords', {
    showIds: [...ids, ShowId.parse(999)],
    kind: 'tag',
    add: ['x'],
    remove: [],
  });
  expect(unknown).toMatchObject({ ok: false, error: { code: 'unknown_show' } });
  expect((await listed()).map(({ tags }) => tags)).toEqual([['大促'], ['大促']]);
});

test('who hosted is read from the log', async () => {
  await desk.must('show.leave', {});
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  const { anchorId } = await desk.must('anchor.put', { anchorId: null, name: '小美' });
  await desk.must('anchor.choose', { anchorId });
  await desk.must('show.start', {});
  await desk.must('show.end', {});
  expect((await listed())[0]?.anchors).toEqual(['小美']);
});

test('a deleted show is gone from list, comparison, review and search at once, and comes back whole', async () => {
  const first = await ended('First', 4);
  const second = await ended('Second', 5);
  const review = async (showId: ShowId) => desk.run('review.get', { showId });
  const search = async () => {
    const { hits, shows } = await desk.must('search.messages', {
      searchId: 'a',
      text: 'First',
      person: null,
      platform: null,
      kind: null,
      showId: null,
      fromTs: null,
      toTs: null,
      beforeSeq: null,
      limit: 20,
    });
    return [hits.length, shows.length];
  };
  const before = await desk.must('shows.list', {});
  const compared = (await desk.must('review.get', { showId: second })).comparison;
  expect(compared.shows).toHaveLength(1);
  const found = await search();
  expect(found[0]).toBe(4);
  await desk.must('shows.remove', { showIds: [first] });
  expect(await titles()).toEqual(['Second']);
  expect(
    (await desk.must('shows.list', {})).bin.map(({ id, figures }) => [id, figures?.chats]),
  ).toEqual([[first, 4]]);
  expect((await desk.must('show.list', { limit: 10 })).shows.map(({ id }) => id)).toEqual([second]);
  expect(await review(first)).toMatchObject({ ok: false, error: { code: 'unknown_show' } });
  expect((await desk.must('review.get', { showId: second })).comparison.reason).toBe('no_earlier');
  expect((await search())[0]).toBe(0);
  await desk.must('shows.restore', { showIds: [first] });
  expect(await desk.must('shows.list', {})).toEqual(before);
  expect((await desk.must('review.get', { showId: second })).comparison).toEqual(compared);
  expect(await search()).toEqual(found);
});

test('an ended show on the desk is left with its removal; one that runs or is planned is not removed', async () => {
  const first = await ended('First', 1);
  await desk.must('shows.remove', { showIds: [first] });
  expect(desk.slice('show').show).toBeNull();
  const { showId } = await desk.must('show.create', {
    title: 'Next',
    origin: 'live',
    currency: 'CNY',
  });
  const refused = () => desk.run('shows.remove', { showIds: [showId] });
  expect(await refused()).toMatchObject({
    error: { code: 'show_in_use', params: { title: 'Next' } },
  });
  await desk.must('show.start', {});
  expect(await refused()).toMatchObject({ error: { code: 'show_in_use' } });
  const running = await desk.run('shows.compare', { showIds: [showId, showId] });
  expect(running).toMatchObject({ error: { code: 'show_in_use' } });
  expect(await titles()).toEqual(['Next']);
});
