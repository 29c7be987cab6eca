import { expect, test } from '@playwright/test';

import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';

test.use({ locale: 'en-US', viewport: { width: 1280, height: 720 } });

let running: RunningDesk;

test.beforeEach(async () => {
  running = await startDesk();
});
test.afterEach(() => running.remove());

test('a stretch of the pulse is selected by mouse and keys, and compared with both sides', async ({
  page,
}) => {
  await page.goto(running.announced.url);
  await page.getByRole('button', { name: 'Start the demo' }).click();
  await page.locator('[data-row-key]').first().waitFor();
  const pulse = page.getByRole('region', { name: 'Pulse: viewers, chat, orders' });
  const compare = pulse.getByRole('button', { name: 'Compare' });
  const line = pulse.getByRole('status');
  const plot = await pulse.locator('.u-over').boundingBox();
  if (plot === null) throw new Error('there is no plot');

  await page.mouse.move(plot.x + 1, plot.y + 40);
  await page.mouse.down();
  await page.mouse.move(plot.x + plot.width / 2, plot.y + 60, { steps: 6 });
  await page.mouse.up();
  // Nothing was before the show, and after it is not over yet.
  await expect(line).toContainText(/0:00–1\d:\d\d/);
  await expect(line).toContainText(/Viewers — → [\d,]+ → —/, { timeout: 60_000 });
  await expect(pulse.locator('.u-select')).toHaveCSS('left', '0px');
  const drawn = async () =>
    Math.round((await pulse.locator('.u-select').boundingBox())?.width ?? 0);
  expect(await drawn()).toBeGreaterThan(plot.width / 2 - 12);

  await page.mouse.click(plot.x + plot.width - 20, plot.y + 50);
  await expect(line).toHaveCount(0);
  expect(await drawn()).toBe(0);

  await compare.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(line).toBeVisible();
  await expect(compare).toHaveAttribute('aria-pressed', 'true');
  // Esc is the chart’s while a stretch is selected, and the desk’s afterwards.
  await page.keyboard.press('1');
  const nothing = page.getByText('Nothing armed');
  await expect(nothing).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(line).toHaveCount(0);
  await expect(nothing).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(nothing).toBeVisible();
});
