import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

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

function item(): ShelfItem {
  const [first] = desk.slice('shelf').items;
  if (first === undefined) throw new Error('an empty shelf');
  return first;
}

async function change(part: Partial<ShelfItem>): Promise<void> {
  const { productId: _id, linkNumber, isSoldOut: _s, airtimeMs: _a, ...rest } = item();
  const {
    ordersPaid: _o,
    unitsPaid: _u,
    paidMinor: _p,
    imageId: _i,
    groupId: _g,
    ...fields
  } = rest;
  await desk.must('shelf.putProduct', { fields: { ...fields, ...part }, linkNumber });
}

const arm = () => desk.must('shelf.arm', { linkNumber: item().linkNumber });
const go = () => desk.run('shelf.go', { productId: item().productId });
const overruled = () => desk.events().filter(({ kind }) => kind === 'push.overruled');

describe('a push is stopped', () => {
  it.each([
    ['stock_empty', { stock: 0 }],
    ['stock_last', { stock: 2 }],
    ['price_ladder', { priceMinor: 9_900, couponPriceMinor: 12_900, listPriceMinor: null }],
    ['price_ladder', { priceMinor: 9_900, couponPriceMinor: null, listPriceMinor: 8_900 }],
  ] as const)('by %s until it is overruled, which is a fact', async (guard, part) => {
    await change({ stock: 100, ...part });
    const { productId } = item();
    expect(await arm()).toMatchObject({ guards: [guard], isOverruled: false });
    expect(await go()).toMatchObject({
      error: { code: 'push_stopped', params: { reason: guard } },
    });
    expect(desk.slice('shelf').current).toBeNull();
    await desk.must('shelf.overrule', { productId });
    const gone = await go();
    if (!gone.ok) throw new Error('it was stopped');
    await rig.advance(10);
    expect(overruled()).toMatchObject([{ pushId: gone.value.pushId, productId, guards: [guard] }]);
  });

  it('by a mark that it is sold out, and no more when it is back', async () => {
    const { productId } = item();
    await desk.must('shelf.setSoldOut', { productId, isSoldOut: true });
    await arm();
    expect(await go()).toMatchObject({ error: { params: { reason: 'sold_out' } } });
    await desk.must('shelf.setSoldOut', { productId, isSoldOut: false });
    await arm();
    expect(await go()).toMatchObject({ ok: true });
    await rig.advance(10);
    expect(overruled()).toEqual([]);
  });

  it('again by what came up after it was overruled', async () => {
    await change({ stock: 100, priceMinor: 9_900, couponPriceMinor: 12_900, listPriceMinor: null });
    const { productId } = item();
    await arm();
    await desk.must('shelf.overrule', { productId });
    await desk.must('shelf.setSoldOut', { productId, isSoldOut: true });
    expect(await go()).toMatchObject({ error: { params: { reason: 'sold_out' } } });
    await rig.advance(10);
    expect(desk.slice('shelf').armed).toMatchObject({
      guards: ['sold_out', 'price_ladder'],
      isOverruled: false,
    });
    await desk.must('shelf.overrule', { productId });
    expect(await go()).toMatchObject({ ok: true });
  });

  it('and only what is armed can be overruled', async () => {
    const { productId } = item();
    const none = await desk.run('shelf.overrule', { productId });
    expect(none).toMatchObject({ error: { code: 'nothing_armed' } });
    await desk.must('shelf.arm', { linkNumber: 2 });
    const other = await desk.run('shelf.overrule', { productId });
    expect(other).toMatchObject({ error: { code: 'armed_product_changed' } });
  });
});

describe('a platform that says something else than the card', () => {
  /** What the demo's platforms said of the first product so far, by SQL. */
  function prices(): unknown[] {
    const db = new Database(rig.storePath, { readonly: true });
    const rows = db
      .prepare(
        `SELECT DISTINCT json_extract(body, '$.platform') AS platform,
           json_extract(body, '$.price.amountMinor') AS minor
         FROM events WHERE kind = 19 AND json_extract(body, '$.productId') = ?
         ORDER BY 1`,
      )
      .all(item().code);
    db.close();
    return rows;
  }

  it('stops the push with both values, over a restart too, until it is overruled', async () => {
    await rig.advance(5_000);
    expect(await arm()).toMatchObject({ guards: [], mismatches: [] });
    const told = prices();
    expect(told.length).toBeGreaterThan(0);
    await change({ priceMinor: 1_234, couponPriceMinor: null, listPriceMinor: null });
    const folder = rig.dataFolder;
    await rig.core.close();
    rig = await startRig(folder, rig.ports.clock.wallNow() + 1_000);
    desk = rig.screen('desk');
    const { guards, mismatches } = await arm();
    expect(guards).toEqual(['platform_price']);
    expect(mismatches.map(({ platform, platformSays: minor }) => ({ platform, minor }))).toEqual(
      told,
    );
    expect(mismatches.every(({ card, field }) => card === 1_234 && field === 'price')).toBe(true);
    expect(await go()).toMatchObject({ error: { params: { reason: 'platform_price' } } });
    await desk.must('shelf.overrule', { productId: item().productId });
    expect(await go()).toMatchObject({ ok: true });
    await rig.advance(10);
    expect(overruled()).toMatchObject([{ guards: ['platform_price'], mismatches }]);
  });
});
