import { expect, type Page, test } from '@playwright/test';

import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';

test.use({ locale: 'zh-CN', viewport: { width: 1280, height: 720 } });

let running: RunningDesk;
test.beforeEach(async ({ page }) => {
  running = await startDesk(['--demo']);
  await page.goto(running.announced.url);
  await page.locator('[data-row-key]').first().waitFor();
});
test.afterEach(() => running.remove());

async function openPart(desk: Page, name: string): Promise<Page> {
  const [part] = await Promise.all([
    desk.waitForEvent('popup'),
    desk.getByRole('button', { name }).click(),
  ]);
  return part;
}

test('chat and shelf in windows of their own: what one does the others show', async ({ page }) => {
  const chat = await openPart(page, '聊天：在单独窗口里打开');
  await expect(chat.locator('[data-row-key]').first()).toBeVisible();
  const shelf = await openPart(page, '货架：在单独窗口里打开');
  await expect(shelf.getByRole('heading', { name: '货架', exact: true })).toBeVisible();
  await expect(shelf.getByRole('heading', { name: '聊天' })).toHaveCount(0);

  // Armed and pinned by keys in the shelf's window; the desk and the chat's window show it.
  const region = (window: Page) => window.getByRole('region', { name: '备品与弹讲解' });
  await shelf.locator('body').press('3');
  for (const window of [page, chat, shelf])
    await expect(region(window)).toContainText('就绪 · 3 号');
  await shelf.locator('body').press('Enter');
  for (const window of [page, chat, shelf])
    await expect(region(window)).toContainText('已弹 · 3 号');

  // Taken back in the chat's window, while its seconds run.
  await shelf.locator('body').press('4');
  await expect(region(shelf)).toContainText('就绪 · 4 号');
  await shelf.locator('body').press('Enter');
  await expect(region(chat)).toContainText('已弹 · 4 号');
  await chat.locator('body').press('Control+z');
  for (const window of [page, chat, shelf]) await expect(region(window)).toContainText('已撤销');

  // What is sent to the host from there is said there, and stands on the desk.
  await chat.locator('body').press('F1');
  const said = (await chat.getByText(/^已提示主播：/).textContent()) ?? '';
  const cue = said.slice(said.indexOf('：') + 1);
  expect(cue).not.toBe('');
  await expect(page.getByRole('list', { name: '已发给主播' })).toContainText(cue);

  // A second press brings the same window to the front, and a choice of looks reaches all.
  await page.getByRole('button', { name: '聊天：在单独窗口里打开' }).click();
  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('浅色界面');
  await page.keyboard.press('Enter');
  for (const window of [page, chat, shelf]) {
    await expect(window.locator('html')).toHaveAttribute('data-theme', 'light');
  }
  expect(page.context().pages()).toHaveLength(3);

  // The desk has gone on with both parts.
  await expect(page.getByRole('heading', { name: '聊天' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '货架' })).toBeVisible();
});
