// A seller's evening in the real app: from a workbook to a push that five places confirm, through a
// place that dies, a line that takes no stream, a push taken back and a product that is gone, to a ledger that equals SQL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';
import { type Browser, chromium, expect as plainExpect, type Page, test } from '@playwright/test';

import { launchElectron, type LaunchedApp } from '#tests/support/launch-electron.ts';
import { type ObsStudio, startObsStudio } from '#tests/support/obs-studio.ts';
import { oracleProducts } from '#tests/support/oracle.ts';
import { productWorkbook } from '#tests/support/product-workbook.ts';
import { PARTNER, startShopeeServer, type ShopeeServer } from '#tests/support/shopee-server.ts';
import { type RtmpSink, startRtmpSink } from '#tests/support/rtmp-sink.ts';
import { systemChromium } from '#tests/support/system-chromium.ts';
import { startWebhookServer, type WebhookServer } from '#tests/support/webhook-server.ts';

import { endShow, pairAnchor, pairScreen } from './demo-show.ts';
import { showInChinese } from './show-in-chinese.ts';

test.describe.configure({ timeout: 240_000 });
const expect = plainExpect.configure({ timeout: 20_000 });

const PRODUCTS = 500;
const PLANNED = 30;

let dataFolder: string;
let launched: LaunchedApp;
let secondBrowser: Browser;
let obs: ObsStudio;
let hook: WebhookServer;
let shop: ShopeeServer;
let sink: RtmpSink;

test.beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-shelf-'));
  [obs, hook, shop, sink, secondBrowser] = await Promise.all([
    startObsStudio(),
    startWebhookServer(),
    startShopeeServer(() => Date.now()),
    startRtmpSink(),
    chromium.launch(systemChromium()),
  ]);
  launched = await launchElectron(dataFolder, ['--lang=zh-CN']);
});
test.afterEach(async () => {
  await launched.close();
  await obs.remove();
  await Promise.all([hook.close(), shop.close(), sink.close(), secondBrowser.close()]);
  rmSync(dataFolder, { recursive: true, force: true });
});

/** A room that is a rehearsal: it speaks to the outside as a live one does. */
async function makeRoom(page: Page): Promise<void> {
  const room = page.getByRole('region', { name: '新建直播间' });
  await room.getByRole('button', { name: '开始', exact: true }).click();
  await page.getByLabel('场次名').fill('货架专场');
  await page.getByLabel('只是彩排，不计入历史').check();
  await page.getByRole('button', { name: '下一步', exact: true }).click();
  await page.getByRole('button', { name: '跳过', exact: true }).click();
  await page.getByRole('button', { name: '跳过，去操作台' }).click();
}

async function importWorkbook(page: Page, count: number, toShelf: boolean): Promise<void> {
  await page.locator('body').press('p');
  const catalogue = page.getByRole('dialog', { name: '商品库' });
  await catalogue.getByRole('button', { name: '导入', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: '导入商品' });
  const onShopee = {
    stock: 100,
    priceMinor: 259,
    links: 'shopee | https://shopee.tw/product/9/501',
  };
  const file = {
    name: '货盘.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: productWorkbook(count, (number) => (number === 3 ? onShopee : { stock: 100 })),
  };
  await sheet.getByLabel('选择文件').last().setInputFiles(file);
  if (toShelf) await sheet.getByLabel('导入到').selectOption({ label: '商品库和本场货架' });
  await sheet.getByRole('button', { name: new RegExp(`^(加入|更新).*${count} 个商品`) }).click();
  await expect(catalogue.getByText(`已加入 ${count} 个`)).toBeVisible();
  await catalogue.getByRole('button', { name: '关闭', exact: true }).first().click();
  await expect(catalogue).toBeHidden();
  // The shelf says so too.
  if (toShelf) await page.getByRole('button', { name: '关闭', exact: true }).click();
}

