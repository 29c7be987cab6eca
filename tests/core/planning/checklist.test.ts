import { afterEach, beforeEach, expect, test } from 'vitest';

import type { ChecklistItem } from '#shared/model/checklist.ts';
import { PlanRig } from '#tests/support/plan-rig.ts';

let rig: PlanRig;

beforeEach(async () => {
  rig = await PlanRig.start();
});
afterEach(() => rig.core.close());

const put = (text: string, state: ChecklistItem['state'] = 'open') =>
  rig.desk.must('checklist.put', { id: null, text, state });
const list = async () => {
  const { items } = await rig.desk.must('checklist.get', {});
  return items.map(({ text, state, origin }) => `${origin} ${state} ${text}`);
};
async function endShow(): Promise<void> {
  await rig.desk.must('show.start', {});
  await rig.desk.must('show.end', {});
  await rig.desk.must('show.leave', {});
}

test('items are added, changed, ticked off and removed, in their order', async () => {
  const { id } = await put('Microphone');
  const second = await put('Light');
  await rig.desk.must('checklist.put', { id, text: 'Microphone battery', state: 'done' });
  expect(await list()).toEqual(['own done Microphone battery', 'own open Light']);
  await rig.desk.must('checklist.remove', { ids: [second.id] });
  expect(await list()).toEqual(['own done Microphone battery']);
  const gone = { id: second.id, text: 'Light', state: 'done' as const };
  expect(await rig.desk.run('checklist.put', gone)).toMatchObject({
    error: { code: 'unknown_item' },
  });
});

test('what a live show left open is carried over once; a rehearsal leaves nothing', async () => {
  await put('Microphone', 'done');
  await put('Light');
  await put('Tripod', 'dropped');
  await endShow();
  await rig.create('Rehearsal', 'rehearsal');
  await put('Of the rehearsal');
  await endShow();
  await rig.create('Tonight');
  await put('Own');
  expect(await rig.desk.must('checklist.get', {})).toMatchObject({ carriable: 1 });
  await rig.desk.must('checklist.carry', {});
  expect(await list()).toEqual(['own open Own', 'carried open Light']);
  expect(await rig.desk.must('checklist.get', {})).toMatchObject({ carriable: 0 });
  expect(await rig.desk.run('checklist.carry', {})).toMatchObject({
    error: { code: 'nothing_to_carry' },
  });
});

test('what was carried and is open still is carried on', async () => {
  await put('Light');
  await endShow();
  await rig.create('Second');
  await rig.desk.must('checklist.carry', {});
  await endShow();
  await rig.create('Third');
  await rig.desk.must('checklist.carry', {});
  expect(await list()).toEqual(['carried open Light']);
});

test('a red check that is overruled is a fact with its reason, and the show starts', async () => {
  const check = {
    subject: 'stock' as const,
    light: 'red' as const,
    finding: 'soldOut',
    names: ['Tee'],
    count: 1,
  };
  await rig.desk.must('checks.overrule', { checks: [check], reason: 'Comes at nine' });
  await rig.desk.must('show.start', {});
  expect(rig.facts('checks.overruled')).toMatchObject([
    { checks: [check], reason: 'Comes at nine', screenId: null },
  ]);
  expect(await rig.desk.must('checklist.get', {})).toMatchObject({
    overruled: [{ checks: [check], reason: 'Comes at nine' }],
  });
});

test('a list is full at a hundred items, and says so', async () => {
  for (let index = 0; index < 100; index += 1) await put(`item ${index}`);
  expect(await rig.desk.run('checklist.put', { id: null, text: 'x', state: 'open' })).toMatchObject(
    { error: { code: 'too_many', params: { what: 'checklist', max: 100, given: 101 } } },
  );
});
