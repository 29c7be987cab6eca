import BetterSqlite from 'better-sqlite3';
import { type Browser, expect, type Page } from '@playwright/test';

import { oracleTotals } from '#tests/support/oracle.ts';

/** The demo show from its first click to its review, on the real desk and a real second browser. */
export async function runDemoShow(
  desk: Page,
  secondBrowser: Browser,
  storePath: string,
): Promise<void> {
  await desk.getByRole('button', { name: '开始示例' }).click();
  await desk.getByLabel('播放速度').selectOption({ label: '20 倍' });

  // Metrics move: the room fills, and goes on filling.
  const viewers = tile(desk, '在线人数');
  await expect.poll(async () => numberIn(await viewers.innerText())).toBeGreaterThan(100);
  const before = numberIn(await viewers.innerText());
  await expect.poll(async () => numberIn(await viewers.innerText())).not.toBe(before);
  await expect
    .poll(async () => numberIn(await tile(desk, '弹幕/分').innerText()))
    .toBeGreaterThan(20);
  await expect(desk.locator('[data-row-key]').first()).toBeVisible();

  const anchor = await pairAnchor(desk, secondBrowser);

  // Arm and push by keys, as an operator would.
  await desk.locator('body').press('2');
  const card = desk.getByRole('region', { name: '备品与弹讲解' });
  await expect(card).toContainText('2 号链接');
  await expect(card).toContainText('立领亚麻衬衫');
  await desk.locator('body').press('Enter');
  await expect(card).toContainText('已弹');
  await expect(card.getByText(/已到/).first()).toBeVisible();

  // The second browser shows product and cue, and answers.
  await expect(anchor.getByText('立领亚麻衬衫').first()).toBeVisible();
  await expect(anchor.getByText('199、169、券后 149，先领券')).toBeVisible();
  await expect(desk.getByText('已显示').first()).toBeVisible();
  await anchor.getByRole('button', { name: '讲完了' }).click();
  await expect(desk.getByText('讲完了').first()).toBeVisible();

  // A second push is undone within its time: the first product is back everywhere.
  await desk.locator('body').press('1');
  await expect(card).toContainText('1 号链接');
  await desk.locator('body').press('Enter');
  await expect(anchor.getByText('重磅纯棉T恤').first()).toBeVisible();
  await desk.locator('body').press('Control+z');
  await expect(anchor.getByText('立领亚麻衬衫').first()).toBeVisible();

  // The review is there and says what SQL says.
  await endShow(desk);
  await expectReviewEqualsSql(desk, storePath);
  await anchor.context().close();
}

/** Two presses within four seconds, as often as a busy machine needs; the review opens. */
export async function endShow(desk: Page): Promise<void> {
  const review = desk.getByRole('heading', { name: /复盘/ });
  await expect(async () => {
    await desk.getByRole('button', { name: '结束', exact: true }).click({ timeout: 5_000 });
    await desk.getByRole('button', { name: '再按一次' }).click({ timeout: 5_000 });
    await expect(review).toBeVisible({ timeout: 10_000 });
  }).toPass();
}

/** Opens the second screens' sheet, takes the one-time link and opens it in another browser. */
export async function pairAnchor(desk: Page, secondBrowser: Browser): Promise<Page> {
  const anchor = await pairScreen(desk, secondBrowser, '配对主播屏', { width: 1180, height: 820 });
  const place = anchor.getByRole('button', { name: '就这样' });
  await expect(place.or(anchor.getByText('已连中控')).first()).toBeVisible();
  if (await place.isVisible()) await place.click();
  await expect(anchor.getByText('已连中控')).toBeVisible();
  return anchor;
}

/** A fresh browser on the link of an offer; leaves the desk as it was. */
export async function pairScreen(
  desk: Page,
  secondBrowser: Browser,
  offer: '配对主播屏' | '配对画面卡片',
  viewport: { readonly width: number; readonly height: number },
): Promise<Page> {
  await desk
    .getByRole('button', { name: /副屏|主播屏|画面卡片/ })
    .first()
    .click();
  const open = desk.getByRole('button', { name: '开放副屏' });
  const pair = desk.getByRole('button', { name: offer });
  // The sheet's file may still be on its way.
  await pair.waitFor();
  if ((await open.isVisible()) && (await pair.isDisabled())) await open.click();
  await pair.click();
  const link = desk.getByText(/http:\/\/\S+#code=\S+/).first();
  const url = (await link.textContent()) ?? '';
  const context = await secondBrowser.newContext({ viewport, locale: 'zh-CN' });
  const screen = await context.newPage();
  await screen.goto(url.trim());
  const connected = desk.getByText('已连上');
  const before = await connected.count();
  await approve(desk);
  await expect(connected).toHaveCount(before + 1);
  await desk.getByRole('button', { name: '关闭' }).first().click();
  return screen;
}

/** The operator lets in the device that waits, whichever language the desk speaks. */
export async function approve(desk: Page): Promise<void> {
  await desk
    .getByRole('button', { name: /让它进来|Let it in/ })
    .first()
    .click();
}

async function expectReviewEqualsSql(desk: Page, storePath: string): Promise<void> {
  const db = new BetterSqlite(storePath, { readonly: true });
  const show = Number(db.prepare('SELECT max(id) FROM shows').pluck().get());
  const expected = oracleTotals(db, show);
  db.close();
  expect(expected.chats).toBeGreaterThan(50);
  expect(expected.pushes).toBe(1);
  const totals = desk.getByRole('region', { name: '结果', exact: true });
  const shown = (await totals.innerText()).replace(/[,\s]/g, '');
  const paid = Number(expected.paid[0]?.['amountMinor'] ?? 0);
  const yuan = `${paid / 100}`;
  for (const figure of [
    expected.chats,
    expected.ordersPaid,
    expected.follows,
    expected.gifts,
    expected.viewersPeak ?? '—',
    expected.views ?? '—',
    yuan,
  ]) {
    expect(shown, String(figure)).toContain(String(figure));
  }
  expect(shown).toContain(`讲完${expected.cuesDone}`);
}

export function tile(desk: Page, name: string) {
  return desk
    .getByRole('listitem')
    .filter({ has: desk.getByRole('heading', { name, exact: true }) });
}

function numberIn(text: string): number {
  const match = /([\d,]+)/.exec(text.split('\n').slice(1).join('\n'));
  return match === null ? Number.NaN : Number((match[1] ?? '').replaceAll(',', ''));
}
