import { expect, type Locator, test } from '@playwright/test';

import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';

test.use({ locale: 'zh-CN', viewport: { width: 1280, height: 720 } });

let running: RunningDesk;

test.beforeEach(async () => {
  running = await startDesk();
});
test.afterEach(() => running.remove());

test('parts are resized by mouse and keys, stay so, stay usable, and go back', async ({ page }) => {
  await page.goto(running.announced.url);
  await page.getByRole('button', { name: '开始示例' }).click();
  await page.locator('[data-row-key]').first().waitFor();
  const people = page.getByRole('separator', { name: '聊天与中间栏的分隔线' });
  const action = page.getByRole('separator', { name: '中间栏与货架的分隔线' });
  const first = [await leftOf(people), await leftOf(action)];

  await drag(people, 60);
  expect(await leftOf(people)).toBeCloseTo((first[0] ?? 0) + 60, 0);
  await action.focus();
  await page.keyboard.press('ArrowLeft');
  const moved = [await leftOf(people), await leftOf(action)];
  expect(moved[1]).toBeLessThan(first[1] ?? 0);
  // An arrow moved a line and did nothing else.
  await expect(page.getByText('没有就绪的商品')).toBeVisible();

  await page.reload();
  await page.locator('[data-row-key]').first().waitFor();
  expect(await leftOf(people)).toBeCloseTo(moved[0] ?? 0, 0);
  expect(await leftOf(action)).toBeCloseTo(moved[1] ?? 0, 0);

  // Neither line leaves the window or hides what is beside it, however far it is pulled.
  await drag(people, -1_000);
  expect(await leftOf(people)).toBeGreaterThanOrEqual(260);
  await drag(action, 1_000);
  expect(await leftOf(action)).toBeLessThanOrEqual(1280 - 300);

  await page.keyboard.press('Control+k');
  await page.keyboard.insertText('恢复最初大小');
  await page.keyboard.press('Enter');
  await expect.poll(() => leftOf(people)).toBe(first[0]);
  expect(await leftOf(action)).toBe(first[1]);
});

async function leftOf(line: Locator): Promise<number> {
  return Math.round((await line.boundingBox())?.x ?? Number.NaN);
}

async function drag(line: Locator, byPx: number): Promise<void> {
  const box = await line.boundingBox();
  if (box === null) throw new Error('the line is not on the page');
  const { mouse } = line.page();
  await mouse.move(box.x, box.y + 200);
  await mouse.down();
  await mouse.move(box.x + byPx, box.y + 200, { steps: 4 });
  await mouse.up();
}
