import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';

import type { CommandInput } from '#shared/contract/contract.ts';
import type { ShowId } from '#shared/model/ids.ts';
import { PlanRig } from '#tests/support/plan-rig.ts';

const MINUTE_MS = 60_000;
let rig: PlanRig;

beforeEach(async () => {
  rig = await PlanRig.start();
});
afterEach(() => rig.core.close());

/** A show of twenty minutes, as the store has it afterwards; a cue every five of them, or none at all. */
async function hold(title: string | null, isCued: boolean): Promise<ShowId> {
  if (title !== null) await rig.create(title);
  await rig.desk.must('show.start', {});
  for (let part = 0; part < (isCued ? 4 : 0); part += 1)
    await rig.desk.must('cue.send', { kind: 'free', text: `Cue ${part}` });
  const { showId } = await rig.desk.must('show.end', {});
  const db = new BetterSqlite(rig.core.storePath);
  db.exec(`UPDATE shows SET started_ts = ended_ts - ${20 * MINUTE_MS},
      on_air_before_ms = ${20 * MINUTE_MS} WHERE id = ${showId};
    UPDATE cues SET sent_ts = (SELECT started_ts FROM shows WHERE id = show_id)
      + (id - (SELECT min(id) FROM cues c WHERE c.show_id = cues.show_id)) * ${5 * MINUTE_MS}
      WHERE show_id = ${showId}`);
  db.close();
  return showId;
}

function silence(
  showId: ShowId,
  patch: Partial<CommandInput<'improvement.put'>> = {},
): CommandInput<'improvement.put'> {
  return {
    id: null,
    showId,
    findingId: 'silence',
    problem: 'Twenty minutes without a cue',
    evidence: '20 minutes',
    cause: 'people',
    scheme: 'A cue every five minutes',
    owner: 'Lin',
    dueTs: null,
    proving: {
      metric: 'silenceShare',
      productId: null,
      cardId: null,
      direction: 'down',
      goal: 0.2,
    },
    ...patch,
  };
}

async function leave(): Promise<void> {
  await rig.desk.must('show.leave', {});
}

const carried = async () => {
  const { items } = await rig.desk.must('checklist.get', {});
  return items.map(({ text, origin, improvement }) => [origin, text, improvement?.problem ?? null]);
};

test('an item goes into the next show and is judged there by the figure of its own show', async () => {
  const first = await hold(null, false);
  const { id } = await rig.desk.must('improvement.put', silence(first));
  expect(await rig.desk.must('improvement.ofShow', { showId: first })).toMatchObject({
    own: [{ id, state: 'open', showTitle: 'Evening', proving: { baseline: 1, goal: 0.2 } }],
    judged: [],
  });
  await leave();

  await rig.create('Second');
  expect(await rig.desk.must('checklist.get', {})).toMatchObject({ carriable: 1, items: [] });
  await rig.desk.must('checklist.carry', {});
  expect(await carried()).toEqual([
    ['review', 'A cue every five minutes', 'Twenty minutes without a cue'],
  ]);
  // Once is enough.
  expect(await rig.desk.run('checklist.carry', {})).toMatchObject({
    error: { code: 'nothing_to_carry' },
  });
  const [item] = (await rig.desk.must('checklist.get', {})).items;
  await rig.desk.must('checklist.put', {
    id: item?.id ?? null,
    text: 'A cue every five minutes',
    state: 'done',
  });
  const second = await hold(null, true);
  const { judged } = await rig.desk.must('improvement.ofShow', { showId: second });
  expect(judged).toMatchObject([
    { item: { id }, isTicked: true, judgement: { verdict: 'kept', now: 0, reason: null } },
  ]);
  // It is the same in the review itself.
  const review = await rig.desk.must('review.get', { showId: second });
  expect(review.improvements.judged).toEqual(judged);
});

