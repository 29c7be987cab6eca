import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, expect, test } from 'vitest';

import type { OutletId, PushId } from '#shared/model/ids.ts';
import type { TargetAnswer } from '#shared/model/product.ts';
import { settled, startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { PARTNER, startShopeeServer, type ShopeeServer } from '#tests/support/shopee-server.ts';

let rig: CoreRig;
let desk: RigScreen;
let shop: ShopeeServer;
let id: OutletId;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
  shop = await startShopeeServer(() => rig.ports.clock.wallNow());
  await desk.must('show.create', { title: 'A', origin: 'rehearsal', currency: 'CNY' });
  for (const code of ['9.501', '9.502', 'W-3']) await put(code);
  await desk.must('show.start', {});
  await rig.advance(10);
  id = await add('code');
});
afterEach(async () => {
  await rig.close();
  await shop.close();
});

async function put(code: string, priceMinor = 25_900): Promise<void> {
  const text = { benefit: '', hook: '', look: '', story: '', value: '', callToAction: '', say: '' };
  const money = { currency: 'CNY', priceMinor, listPriceMinor: null, couponPriceMinor: null };
  const own = { code, name: `Coat ${code}`, role: 'hero', swatch: '', stock: 40 } as const;
  await desk.must('shelf.putProduct', { fields: { ...own, ...money, ...text }, linkNumber: null });
}

async function add(match: 'code' | 'number'): Promise<OutletId> {
  const { id: partnerId, user: userId, session: sessionId } = PARTNER;
  const ids = { partnerId, userId, sessionId };
  const config = { kind: 'shopee', host: shop.address, ...ids, match } as const;
  const { outletId } = await desk.must('outlet.put', { outletId: null, name: 'Shopee', config });
  await desk.must('outlet.setSecret', { outletId, secret: PARTNER.key });
  await desk.must('outlet.setSecret', { outletId, part: 'refresh', secret: shop.refreshToken });
  await desk.must('outlet.setSecret', { outletId, part: 'access', secret: shop.accessToken });
  await rig.advance(1);
  return outletId;
}

async function push(linkNumber: number): Promise<PushId> {
  const armed = await desk.must('shelf.arm', { linkNumber });
  if (armed.guards.length > 0) await desk.must('shelf.overrule', { productId: armed.productId });
  const { pushId } = await desk.must('shelf.go', { productId: armed.productId });
  await rig.advance(1);
  return pushId;
}

const answer = (): TargetAnswer | undefined =>
  desk.slice('shelf').lastPush?.targets.find(({ outletId }) => outletId === id);

/** Sockets are real, the clock is not: it goes on by so much a turn until it is so. */
async function until(isSo: () => boolean, stepMs = 1): Promise<void> {
  while (!isSo()) {
    await settled();
    await rig.advance(stepMs);
  }
}

async function answered(stepMs?: number): Promise<TargetAnswer | undefined> {
  await until(() => answer()?.state !== 'waiting', stepMs);
  return answer();
}

const shows = (name: string): number => shop.calls.filter((call) => call === name).length;

test('shows the item, done when Shopee itself shows it, with its delay', async () => {
  await push(1);
  expect(await answered()).toMatchObject({ state: 'ok', delayMs: expect.any(Number) });
  expect(shop.shown).toEqual({ item_id: 501, shop_id: 9 });
  expect(shows('add_item_list')).toBe(0);
});

test('puts what is not in the bag there first', async () => {
  await push(2);
  expect(await answered()).toMatchObject({ state: 'ok' });
  expect(shop.bag.map(({ item_id }) => item_id)).toEqual([501, 502]);
  expect(shop.shown).toEqual({ item_id: 502, shop_id: 9 });
});

test('sends nothing for a product that is no item of Shopee', async () => {
  await push(3);
  expect(answer()).toMatchObject({ state: 'failed', reason: 'item_unknown' });
  expect(shows('update_show_item')).toBe(0);
});

test('undo puts back what was shown before, and a take-down hides it', async () => {
  shop.shown = { item_id: 777, shop_id: 9 };
  const first = await push(1);
  await answered();
  await desk.must('shelf.undo', { pushId: first });
  await until(() => answer()?.reverse?.state === 'ok');
  expect(shop.shown).toEqual({ item_id: 777, shop_id: 9 });
  await push(1);
  await answered();
  await desk.must('shelf.takeDown', {});
  await until(() => shop.shown === null);
});

