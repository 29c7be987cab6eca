import { expect, test } from '@playwright/test';

import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';

import { pairScreen, runDemoShow } from './demo-show.ts';

test.use({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });

let running: RunningDesk;

test.beforeEach(async () => {
  running = await startDesk();
});
test.afterEach(async () => {
  await running.remove();
});

test('the demo show runs from its start to a review that equals SQL', async ({ page, browser }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) problems.push(message.text());
  });
  await page.goto(running.announced.url);
  await runDemoShow(page, browser, running.storePath);
  expect(problems).toEqual([]);
});

test('the desk link works once, a reload keeps the desk', async ({ page, browser }) => {
  await page.goto(running.announced.url);
  await expect(page.getByRole('button', { name: '开始示例' })).toBeVisible();
  expect(page.url()).not.toContain('code=');
  await page.reload();
  await expect(page.getByRole('button', { name: '开始示例' })).toBeVisible();
  const stranger = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await stranger.goto(running.announced.url);
  await expect(stranger.getByText('这个中控台需要它的链接')).toBeVisible();
});

test('a killed core is said on the desk, and the desk comes back by itself', async ({ page }) => {
  await page.goto(running.announced.url);
  await page.getByRole('button', { name: '开始示例' }).click();
  await expect(page.locator('[data-row-key]').first()).toBeVisible();
  process.kill(running.announced.pid, 'SIGKILL');
  await expect(page.getByText(/与后台断开/)).toBeVisible();
  await expect(page.getByText('后台进程已重启，数据完好')).toBeVisible();
  await expect(page.getByText('示例').first()).toBeVisible();
  await expect(page.locator('[data-row-key]').first()).toBeVisible();
});

for (const viewport of [
  { width: 1920, height: 1080 },
  { width: 1080, height: 1920 },
]) {
  const size = `${viewport.width}x${viewport.height}`;
  test(`the overlay at ${size} is transparent, shows a push and answers for it`, async ({
    page,
    browser,
  }) => {
    await page.goto(running.announced.url);
    await page.getByRole('button', { name: '开始示例' }).click();
    const overlay = await pairScreen(page, browser, '配对画面卡片', viewport);
    const card = page.getByRole('region', { name: '备品与弹讲解' });
    await page.locator('body').press('3');
    await expect(card).toContainText('3 号链接');
    await page.locator('body').press('Enter');
    await expect(overlay.getByText('亚麻西装外套')).toBeVisible();
    const background = await overlay.evaluate(() => [
      getComputedStyle(document.documentElement).backgroundColor,
      getComputedStyle(document.body).backgroundColor,
    ]);
    expect(background).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)']);
    // Its own answer, with the delay it took.
    await expect(card.getByText('画面').locator('..')).toContainText(/已到|s/);
    await page.locator('body').press('Control+z');
    await expect(overlay.getByText('亚麻西装外套')).toBeHidden();
    await overlay.context().close();
  });
}
