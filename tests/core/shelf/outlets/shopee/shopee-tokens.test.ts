import { afterEach, beforeEach, expect, test } from 'vitest';

import { fail } from '#shared/contract/app-error.ts';
import { startShopeeDesk, type ShopeeDesk } from '#tests/support/shopee-desk.ts';

const MINUTE_MS = 60_000;
const LIFE_MS = 240 * MINUTE_MS;

let shopee: ShopeeDesk;

beforeEach(async () => {
  shopee = await startShopeeDesk(['9.501', '9.502']);
});
afterEach(() => shopee.close());

const renewals = () => shopee.calls('get');
const link = () => shopee.desk.slice('outlets').outlets[0]?.link;

/** Tokens whose end is known: those that a renewal brought. */
async function renewed(): Promise<void> {
  shopee.shop.accessToken = 'another';
  await shopee.push(1);
  expect(await shopee.answered(1)).toMatchObject({ state: 'ok' });
  expect(renewals()).toBe(1);
}

async function later(ms: number): Promise<void> {
  const { clock } = shopee.rig.ports;
  clock.setWall(clock.wallNow() + ms);
  await shopee.rig.advance(1);
}

test('a token is renewed before its end, not after a refusal', async () => {
  await renewed();
  await later(LIFE_MS - 6 * MINUTE_MS);
  await shopee.push(2);
  expect(await shopee.answered(1)).toMatchObject({ state: 'ok' });
  expect(renewals()).toBe(1);
  await later(MINUTE_MS);
  const from = shopee.shop.calls.length;
  await shopee.push(1);
  expect(await shopee.answered(1)).toMatchObject({ state: 'ok' });
  const since = shopee.shop.calls.slice(from);
  expect(since.filter((call) => call === 'get')).toHaveLength(1);
  expect(since[0]).toBe('get');
});

test('calls that find the token refused at the same time renew it once', async () => {
  shopee.shop.accessToken = 'another';
  const { desk, id } = shopee;
  const [listed] = await Promise.all([
    desk.must('outlet.list', { outletId: id }),
    desk.must('outlet.list', { outletId: id }),
    shopee.push(1),
  ]);
  expect(await shopee.answered(1)).toMatchObject({ state: 'ok' });
  expect(listed.list?.items).toEqual(['1 Item 501 (9.501)']);
  expect(renewals()).toBe(1);
});

test('new tokens that cannot be written are used, said to be unsaved, and written once they can be', async () => {
  const { secrets } = shopee.rig.ports;
  const put = secrets.put.bind(secrets);
  secrets.put = () => Promise.resolve(fail('secret_unwritable', {}));
  await renewed();
  await shopee.until(() => link()?.reason === 'tokens_unsaved', 500);
  expect(link()).toEqual({ state: 'ready', reason: 'tokens_unsaved' });
  secrets.put = put;
  await shopee.push(2);
  expect(await shopee.answered(1)).toMatchObject({ state: 'ok' });
  await shopee.until(() => link()?.reason === null, 500);
  // What is on disk now is what Shopee knows: a driver made anew needs no renewal.
  await shopee.desk.must('outlet.put', {
    outletId: shopee.id,
    name: 'Shopee',
    config: { ...shopee.config, sessionId: 8 },
  });
  expect(JSON.stringify(secrets.read(`outlet:${shopee.id}:tokens`))).toContain(
    shopee.shop.refreshToken,
  );
  expect(renewals()).toBe(1);
});
