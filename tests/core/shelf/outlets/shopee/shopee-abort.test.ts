import { afterEach, beforeEach, expect, test } from 'vitest';

import { PARTNER } from '#tests/support/shopee-server.ts';
import { startShopeeDesk, type ShopeeDesk } from '#tests/support/shopee-desk.ts';

let shopee: ShopeeDesk;

beforeEach(async () => {
  shopee = await startShopeeDesk(['9.501', '9.502']);
});
afterEach(() => shopee.close());

const FOREIGN = { item_id: 777, shop_id: 9 };
const reverse = () => shopee.answer('lastPush')?.reverse;
const isCalled = (name: string) => shopee.until(() => shopee.calls(name) > 0, 1);

/** As after a start: what the driver remembers is gone, what is kept of the outlet is there. */
async function forget(): Promise<void> {
  await shopee.desk.must('outlet.setSecret', { outletId: shopee.id, secret: PARTNER.key });
  await shopee.rig.advance(1);
}

test('an undo while the item is looked for sends nothing', async () => {
  // The first is asked when the product is armed.
  shopee.shop.manners.set('get_item_list', ['hang', 'hang']);
  const pushId = await shopee.push(1);
  await shopee.until(() => shopee.calls('get_item_list') === 2, 1);
  await shopee.desk.must('shelf.undo', { pushId });
  await shopee.until(() => reverse()?.state === 'ok', 1);
  expect(shopee.answer('lastPush')).toMatchObject({ state: 'failed' });
  expect(shopee.calls('update_show_item')).toBe(0);
});

test.each(['hang', 'take_and_hang'] as const)(
  'an undo while the item is set leaves what was there before (%s)',
  async (manner) => {
    shopee.shop.shown = FOREIGN;
    shopee.shop.manners.set('update_show_item', [manner]);
    const pushId = await shopee.push(1);
    await isCalled('update_show_item');
    await shopee.until(() => manner === 'hang' || shopee.shop.shown?.item_id === 501, 1);
    await shopee.desk.must('shelf.undo', { pushId });
    await shopee.until(() => reverse()?.state === 'ok', 1);
    expect(shopee.shop.shown).toEqual(FOREIGN);
  },
);

test('the next GO ends the one under way, and is the last to be shown', async () => {
  shopee.shop.manners.set('update_show_item', ['take_and_hang']);
  await shopee.push(1);
  await isCalled('update_show_item');
  await shopee.push(2);
  expect(await shopee.answered(1)).toMatchObject({ state: 'ok' });
  expect(shopee.shop.shown).toEqual({ item_id: 502, shop_id: 9 });
});

test('after a restart a take-down knows its item by the product', async () => {
  await shopee.push(1);
  await shopee.answered(1);
  await forget();
  await shopee.desk.must('shelf.takeDown', {});
  await shopee.until(() => reverse()?.state === 'ok', 1);
  expect(shopee.shop.shown).toBeNull();
});

test('after a restart an undo shows the product that is on again', async () => {
  await shopee.push(1);
  await shopee.answered(1);
  const second = await shopee.push(2);
  await shopee.answered(1);
  await forget();
  await shopee.desk.must('shelf.undo', { pushId: second });
  await shopee.until(() => reverse()?.state === 'ok', 1);
  expect(shopee.shop.shown).toEqual({ item_id: 501, shop_id: 9 });
});

test('after a restart what was changed meanwhile is told', async () => {
  await shopee.push(1);
  await shopee.answered(1);
  await forget();
  shopee.shop.shown = FOREIGN;
  await shopee.until(() => shopee.answer('current')?.there !== null, 500);
  expect(shopee.answer('current')?.there).toMatchObject({ what: 'item' });
});

test('a product whose item nobody can name any more says so, not that it is no item', async () => {
  const config = { ...shopee.config, match: 'number' } as const;
  const { desk, id } = shopee;
  await desk.must('outlet.put', { outletId: id, name: 'Shopee', config });
  await shopee.rig.advance(1);
  const pushId = await shopee.push(1);
  expect(await shopee.answered(1)).toMatchObject({ state: 'ok' });
  await forget();
  shopee.shop.bag.splice(0);
  await desk.must('shelf.undo', { pushId });
  await shopee.until(() => reverse()?.state === 'unknown', 1);
  expect(reverse()?.reason).toBe('shown_unknown');
});

test('a bag of more than one page is read to its end', async () => {
  shopee.shop.bag.splice(0);
  for (let item = 1; item <= 250; item += 1) {
    shopee.shop.bag.push({ item_id: 1_000 + item, shop_id: 9, price: 259 });
  }
  shopee.shop.bag[230] = { item_id: 501, shop_id: 9, price: 259 };
  await shopee.push(1);
  expect(await shopee.answered(1)).toMatchObject({ state: 'ok' });
  expect(shopee.calls('add_item_list')).toBe(0);
  expect(shopee.calls('get_item_list') % 3).toBe(0);
  const { list } = await shopee.desk.must('outlet.list', { outletId: shopee.id });
  expect([list?.items.length, list?.items[230]]).toEqual([250, '231 Item 501 (9.501)']);
});
