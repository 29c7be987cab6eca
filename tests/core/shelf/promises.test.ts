import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { CommandInput } from '#shared/contract/contract.ts';
import type { ShowPromise } from '#shared/model/promise.ts';
import type { ShelfItem } from '#shared/model/product.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';

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

function item(linkNumber: number): ShelfItem {
  const found = desk.slice('shelf').items.find((each) => each.linkNumber === linkNumber);
  if (found === undefined) throw new Error(`no link ${linkNumber}`);
  return found;
}

type Make = Partial<CommandInput<'promise.make'>>;
const NOTHING = {
  promiseKind: 'other',
  productId: null,
  units: null,
  priceMinor: null,
  text: '',
  dueInMs: null,
} as const;
const make = (input: Make) => desk.run('promise.make', { ...NOTHING, ...input });
async function made(input: Make): Promise<ShowPromise['id']> {
  const result = await make(input);
  if (!result.ok) throw new Error(`refused: ${result.error.code}`);
  await rig.advance(500);
  return result.value.promiseId;
}
const promises = () => desk.slice('promises');
const outcomes = () => promises().settled.map(({ outcome, isByItself }) => [outcome, isByItself]);

/** Shows a product until this many pieces of it were paid for. */
async function sell(linkNumber: number, pieces: number): Promise<void> {
  const { productId, unitsPaid } = item(linkNumber);
  if (desk.slice('shelf').current?.productId !== productId) {
    await desk.must('shelf.arm', { linkNumber });
    await desk.must('shelf.go', { productId });
  }
  for (let second = 0; second < 3_000; second += 1) {
    if (item(linkNumber).unitsPaid >= unitsPaid + pieces) return;
    await rig.advance(1_000);
  }
  throw new Error('nobody bought');
}

describe('only so many', () => {
  it('counts down with what is paid for, keeps itself, and stops the next push', async () => {
    await sell(1, 1);
    const { productId, unitsPaid } = item(1);
    await made({ promiseKind: 'limited', productId, units: 5, dueInMs: 600_000 });
    const left = 5 - (item(1).unitsPaid - unitsPaid);
    expect(left).toBeGreaterThan(0);
    expect(promises().open).toMatchObject([{ units: 5, left, over: 0 }]);
    await sell(1, 5);
    await rig.advance(1_000);
    expect(outcomes()).toEqual([['kept', true]]);
    expect(promises()).toMatchObject({ open: [], kept: 1, broken: 0 });
    await desk.must('shelf.takeDown', {});
    expect(await desk.must('shelf.arm', { linkNumber: 1 })).toMatchObject({
      guards: ['limit_reached'],
    });
    expect(await desk.run('shelf.go', { productId })).toMatchObject({
      error: { code: 'push_stopped', params: { reason: 'limit_reached' } },
    });
    await made({ promiseKind: 'limited', productId, units: 10 });
    expect(await desk.must('shelf.arm', { linkNumber: 1 })).toMatchObject({ guards: [] });
  });

  it('does not know what is left before any order is known', async () => {
    await made({ promiseKind: 'limited', productId: item(2).productId, units: 3 });
    expect(item(2).unitsPaid).toBe(0);
    expect(promises().open[0]).toMatchObject({ units: 3, left: null });
  });

  it('that was opened again by hand is settled by hand', async () => {
    await sell(1, 1);
    const promiseId = await made({
      promiseKind: 'limited',
      productId: item(1).productId,
      units: 1,
    });
    await sell(1, 2);
    await rig.advance(1_000);
    expect(outcomes()).toEqual([['kept', true]]);
    await desk.must('promise.reopen', { promiseId });
    await rig.advance(2_000);
    expect(promises().open).toHaveLength(1);
    await desk.must('promise.settle', { promiseId, outcome: 'broken' });
    await rig.advance(500);
    expect(promises()).toMatchObject({ kept: 0, broken: 1 });
  });
});

describe('pieces again', () => {
  it('is kept when there are more of them, however that became known', async () => {
    // The platform says what it has of each first.
    await rig.advance(5_000);
    const { productId } = item(3);
    await desk.must('shelf.setSoldOut', { productId, isSoldOut: true });
    await made({ promiseKind: 'restock', productId, dueInMs: 60_000 });
    expect(promises().open).toHaveLength(1);
    await desk.must('shelf.setSoldOut', { productId, isSoldOut: false });
    await rig.advance(1_000);
    expect(outcomes()).toEqual([['kept', true]]);
  });
});

