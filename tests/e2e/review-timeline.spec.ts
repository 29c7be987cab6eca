import { expect, test } from '@playwright/test';

import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';

import { endShow } from './demo-show.ts';

test.use({ locale: 'zh-CN', viewport: { width: 1280, height: 720 } });

let running: RunningDesk;
test.beforeEach(async () => {
  running = await startDesk(['--demo']);
});
test.afterEach(() => running.remove());

test('the first page comes before its parts; a stretch chosen on the timeline stays drawn in another theme', async ({
  page,
}) => {
  await page.goto(running.announced.url);
  await page.locator('[data-row-key]').first().waitFor();
  await page.getByLabel('播放速度').selectOption('20');
  // Three minutes and more, so that one of them has another on each side.
  await expect(page.getByRole('banner')).toContainText(/0?[4-9]:\d\d/, { timeout: 60_000 });
  await page.evaluate(() => {
    const watch = new MutationObserver(() => {
      if (document.querySelector('main section dl dd') === null) return;
      watch.disconnect();
      const parts = document.querySelectorAll('#review-timeline').length;
      document.body.dataset['partsAtFirst'] = String(parts);
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
  await endShow(page);
  await expect(page.locator('#review-timeline')).toHaveCount(1);
  await expect(page.locator('body')).toHaveAttribute('data-parts-at-first', '0');

  const timeline = page.locator('#review-timeline');
  const drawn = timeline.locator('.u-select');
  const width = async () => Math.round((await drawn.boundingBox())?.width ?? 0);
  await timeline.getByRole('slider').focus();
  // So short a show is shown by seconds.
  const right = Array<string>(30).fill('ArrowRight');
  for (const key of ['ArrowRight', 'Enter', ...right, 'Enter']) await page.keyboard.press(key);
  await expect(timeline.getByRole('table').first()).toBeVisible();
  await expect.poll(width).toBeGreaterThan(10);
  const before = await width();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('浅色界面');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect.poll(width).toBe(before);
  await timeline.getByRole('slider').focus();
  await page.keyboard.press('Escape');
  await expect.poll(width).toBe(0);
});
