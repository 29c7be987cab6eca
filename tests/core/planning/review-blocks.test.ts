import { afterEach, beforeEach, expect, test } from 'vitest';

import { PlanRig } from '#tests/support/plan-rig.ts';

const MINUTE = 60_000;
let rig: PlanRig;

beforeEach(async () => {
  rig = await PlanRig.start();
});
afterEach(() => rig.core.close());

test('the review holds planned against actual, with what was skipped, added and never reached', async () => {
  const [, second] = await rig.add(
    { title: 'A', plannedMs: MINUTE },
    { title: 'B', plannedMs: MINUTE },
    { title: 'C', plannedMs: MINUTE },
    { title: 'D', plannedMs: MINUTE },
  );
  if (second === undefined) throw new Error('four blocks');
  await rig.desk.must('show.start', {});
  await rig.desk.must('block.next', {});
  await rig.desk.must('block.extend', { byMs: MINUTE });
  await rig.core.advance(2 * MINUTE);
  await rig.desk.must('block.skip', { blockId: second, isSkipped: true });
  await rig.desk.must('block.next', {});
  await rig.core.advance(MINUTE);
  const { showId } = await rig.desk.must('show.end', {});
  await rig.core.advance(10);
  const review = await rig.desk.must('review.get', { showId });
  const minutes = (ms: number | null): number | null =>
    ms === null ? null : Math.round(ms / MINUTE);
  expect(
    review.blocks.map(({ title, plannedStartTs, startedTs, tookMs, extendedMs, isSkipped }) => [
      title,
      plannedStartTs === null || startedTs === null ? null : minutes(startedTs - plannedStartTs),
      minutes(tookMs),
      minutes(extendedMs),
      isSkipped,
    ]),
  ).toEqual([
    ['A', 0, 2, 1, false],
    ['B', null, null, 0, true],
    ['C', 0, 1, 0, false],
    ['D', null, null, 0, false],
  ]);
});