async function addPlace(page: Page, kind: string, name: string, fields: Record<string, string>) {
  const sheet = page.getByRole('dialog', { name: '弹讲解发往' });
  await sheet.getByLabel('类型').selectOption({ label: kind });
  for (const [label, value] of Object.entries({ 名称: name, ...fields })) {
    await sheet.getByRole('textbox', { name: label, exact: true }).last().fill(value);
  }
  await sheet.getByRole('button', { name: '添加', exact: true }).click();
  await expect(sheet.getByLabel(`启用 ${name}`)).toBeChecked();
}

async function giveSecret(page: Page, place: string, label: string, secret: string) {
  const card = page.getByRole('listitem').filter({ has: page.getByLabel(`启用 ${place}`) });
  await card.locator('summary', { hasText: label }).click();
  const form = card.getByRole('form', { name: `${place} ${label}` });
  await form.getByLabel(label).fill(secret);
  await form.getByRole('button', { name: '保存' }).click();
  await expect(card.locator('summary', { hasText: label })).toContainText('已保存');
}

async function addPlaces(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^发往/ }).click();
  await addPlace(page, 'OBS', '导播', {
    地址: obs.address,
    来源所在的场景: obs.scene,
    显示的来源: 'Card',
    文字来源: 'Price',
    文字内容: '{name} {price}',
    主播麦克风: 'Mic',
  });
  await giveSecret(page, '导播', '密码', obs.password);
  await addPlace(page, 'Webhook', '后台', { 地址: hook.url });
  await giveSecret(page, '后台', '签名密钥', 'a key of ours');
  await addPlace(page, 'Shopee 直播间（开放平台）', '虾皮', {
    开放平台地址: shop.address,
    'Partner ID': String(PARTNER.id),
    '用户 ID（直播账号）': String(PARTNER.user),
    '直播场次 ID': String(PARTNER.session),
  });
  await giveSecret(page, '虾皮', 'Partner key', PARTNER.key);
  await giveSecret(page, '虾皮', 'Access token', shop.accessToken);
  await giveSecret(page, '虾皮', 'Refresh token', shop.refreshToken);
  await page.getByRole('button', { name: '关闭', exact: true }).first().click();
}

const armedCard = (page: Page) => page.getByRole('region', { name: '备品与弹讲解' });

/** What the card says of one place. */
const answerOf = (page: Page, place: string) =>
  armedCard(page).getByRole('listitem').filter({ hasText: place });

async function push(page: Page, link: number): Promise<void> {
  await page.locator('body').press(String(link));
  await expect(armedCard(page)).toContainText(`就绪 · ${link} 号链接`);
  await page.locator('body').press('Enter');
  await expect(armedCard(page)).toContainText(`已弹 · ${link} 号链接`);
}

const hooked = (event: string): number =>
  hook.received.filter(({ body }) => body.includes(`"event":"${event}"`)).length;

/** Switches the room's endpoint for bridges on, and hands over what a bridge needs. */
async function openBridge(page: Page): Promise<{ readonly url: string; readonly token: string }> {
  await page.getByRole('button', { name: '没有数据来源' }).click();
  const form = page.getByRole('form', { name: '外部系统接入（桥接）' });
  await form.getByRole('button', { name: '打开并生成令牌' }).click();
  const line = (pattern: RegExp) => form.getByText(pattern).first().textContent();
  const url = (await line(/^http:\/\/127\.0\.0\.1:\d+\/bridge/)) ?? '';
  const token = (await line(/^[\w-]{30,}$/)) ?? '';
  await page.getByRole('button', { name: '关闭', exact: true }).first().click();
  return { url, token };
}

