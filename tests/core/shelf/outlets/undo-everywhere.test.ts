import { afterEach, beforeEach, expect, test } from 'vitest';

import type { OutletId } from '#shared/model/ids.ts';
import type { TargetAnswer } from '#shared/model/product.ts';
import { startObsServer, type ObsServer } from '#tests/support/obs-server.ts';
import { startShopeeDesk, type ShopeeDesk } from '#tests/support/shopee-desk.ts';

let shopee: ShopeeDesk;
let obs: ObsServer;
let obsId: OutletId;

beforeEach(async () => {
  [shopee, obs] = await Promise.all([
    startShopeeDesk(['9.501', '9.502', 'W-3']),
    startObsServer('open sesame', 0),
  ]);
  const { desk, until } = shopee;
  const config = {
    kind: 'obs',
    address: obs.address,
    showScene: 'Stage',
    showSource: 'Card',
    switchScene: '',
    textSource: 'Price',
    textTemplate: '{name}',
    microphone: '',
    voiceAboveDb: -40,
  } as const;
  const { outletId } = await desk.must('outlet.put', { outletId: null, name: 'OBS', config });
  await desk.must('outlet.setSecret', { outletId, secret: 'open sesame' });
  obsId = outletId;
  await until(() => desk.slice('outlets').outlets.at(-1)?.link.state === 'ready', 1);
});
afterEach(async () => {
  await shopee.close();
  await obs.close();
});

const obsRow = (which: 'lastPush' | 'current'): TargetAnswer | undefined =>
  shopee.desk.slice('shelf')[which]?.targets.find(({ outletId }) => outletId === obsId);

const bothArrived = () =>
  shopee.until(
    () => shopee.answer('current')?.state === 'ok' && obsRow('current')?.state === 'ok',
    1,
  );
const shownThere = () => [obs.state.items.get('Stage/Card'), obs.state.texts.get('Price')];
const isTakenBack = () => shopee.answer('lastPush')?.reverse?.state === 'ok';

async function leaveOut(linkNumber: number, outletId: OutletId): Promise<void> {
  const item = shopee.desk.slice('shelf').items.find((each) => each.linkNumber === linkNumber);
  if (item === undefined) throw new Error('not on the shelf');
  const { productId } = item;
  await shopee.desk.must('outlet.setOnFor', { outletId, productId, isOn: false });
  await shopee.rig.advance(1);
}

test('an outlet that the undone push did not go to shows the product that is on again', async () => {
  await leaveOut(2, obsId);
  await shopee.push(1);
  await bothArrived();
  const second = await shopee.push(2);
  await shopee.until(() => obs.state.items.get('Stage/Card') === false, 1);
  await shopee.answered(1);
  await shopee.desk.must('shelf.undo', { pushId: second });
  await shopee.until(isTakenBack, 1);
  await bothArrived();
  expect(shopee.shop.shown).toEqual({ item_id: 501, shop_id: 9 });
  expect(shownThere()).toEqual([true, 'Coat 9.501']);
  expect(obsRow('current')).toMatchObject({ state: 'ok', reverse: null });
});

test('an undo that comes before the take-down is done shows it all the same', async () => {
  await leaveOut(2, obsId);
  await shopee.push(1);
  await bothArrived();
  const second = await shopee.push(2);
  await shopee.desk.must('shelf.undo', { pushId: second });
  await shopee.until(() => obsRow('current')?.state === 'ok', 1);
  await shopee.until(() => shopee.answer('lastPush')?.reverse?.state !== 'waiting', 1);
  expect(shownThere()).toEqual([true, 'Coat 9.501']);
});

test('where nothing was shown before GO, the product that is on again is shown after it', async () => {
  await shopee.push(1);
  await bothArrived();
  shopee.shop.shown = null;
  obs.state.items.set('Stage/Card', false);
  const second = await shopee.push(2);
  await bothArrived();
  await shopee.desk.must('shelf.undo', { pushId: second });
  await shopee.until(isTakenBack, 1);
  await shopee.until(() => obsRow('lastPush')?.reverse?.state === 'ok', 1);
  expect(shopee.shop.shown).toEqual({ item_id: 501, shop_id: 9 });
  expect(shownThere()).toEqual([true, 'Coat 9.501']);
});

test('somebody’s item from before GO does not outlast the product that is on again', async () => {
  await shopee.push(1);
  await bothArrived();
  shopee.shop.shown = { item_id: 777, shop_id: 9 };
  const second = await shopee.push(2);
  await bothArrived();
  await shopee.desk.must('shelf.undo', { pushId: second });
  await shopee.until(isTakenBack, 1);
  expect(shopee.shop.shown).toEqual({ item_id: 501, shop_id: 9 });
});

test('where the desk shows nothing after an undo, what was there before is put back', async () => {
  shopee.shop.shown = { item_id: 777, shop_id: 9 };
  const pushId = await shopee.push(1);
  await bothArrived();
  await shopee.desk.must('shelf.undo', { pushId });
  await shopee.until(isTakenBack, 1);
  expect(shopee.shop.shown).toEqual({ item_id: 777, shop_id: 9 });
});

test('an item that cannot be shown says what is shown there instead', async () => {
  await shopee.push(1);
  await bothArrived();
  await shopee.push(3);
  expect(shopee.answer('current')).toMatchObject({ state: 'failed', reason: 'item_unknown' });
  await shopee.until(() => shopee.answer('current')?.there !== null, 500);
  expect(shopee.answer('current')?.there).toMatchObject({ what: 'item', name: 'Item 501 (9.501)' });
  // Once it is taken off there, the line says nothing of it any more.
  shopee.shop.shown = null;
  await shopee.until(() => shopee.answer('current')?.there === null, 500);
});