test('leaves alone what somebody shows there by now', async () => {
  const pushId = await push(1);
  await answered();
  shop.shown = { item_id: 777, shop_id: 9 };
  await desk.must('shelf.undo', { pushId });
  await until(() => answer()?.reverse?.state === 'ok');
  expect(shop.shown).toEqual({ item_id: 777, shop_id: 9 });
});

test('a token that is refused is renewed once, and the push lands once', async () => {
  shop.accessToken = 'another';
  await push(1);
  expect(await answered()).toMatchObject({ state: 'ok' });
  expect([shows('get'), shows('update_show_item')]).toEqual([1, 1]);
  // The old refresh token is used up: the next renewal has the new one, from the disk.
  shop.accessToken = 'yet another';
  await push(2);
  expect(await answered()).toMatchObject({ state: 'ok' });
  expect(shows('get')).toBe(2);
});

test('tokens and keys are in no frame, log or store', async () => {
  shop.accessToken = 'another';
  await push(1);
  await answered();
  const said =
    JSON.stringify([desk.frames, rig.ports.lines]) + readFileSync(rig.storePath, 'latin1');
  for (const secret of [PARTNER.key, 'refresh-0', shop.accessToken, shop.refreshToken]) {
    expect(said).not.toContain(secret);
  }
  expect(desk.slice('outlets').outlets[0]).toMatchObject({ tokensKept: ['access', 'refresh'] });
});

test('too many requests and a failing server are tried again', async () => {
  shop.manners.set('get_item_list', [{ status: 429, retryAfterS: 1 }]);
  shop.manners.set('update_show_item', [
    { error: 'error_server', message: 'Too many requests, please try again later' },
    { status: 503 },
  ]);
  await push(1);
  expect(await answered(100)).toMatchObject({ state: 'ok' });
  expect(shows('update_show_item')).toBe(3);
});

test('a session that is not on air says so, and the next push works when it is', async () => {
  shop.isLive = false;
  await push(1);
  expect(await answered()).toMatchObject({ state: 'failed', reason: 'session_not_live' });
  shop.isLive = true;
  await push(1);
  expect(await answered()).toMatchObject({ state: 'ok' });
});

test('a server that fails for good fails the push, and the next one works again', async () => {
  shop.manners.set(
    'get_item_list',
    Array.from({ length: 20 }, () => ({ status: 500 })),
  );
  await push(1);
  expect(await answered(200)).toMatchObject({ state: 'failed', reason: 'platform_failed' });
  shop.manners.clear();
  await push(1);
  expect(await answered(100)).toMatchObject({ state: 'ok' });
});

test('a set without an answer is looked at: shown is shown, and silence is not known', async () => {
  shop.manners.set('update_show_item', ['take_and_hang']);
  await push(1);
  await until(() => shows('update_show_item') === 1);
  expect(await answered(200)).toMatchObject({ state: 'ok' });
  expect(shows('update_show_item')).toBe(1);
  shop.manners.set('update_show_item', ['hang']);
  await push(2);
  await until(() => shows('update_show_item') === 2);
  shop.manners.set(
    'get_show_item',
    Array.from({ length: 30 }, () => 'hang' as const),
  );
  expect(await answered(500)).toMatchObject({ state: 'unknown', reason: 'no_answer' });
});

test('another price on Shopee stops GO, with both values, until it is overruled', async () => {
  shop.bag[0] = { item_id: 501, shop_id: 9, price: 199 };
  await desk.must('shelf.arm', { linkNumber: 1 });
  await until(() => desk.slice('shelf').armed?.guards.includes('platform_price') === true, 20);
  expect(desk.slice('shelf').armed?.mismatches).toEqual([
    { platform: 'shopee', field: 'price', card: 25_900, platformSays: 19_900 },
  ]);
  const productId = desk.slice('shelf').armed?.productId;
  if (productId === undefined) throw new Error('nothing armed');
  expect(await desk.run('shelf.go', { productId })).toMatchObject({
    error: { code: 'push_stopped', params: { reason: 'platform_price' } },
  });
});

test('says what is in the bag, and takes no address but Shopee’s', async () => {
  const { list } = await desk.must('outlet.list', { outletId: id });
  expect(list?.items).toEqual(['1 Item 501 (9.501)']);
  const ids = { partnerId: 1, userId: 1, sessionId: 1, match: 'code' } as const;
  const config = { kind: 'shopee', host: 'https://example.com', ...ids } as const;
  expect(await desk.run('outlet.put', { outletId: null, name: 'B', config })).toMatchObject({
    error: { code: 'outlet_refused', params: { what: 'host' } },
  });
});