test('kept in two shows in a row, it is offered to be closed, and then carried no more', async () => {
  const first = await hold(null, false);
  const { id } = await rig.desk.must('improvement.put', silence(first));
  await leave();
  for (const title of ['Second', 'Third']) {
    await rig.create(title);
    await rig.desk.must('checklist.carry', {});
    await hold(null, true);
    await leave();
  }
  const { courses } = await rig.desk.must('improvement.list', {});
  expect(courses).toMatchObject([
    {
      item: { id },
      canClose: true,
      trials: [
        { title: 'Second', isTicked: false, judgement: { verdict: 'kept' } },
        { title: 'Third', judgement: { verdict: 'kept' } },
      ],
    },
  ]);
  await rig.desk.must('improvement.setState', { id, state: 'done' });
  await rig.create('Fourth');
  expect(await rig.desk.must('checklist.get', {})).toMatchObject({ carriable: 0 });
  expect((await rig.desk.must('improvement.list', {})).courses[0]?.canClose).toBe(false);
});

test('a rehearsal asks nothing of the next show, and judges nothing', async () => {
  const first = await hold(null, false);
  await rig.desk.must('improvement.put', silence(first));
  await leave();
  await rig.create('Rehearsal', 'rehearsal');
  await rig.desk.must('checklist.carry', {});
  const rehearsal = await hold(null, true);
  await rig.desk.must('improvement.put', silence(rehearsal, { scheme: 'Of the rehearsal' }));
  expect(await rig.desk.must('improvement.ofShow', { showId: rehearsal })).toMatchObject({
    judged: [],
  });
  await leave();
  await rig.create('Real');
  await rig.desk.must('checklist.carry', {});
  expect((await carried()).map(([, text]) => text)).toEqual(['A cue every five minutes']);
});

test('a finding is accepted once; dropped, it can be taken up again', async () => {
  const showId = await hold(null, false);
  const { id } = await rig.desk.must('improvement.put', silence(showId));
  const again = silence(showId, { owner: 'Somebody else' });
  expect(await rig.desk.must('improvement.put', again)).toMatchObject({ id });
  const own = async () => (await rig.desk.must('improvement.ofShow', { showId })).own;
  expect(await own()).toMatchObject([{ owner: 'Lin' }]);
  await rig.desk.must('improvement.setState', { id, state: 'dropped' });
  await rig.desk.must('improvement.put', again);
  expect(await own()).toMatchObject([{ id, owner: 'Somebody else', state: 'open' }]);
});

test('a change is taken back, the last one first; a new item is gone with it', async () => {
  const showId = await hold(null, false);
  const made = await rig.desk.must('improvement.put', silence(showId));
  const changed = await rig.desk.must(
    'improvement.put',
    silence(showId, { id: made.id, owner: 'Mei', dueTs: 5_000 }),
  );
  expect(await rig.desk.run('improvement.undo', { changeId: made.changeId })).toMatchObject({
    error: { code: 'nothing_to_undo' },
  });
  await rig.desk.must('improvement.undo', { changeId: changed.changeId });
  const own = async () => (await rig.desk.must('improvement.ofShow', { showId })).own;
  expect(await own()).toMatchObject([{ owner: 'Lin', dueTs: null }]);
  await rig.desk.must('improvement.undo', { changeId: made.changeId });
  expect(await own()).toEqual([]);
});

test('what cannot be is refused and changes nothing', async () => {
  const showId = await hold(null, false);
  const of = silence(showId);
  const product = { metric: 'productAirShare' as const, direction: 'up' as const, goal: null };
  const refused = [
    [{ ...of, id: 77 }, 'unknown_item'],
    [{ ...of, showId: 99 }, 'unknown_show'],
    [{ ...of, proving: { ...product, productId: 99, cardId: null } }, 'unknown_product'],
    [{ ...of, scheme: '  ' }, 'text_missing'],
  ] as const;
  for (const [input, code] of refused) {
    const sent = input as CommandInput<'improvement.put'>;
    expect(await rig.desk.run('improvement.put', sent)).toMatchObject({ error: { code } });
  }
  expect(await rig.desk.must('improvement.list', {})).toEqual({ courses: [] });
});
