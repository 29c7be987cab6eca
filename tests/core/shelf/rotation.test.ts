import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Rotation } from '#shared/model/rotation.ts';
import type { ProductId } from '#shared/model/ids.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';

const EVERY_MS = 15_000;

let rig: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
  await desk.must('demo.start', { seed: 7, language: 'en', speed: 1, eventsPerSecond: null });
});
afterEach(async () => {
  await rig.close();
});

function idOf(linkNumber: number): ProductId {
  const item = desk.slice('shelf').items.find((each) => each.linkNumber === linkNumber);
  if (item === undefined) throw new Error(`no link ${linkNumber}`);
  return item.productId;
}

async function start(numbers: readonly (readonly [number, number])[], isEndless = false) {
  const items = numbers.map(([n, repeats]) => ({ productId: idOf(n), repeats }));
  await desk.must('rotation.start', { items, groupId: null, everyMs: EVERY_MS, isEndless });
  await rig.advance(10);
}

const rotation = (): Rotation | null => desk.slice('shelf').rotation;
const pushed = (): number[] =>
  desk.events().flatMap((event) => (event.kind === 'shelf.pushed' ? [event.linkNumber] : []));

/** The blocks of the demo would hold it: only those in which it may push. */
async function inBlock(role: string): Promise<void> {
  const block = desk.slice('blocks').blocks.find((each) => each.role === role);
  if (block === undefined) throw new Error(`no block of ${role}`);
  await desk.must('block.start', { blockId: block.id });
}

/** So many intervals of the list. */
async function pass(intervals: number): Promise<void> {
  for (let turn = 0; turn < (intervals * EVERY_MS) / 1_000; turn += 1) await rig.advance(1_000);
}

test('pushes the list at its interval, each as often as it says, and ends', async () => {
  await start([
    [1, 1],
    [2, 2],
  ]);
  expect(pushed()).toEqual([1]);
  expect(rotation()).toMatchObject({ state: 'running', nextProductId: idOf(2), left: 2 });
  await pass(1.1);
  expect(pushed()).toEqual([1, 2]);
  await pass(1.1);
  expect(pushed()).toEqual([1, 2, 2]);
  expect(rotation()).toBeNull();
});

test('is paused by a push of the operator, and waits a whole interval when it goes on', async () => {
  await start([
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
  await desk.must('shelf.arm', { linkNumber: 5 });
  await desk.must('shelf.go', { productId: idOf(5) });
  await pass(3);
  expect(pushed()).toEqual([1, 5]);
  expect(rotation()).toMatchObject({ state: 'paused', nextTs: null });
  await desk.must('rotation.pause', { isPaused: false });
  await pass(0.9);
  expect(pushed()).toEqual([1, 5]);
  await pass(0.2);
  expect(pushed()).toEqual([1, 5, 2]);
});

test('never takes the place of what is armed', async () => {
  await start([
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
  await pass(0.9);
  await desk.must('shelf.arm', { linkNumber: 5 });
  await pass(0.2);
  expect(rotation()).toMatchObject({ state: 'held', heldBy: 'armed' });
  expect(desk.slice('shelf').armed?.linkNumber).toBe(5);
  expect(pushed()).toEqual([1]);
});

test('waits for the end of a block that forbids it', async () => {
  await inBlock('giveaway');
  await start([
    [1, 1],
    [2, 1],
  ]);
  expect(rotation()).toMatchObject({ state: 'held', heldBy: 'block' });
  await pass(2);
  expect(pushed()).toEqual([]);
  await inBlock('hero');
  await rig.advance(1_000);
  expect(pushed()).toEqual([1]);
});

test('leaves out what a guard stops and says so; an endless list of such pushes nothing', async () => {
  const item = desk.slice('shelf').items.find(({ linkNumber }) => linkNumber === 1);
  if (item === undefined) throw new Error('an empty shelf');
  const { productId: _id, linkNumber, isSoldOut: _s, airtimeMs: _a, ...rest } = item;
  const { ordersPaid: _o, unitsPaid: _u, paidMinor: _p, imageId: _i, groupId: _g, ...held } = rest;
  // A coupon above the price: the demo's own stock does not mend that.
  const fields = { ...held, priceMinor: 5_000, couponPriceMinor: 6_000, listPriceMinor: null };
  await desk.must('shelf.putProduct', { fields, linkNumber });
  await start([
    [1, 1],
    [2, 1],
    [3, 1],
  ]);
  expect(pushed()).toEqual([2]);
  expect(rotation()?.skipped).toEqual([{ productId: idOf(1), reason: 'price_ladder' }]);
  await start([[1, 1]], true);
  await pass(2.5);
  expect(pushed()).toEqual([2]);
  expect(rotation()).toMatchObject({ state: 'running', nextProductId: idOf(1) });
});

test('is over with its show, and needs one', async () => {
  await start(
    [
      [1, 1],
      [2, 1],
    ],
    true,
  );
  await desk.must('rotation.end', {});
  expect(await desk.run('rotation.end', {})).toMatchObject({
    error: { code: 'nothing_to_rotate' },
  });
  await start(
    [
      [1, 1],
      [2, 1],
    ],
    true,
  );
  await desk.must('show.end', {});
  await pass(2);
  expect(rotation()).toBeNull();
  const items = [{ productId: idOf(1), repeats: 1 }];
  const plan = { items, groupId: null, everyMs: EVERY_MS, isEndless: true };
  const refused = await desk.run('rotation.start', plan);
  expect(refused).toMatchObject({ error: { code: 'show_wrong_state' } });
});

test('a group is a list: each of its products once, and as it is by the next round', async () => {
  const { groupId } = await desk.must('shelf.makeGroup', {
    groupName: 'Benefit',
    productIds: [idOf(5), idOf(2)],
  });
  const plan = { items: [], groupId, everyMs: EVERY_MS, isEndless: true };
  await desk.must('rotation.start', plan);
  await rig.advance(10);
  expect(rotation()).toMatchObject({ groupId, nextProductId: idOf(5), left: 1 });
  await desk.must('shelf.assignGroup', { groupId, productIds: [idOf(3)] });
  await desk.must('shelf.assignGroup', { groupId: null, productIds: [idOf(2)] });
  await pass(1.1);
  await pass(1);
  expect(pushed()).toEqual([2, 5, 3]);
  await desk.must('shelf.dissolveGroup', { groupId });
  await pass(1);
  // The round is gone through to its end; there is no next one.
  expect(pushed()).toEqual([2, 5, 3, 5]);
  expect(rotation()).toBeNull();
});

test('neither a group that is empty or gone nor an empty list begins anything', async () => {
  const { groupId } = await desk.must('shelf.makeGroup', {
    groupName: 'Benefit',
    productIds: [idOf(5)],
  });
  await desk.must('shelf.assignGroup', { groupId: null, productIds: [idOf(5)] });
  const every = { items: [], everyMs: EVERY_MS, isEndless: false };
  expect(await desk.run('rotation.start', { ...every, groupId })).toMatchObject({
    error: { code: 'group_empty' },
  });
  await desk.must('shelf.dissolveGroup', { groupId });
  expect(await desk.run('rotation.start', { ...every, groupId })).toMatchObject({
    error: { code: 'unknown_group' },
  });
  expect(await desk.run('rotation.start', { ...every, groupId: null })).toMatchObject({
    error: { code: 'bad_request', params: { what: 'items' } },
  });
  expect(rotation()).toBeNull();
  expect(pushed()).toEqual([]);
});
