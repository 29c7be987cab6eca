import { afterEach, beforeEach, expect, test } from 'vitest';

import { startShopeeDesk, type ShopeeDesk } from '#tests/support/shopee-desk.ts';

let shopee: ShopeeDesk;

beforeEach(async () => {
  shopee = await startShopeeDesk(['9.501', '9.502', 'W-3']);
  shopee.shop.bag.push({ item_id: 777, shop_id: 9, price: 10 });
});
afterEach(() => shopee.close());

const facts = () =>
  shopee.desk.events().flatMap((event) => (event.kind === 'push.there' ? [event.there] : []));
const there = () => shopee.answer('current')?.there ?? null;
const looks = () => shopee.calls('get_show_item');

/** So many more looks at what is shown. */
async function looked(times: number): Promise<void> {
  const from = looks();
  await shopee.until(() => looks() >= from + times, 500);
  await shopee.until(() => true, 1);
}

const FOREIGN = { item_id: 777, shop_id: 9 };
const OTHER = { what: 'item', name: 'Item 777 (9.777)' };

test('another item that somebody shows is told with its time, and so is that ours is back', async () => {
  await shopee.push(1);
  await shopee.answered(1);
  shopee.shop.shown = FOREIGN;
  await shopee.until(() => there() !== null, 500);
  expect(there()).toEqual({ ...OTHER, sinceTs: expect.any(Number) });
  expect(shopee.answer('current')).toMatchObject({ state: 'ok' });
  shopee.shop.shown = null;
  await shopee.until(() => there()?.what === 'nothing', 500);
  shopee.shop.shown = { item_id: 501, shop_id: 9 };
  await shopee.until(() => there() === null, 500);
  expect(facts()).toEqual([OTHER, { what: 'nothing', name: '' }, null]);
});

test('what is read late after a push of ours is no change', async () => {
  await shopee.push(1);
  await shopee.answered(1);
  const from = looks();
  shopee.shop.shown = FOREIGN;
  await shopee.until(() => looks() > from, 500);
  shopee.shop.shown = { item_id: 501, shop_id: 9 };
  await looked(3);
  expect(facts()).toEqual([]);
});

test('the next push, its undo and a take-down are our own', async () => {
  await shopee.push(1);
  await shopee.answered(1);
  const second = await shopee.push(2);
  await shopee.answered(1);
  await shopee.desk.must('shelf.undo', { pushId: second });
  await shopee.until(() => shopee.answer('lastPush')?.reverse?.state === 'ok', 1);
  await looked(2);
  await shopee.desk.must('shelf.takeDown', {});
  await shopee.until(() => shopee.shop.shown === null, 100);
  expect(facts()).toEqual([]);
});

test('an undo that is under way is not taken for somebody else', async () => {
  await shopee.push(1);
  await shopee.answered(1);
  const second = await shopee.push(2);
  await shopee.answered(1);
  shopee.shop.manners.set('update_show_item', ['take_and_hang']);
  await shopee.desk.must('shelf.undo', { pushId: second });
  await shopee.until(() => shopee.answer('lastPush')?.reverse?.state !== 'waiting', 200);
  await looked(3);
  expect(shopee.shop.shown).toEqual({ item_id: 501, shop_id: 9 });
  expect(facts()).toEqual([]);
});

test('a change while a push of ours goes out is told when that is over', async () => {
  shopee.shop.manners.set('update_show_item', ['hang', 'hang']);
  await shopee.push(1);
  await shopee.until(() => shopee.calls('update_show_item') === 1, 1);
  shopee.shop.shown = FOREIGN;
  expect((await shopee.answered(500))?.state).toBe('unknown');
  await shopee.until(() => there() !== null, 500);
  expect(facts()).toEqual([OTHER]);
});

test('looks are few, fewer where Shopee asks for that, and end with what they are for', async () => {
  await shopee.push(1);
  await shopee.answered(1);
  await looked(2);
  shopee.shop.manners.set('get_show_item', [{ status: 429, retryAfterS: 60 }]);
  await looked(1);
  const held = looks();
  for (let second = 0; second < 50; second += 10) await shopee.rig.advance(10_000);
  await shopee.until(() => true, 1);
  expect(looks()).toBe(held);
  await looked(1);
  await shopee.desk.must('shelf.takeDown', {});
  await shopee.until(() => shopee.shop.shown === null, 100);
  await shopee.rig.advance(5_000);
  const after = looks();
  for (let second = 0; second < 60; second += 10) await shopee.rig.advance(10_000);
  expect(looks()).toBe(after);
});

test('a session that ended is not asked again, a server that fails is', async () => {
  await shopee.push(1);
  await shopee.answered(1);
  shopee.shop.manners.set('get_show_item', [{ status: 500 }, 'hang', { status: 503 }]);
  await looked(4);
  shopee.shop.isLive = false;
  await looked(1);
  const held = looks();
  for (let second = 0; second < 60; second += 10) await shopee.rig.advance(10_000);
  expect(looks()).toBe(held);
  expect(facts()).toEqual([]);
});

test('pushing again goes to that target alone, and the state returns', async () => {
  const pushId = await shopee.push(1);
  await shopee.answered(1);
  shopee.shop.shown = FOREIGN;
  await shopee.until(() => there() !== null, 500);
  await shopee.desk.must('outlet.pushAgain', { pushId, outletId: shopee.id });
  await shopee.until(() => shopee.answer('current')?.state === 'ok', 1);
  expect([shopee.shop.shown, there()]).toEqual([{ item_id: 501, shop_id: 9 }, null]);
  expect(facts()).toEqual([OTHER, null]);
  await shopee.desk.must('shelf.takeDown', {});
  const refused = await shopee.desk.run('outlet.pushAgain', { pushId, outletId: shopee.id });
  expect(refused).toMatchObject({ error: { code: 'nothing_to_push_again' } });
});

test('the review holds what was shown instead', async () => {
  await shopee.push(1);
  await shopee.answered(1);
  shopee.shop.shown = FOREIGN;
  await shopee.until(() => there() !== null, 500);
  await shopee.desk.must('show.end', {});
  const showId = shopee.desk.slice('show').show?.id;
  if (showId === undefined) throw new Error('no show');
  const review = await shopee.desk.must('review.get', { showId });
  const target = review.pushes[0]?.targets.find(({ name }) => name === 'Shopee');
  expect(target?.there).toMatchObject(OTHER);
});
