import { readFileSync } from 'node:fs';

import { expect, test, type Page } from '@playwright/test';

import { startElectronShow, type ElectronShow } from '#tests/support/electron-show.ts';
import { pageTexts, pngSize } from '#tests/support/read-pdf.ts';

let show: ElectronShow;
test.beforeEach(async () => {
  show = await startElectronShow();
});
test.afterEach(() => show.remove());

async function exported(page: Page, kind: RegExp): Promise<Buffer> {
  await page.getByRole('button', { name: /^(导出|Export)$/ }).click();
  await page.getByRole('menuitem', { name: kind }).click();
  const notice = page.getByRole('status').filter({ hasText: 'exports' });
  const path = await notice.locator('span span').textContent({ timeout: 60_000 });
  await notice.getByRole('button', { name: /^(关闭|Close)$/ }).click();
  return readFileSync(path ?? '');
}

test('the app prints by a window of its own that nobody sees and that is gone afterwards', async () => {
  const { page, app } = show.launched;
  const heading = page.getByRole('heading', { name: /复盘|review/i });
  await expect(async () => {
    await page.getByRole('button', { name: /^(结束|End)$/ }).click({ timeout: 5_000 });
    await page.getByRole('button', { name: /^(再按一次|Press again)$/ }).click({ timeout: 5_000 });
    await expect(heading.first()).toBeVisible({ timeout: 10_000 });
  }).toPass();
  const texts = pageTexts(await exported(page, /^PDF/));
  expect(texts.length).toBeGreaterThan(1);
  for (const [index, text] of texts.entries()) {
    expect(text.replaceAll(' ', '')).toContain(`${index + 1}/${texts.length}`);
  }
  const png = pngSize(await exported(page, /^(首页图片|Picture of the first page)/));
  expect(png.width).toBe(2560);
  expect(png.height).toBeGreaterThan(800);
  const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
  expect(show.logged('request_refused')).toEqual([]);
});
