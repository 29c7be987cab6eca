import { afterEach, beforeEach, expect, test } from 'vitest';

import { OutletId } from '#shared/model/ids.ts';
import type { TargetAnswer } from '#shared/model/product.ts';
import { startRig } from '#tests/support/core-rig.ts';
import { startShopeeDesk, type ShopeeDesk } from '#tests/support/shopee-desk.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';
import { startWebhookServer, type WebhookServer } from '#tests/support/webhook-server.ts';

let shopee: ShopeeDesk;
let hook: WebhookServer;
let hookId: OutletId;

beforeEach(async () => {
  [shopee, hook] = await Promise.all([startShopeeDesk(['9.501', '9.502']), startWebhookServer()]);
  const config = { kind: 'webhook', url: hook.url } as const;
  const { outletId } = await shopee.desk.must('outlet.put', {
    outletId: null,
    name: 'Office',
    config,
  });
  await shopee.desk.must('outlet.setSecret', { outletId, secret: 'the key' });
  hookId = outletId;
  await shopee.rig.advance(1);
});
afterEach(async () => {
  await shopee.close();
  await hook.close();
});

const hooked = (): TargetAnswer | undefined =>
  shopee.desk.slice('shelf').lastPush?.targets.find(({ outletId }) => outletId === hookId);
const isInShow = (outletId: OutletId): boolean | undefined =>
  shopee.desk.slice('outlets').outlets.find(({ id }) => id === outletId)?.isInShow;

async function setInShow(outletId: OutletId, isIn: boolean): Promise<void> {
  await shopee.desk.must('outlet.setInShow', { outletId, isIn });
  await shopee.rig.advance(1);
}

test('a push goes nowhere that the show leaves out, and says so before and after GO', async () => {
  await setInShow(shopee.id, false);
  expect([isInShow(shopee.id), isInShow(hookId)]).toEqual([false, true]);
  const armed = await shopee.desk.must('shelf.arm', { linkNumber: 1 });
  expect(armed.preview.find(({ outletId }) => outletId === shopee.id)).toMatchObject({
    isConnected: false,
    problem: 'left_out',
  });
  await shopee.push(1);
  await shopee.until(() => hooked()?.state === 'ok', 1);
  expect(shopee.answer('lastPush')).toMatchObject({ state: 'none', reason: 'left_out' });
  expect(shopee.calls('update_show_item')).toBe(0);
});

test('also where the product always goes there', async () => {
  const [item] = shopee.desk.slice('shelf').items;
  if (item === undefined) throw new Error('an empty shelf');
  const { productId } = item;
  await shopee.desk.must('outlet.setOnFor', { outletId: hookId, productId, isOn: true });
  await setInShow(hookId, false);
  await shopee.push(1);
  expect(hooked()).toMatchObject({ state: 'none', reason: 'left_out' });
  expect(hook.received).toEqual([]);
});

test('one that is left out while it shows a product shows it until the next GO, and no longer', async () => {
  await shopee.push(1);
  await shopee.answered(1);
  await setInShow(shopee.id, false);
  expect(shopee.shop.shown).toEqual({ item_id: 501, shop_id: 9 });
  await shopee.push(2);
  await shopee.until(() => shopee.shop.shown === null, 1);
  await setInShow(shopee.id, true);
  await shopee.push(2);
  expect(await shopee.answered(1)).toMatchObject({ state: 'ok' });
});

test('what it says of a price stops no push of a show that leaves it out', async () => {
  shopee.shop.bag[0] = { item_id: 501, shop_id: 9, price: 199 };
  await shopee.desk.must('shelf.arm', { linkNumber: 1 });
  const guards = () => shopee.desk.slice('shelf').armed?.guards ?? [];
  await shopee.until(() => guards().includes('platform_price'), 20);
  await setInShow(shopee.id, false);
  await shopee.until(() => !guards().includes('platform_price'), 20);
  expect(guards()).toEqual([]);
});

test('the next show goes everywhere again, and the one before keeps what it said', async () => {
  await setInShow(hookId, false);
  await shopee.desk.must('show.end', {});
  const refused = await shopee.desk.run('outlet.setInShow', { outletId: hookId, isIn: true });
  expect(refused).toMatchObject({ error: { code: 'show_not_running' } });
  await shopee.desk.must('show.create', { title: 'B', origin: 'rehearsal', currency: 'CNY' });
  await shopee.rig.advance(1);
  expect(isInShow(hookId)).toBe(true);
  const gone = { outletId: OutletId.parse(99), isIn: false };
  const unknown = await shopee.desk.run('outlet.setInShow', gone);
  expect(unknown).toMatchObject({ error: { code: 'unknown_outlet' } });
});

test('a restart knows what the running show leaves out', async () => {
  const folder = temporaryFolder();
  const first = await startRig(folder.path);
  const desk = first.screen('desk');
  await desk.must('show.create', { title: 'A', origin: 'rehearsal', currency: 'CNY' });
  await desk.must('show.start', {});
  const config = { kind: 'webhook', url: hook.url } as const;
  for (const name of ['Office', 'Other']) {
    await desk.must('outlet.put', { outletId: null, name, config });
  }
  await first.advance(1);
  const [office] = desk.slice('outlets').outlets;
  if (office === undefined) throw new Error('no outlet');
  await desk.must('outlet.setInShow', { outletId: office.id, isIn: false });
  await first.close();
  const second = await startRig(folder.path);
  const { outlets } = second.screen('desk').slice('outlets');
  expect(outlets.map((outlet) => [outlet.name, outlet.isInShow])).toEqual([
    ['Office', false],
    ['Other', true],
  ]);
  await second.close();
  folder.clean();
});