/** Two paid orders of the third product, as a team's own back office reports them. */
async function sell(bridge: { readonly url: string; readonly token: string }): Promise<void> {
  const sold = (serial: number, qty: number) => ({
    kind: 'order',
    dedupeKey: `o-${serial}:paid`,
    orderId: `o-${serial}`,
    status: 'paid',
    productId: 'X-0003',
    qty,
    money: { currency: 'CNY', exponent: 2, amountMinor: 25_900 * qty },
  });
  const answer = await fetch(bridge.url, {
    method: 'POST',
    headers: { authorization: `Bearer ${bridge.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ events: [sold(1, 1), sold(2, 2), sold(1, 1)] }),
  });
  expect(await answer.json()).toMatchObject({ accepted: 2, duplicates: 1, refused: [] });
}

type Row = Readonly<Record<string, unknown>>;

/** What the tables say of each product that was on: nothing of ours is asked. */
function ledgerOf(db: BetterSqlite.Database): readonly Row[] {
  const show = Number(db.prepare('SELECT max(id) FROM shows').pluck().get());
  const time = (sql: string): number => Number(db.prepare(sql).pluck().get(show));
  const endTs = time('SELECT ended_ts FROM shows WHERE id = ?');
  const firstTs = time('SELECT min(go_ts) FROM pushes WHERE show_id = ?');
  const products = oracleProducts(db, show, endTs).filter(({ pushes }) => Number(pushes) > 0);
  // Each moment since the first GO belongs to one product: none twice, none to nobody.
  const airtime = products.reduce((sum, { airtimeMs }) => sum + Number(airtimeMs), 0);
  expect(airtime).toBe(endTs - firstTs);
  const link = db.prepare(
    'SELECT link_number FROM shelf_items WHERE show_id = ? AND product_id = ?',
  );
  return products.map((row) => ({ ...row, link: link.pluck().get(show, row['productId']) }));
}

/** Each product of the review as it is read there. */
async function expectLedgerEqualsSql(page: Page): Promise<void> {
  const db = new BetterSqlite(join(dataFolder, 'cuedesk.sqlite'), { readonly: true });
  const ledger = ledgerOf(db);
  db.close();
  expect(ledger.map(({ link }) => link)).toEqual([3, 5, 6, 7]);
  expect(ledger[0]).toMatchObject({ ordersPaid: 2, unitsPaid: 3, paidMinor: 77_700 });
  const part = page.locator('#review-products');
  const table = part.getByRole('table').filter({ hasText: '讲解' }).first();
  // The parts come after the first page.
  await expect(table).toBeVisible();
  for (const row of ledger) {
    const cells = table
      .getByRole('row')
      .filter({ hasText: new RegExp(`^${String(row['link'])}\\D`) });
    const [, airtime, ...rest] = (await cells.getByRole('cell').allInnerTexts()).map((text) =>
      text.trim(),
    );
    const seconds = Math.floor(Number(row['airtimeMs']) / 1_000);
    const counts = [row['pushes'], row['ordersPaid'], row['unitsPaid']].map(String);
    const minutes = Math.floor(seconds / 60);
    expect(airtime).toBe(`${minutes}:${String(seconds % 60).padStart(2, '0')}`);
    expect(rest.slice(0, 4)).toEqual([...counts, `¥${Number(row['paidMinor']) / 100}`]);
  }
}

/** How long a voice was heard, as the store has it. */
function talkMeasured(): { readonly measuredMs: number; readonly talkedMs: number } {
  const db = new BetterSqlite(join(dataFolder, 'cuedesk.sqlite'), { readonly: true });
  const row = db
    .prepare(
      `SELECT sum(json_extract(e.body, '$.measuredMs')) AS measuredMs,
         sum(json_extract(e.body, '$.talkedMs')) AS talkedMs
       FROM events e JOIN event_kinds k ON k.code = e.kind WHERE k.name = 'voice.measured'`,
    )
    .get() as { readonly measuredMs: number; readonly talkedMs: number };
  db.close();
  return row;
}

type MeasuredStream = Readonly<Record<'droppedFrames' | 'totalFrames' | 'congestionMax', number>>;

/** How the stream went out, as the store has it. */
function streamMeasured(): MeasuredStream {
  const db = new BetterSqlite(join(dataFolder, 'cuedesk.sqlite'), { readonly: true });
  const row = db
    .prepare(
      `SELECT sum(e.body ->> 'droppedFrames') AS droppedFrames,
         sum(e.body ->> 'totalFrames') AS totalFrames, max(e.body ->> 'congestionMax') AS congestionMax
       FROM events e JOIN event_kinds k ON k.code = e.kind WHERE k.name = 'health.measured'`,
    )
    .get() as MeasuredStream;
  db.close();
  return row;
}

test('500 products, 30 planned, pushed by keys to every place, undone, guarded, and counted', async () => {
  const { page } = launched;
  await showInChinese(page);
  await makeRoom(page);
  await importWorkbook(page, PRODUCTS, false);
  await importWorkbook(page, PLANNED, true);
  await addPlaces(page);
  const bridge = await openBridge(page);
  const anchor = await pairAnchor(page, secondBrowser);
  const size = { width: 1920, height: 1080 };
  const overlay = await pairScreen(page, secondBrowser, '配对画面卡片', size);
  await page.getByRole('button', { name: '开始', exact: true }).click();
  await sell(bridge);

  // One GO, and everybody shows the same product: each place by its own word.
  await push(page, 3);
  for (const place of ['主播屏', '画面', '导播', '后台', '虾皮']) {
    await expect(answerOf(page, place)).toContainText('已到');
  }
  await expect(anchor.getByText('防晒外套').first()).toBeVisible();
  await expect(overlay.getByText('防晒外套').first()).toBeVisible();
  expect(await obs.isShown('Card')).toBe(true);
  expect(await obs.text()).toContain('防晒外套 3');
  // The host talks into a microphone that is muted on the programme.
  await obs.sound('Mic');
  // It streams, and its line takes nothing any more for a while.
  await obs.stream(sink.url);
  const stream = page.getByRole('banner').getByRole('button', { name: /kb\/s/ });
  await expect(stream).toHaveAttribute('title', /推流正常/, { timeout: 30_000 });
  sink.stall();
  await expect(stream).toHaveAttribute('title', /推流不稳：网络发不出去/, { timeout: 30_000 });
  sink.flow();
  expect(shop.shown).toEqual({ item_id: 501, shop_id: 9 });
  expect(hooked('product.pushed')).toBe(1);

  // What somebody hides at OBS itself is said, and put back there alone by one press.
  await obs.hide('Card');
  await expect(answerOf(page, '导播')).toContainText('已隐藏');
  await page.getByRole('button', { name: '再弹：3 号，只发往导播' }).click();
  await expect(answerOf(page, '导播')).toContainText('已到');
  expect(await obs.isShown('Card')).toBe(true);
  expect(hooked('product.pushed')).toBe(1);

  // A mistake is taken back everywhere: Shopee shows what it showed before.
  await push(page, 4);
  await expect(answerOf(page, '导播')).toContainText('已到');
  await page.locator('body').press('Control+z');
  await expect(anchor.getByText('防晒外套').first()).toBeVisible();
  await expect.poll(() => obs.text()).toContain('防晒外套 3');
  await expect.poll(() => hooked('product.undone')).toBe(1);

  // One place is gone: the others are told all the same, and it is reached again by itself.
  await obs.kill();
  await push(page, 5);
  await expect(answerOf(page, '导播')).toContainText('失败');
  await expect(answerOf(page, '后台')).toContainText('已到');
  await obs.start();
  await expect(async () => {
    await push(page, 6);
    await expect(answerOf(page, '导播')).toContainText('已到', { timeout: 2_000 });
  }).toPass({ timeout: 60_000 });
  expect(await obs.isShown('Card')).toBe(true);

  // Gone is gone: GO is stopped with its reason until the operator says otherwise.
  await page.locator('body').press('Control+k');
  await page.keyboard.insertText('标记售罄 针织开衫 7');
  await page.keyboard.press('Enter');
  await page.locator('body').press('7');
  await page.locator('body').press('Enter');
  await expect(armedCard(page)).toContainText('已标记售罄');
  await page.locator('body').press('o');
  await page.locator('body').press('Enter');
  await expect(armedCard(page)).toContainText('已弹 · 7 号链接');

  await endShow(page);
  await expectLedgerEqualsSql(page);
  const talk = talkMeasured();
  expect(talk.talkedMs).toBeGreaterThan(0);
  expect(talk.measuredMs).toBeGreaterThanOrEqual(talk.talkedMs);
  const out = streamMeasured();
  expect(out.droppedFrames).toBeGreaterThan(0);
  expect(out.totalFrames).toBeGreaterThan(out.droppedFrames);
  expect(out.congestionMax).toBe(1);
  await expect(page.locator('#review-incidents')).toContainText('网络发不出去');
});