describe('a price that opens', () => {
  it('changes the price when it is kept, and back when that was a mistake', async () => {
    const { productId, priceMinor: before } = item(4);
    const promiseId = await made({ promiseKind: 'priceOpen', productId, priceMinor: 1_990 });
    expect(item(4).priceMinor).toBe(before);
    await desk.must('promise.settle', { promiseId, outcome: 'kept' });
    await rig.advance(500);
    expect(item(4).priceMinor).toBe(1_990);
    await desk.must('promise.reopen', { promiseId });
    await rig.advance(500);
    expect(item(4).priceMinor).toBe(before);
    await desk.must('promise.settle', { promiseId, outcome: 'broken' });
    await rig.advance(500);
    expect(item(4).priceMinor).toBe(before);
  });
});

describe('a promise', () => {
  it.each([
    ['product', { promiseKind: 'limited', units: 3 }],
    ['units', { promiseKind: 'limited' }],
    ['due', { promiseKind: 'restock' }],
    ['text', { promiseKind: 'other', text: '  ' }],
  ] as const)('without its %s is refused, and nothing is written', async (what, input) => {
    const productId = what === 'product' ? null : item(1).productId;
    expect(await make({ ...input, productId })).toMatchObject({
      error: { code: 'promise_incomplete', params: { what } },
    });
    await rig.advance(500);
    expect(promises()).toEqual({ open: [], settled: [], kept: 0, broken: 0 });
  });

  it('of one too many, and what was settled already, is refused', async () => {
    const first = await made({ text: 'draw at eight' });
    for (let count = 1; count < 12; count += 1) await made({ text: `number ${count}` });
    expect(await make({ text: 'too many' })).toMatchObject({
      error: { code: 'too_many_promises' },
    });
    await desk.must('promise.settle', { promiseId: first, outcome: 'withdrawn' });
    expect(await desk.run('promise.settle', { promiseId: first, outcome: 'kept' })).toMatchObject({
      error: { code: 'unknown_promise' },
    });
  });

  it('stands on every screen, the next due first, and after a restart', async () => {
    await made({ text: 'whenever' });
    await made({ text: 'in ten', dueInMs: 600_000 });
    await made({ text: 'in five', dueInMs: 300_000 });
    const texts = ['in five', 'in ten', 'whenever'];
    expect(promises().open.map(({ text }) => text)).toEqual(texts);
    const anchor = rig.screen('anchor');
    expect(anchor.snapshot().slices.promises?.open.map(({ text }) => text)).toEqual(texts);
    const folder = rig.dataFolder;
    await rig.core.close();
    rig = await startRig(folder, rig.ports.clock.wallNow() + 1_000);
    desk = rig.screen('desk');
    expect(promises().open.map(({ text }) => text)).toEqual(texts);
  });

  it('is in the review with what was sold meanwhile, as SQL says', async () => {
    await sell(1, 1);
    const { productId, code } = item(1);
    const promiseId = await made({ promiseKind: 'limited', productId, units: 500 });
    await sell(1, 4);
    await desk.must('promise.settle', { promiseId, outcome: 'kept' });
    await made({ text: 'never settled' });
    const show = desk.slice('show').show;
    if (show === null) throw new Error('no show');
    await rig.advance(1_000);
    const { promises: told } = await desk.must('review.get', { showId: show.id });
    expect(told).toMatchObject([
      { id: promiseId, outcome: 'kept', isByItself: false, linkNumber: 1 },
      { outcome: null, unitsSold: null, text: 'never settled' },
    ]);
    const db = new Database(rig.storePath, { readonly: true });
    const sold = db
      .prepare(
        `SELECT sum(json_extract(o.body, '$.qty')) AS units FROM events o, events m, events s
         WHERE m.seq = ? AND m.kind = 70 AND s.kind = 71 AND s.show_id = m.show_id
           AND o.kind = 17 AND o.show_id = m.show_id
           AND json_extract(o.body, '$.status') = 'paid' AND json_extract(o.body, '$.productId') = ?
           AND o.event_ts BETWEEN m.event_ts AND s.event_ts`,
      )
      .get(promiseId, code);
    db.close();
    expect(told[0]?.unitsSold).toBeGreaterThanOrEqual(4);
    expect(sold).toEqual({ units: told[0]?.unitsSold });
  });
});
