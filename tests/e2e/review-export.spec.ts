import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, test, type Page } from '@playwright/test';
import BetterSqlite from 'better-sqlite3';

import { printBrowser } from '#tests/support/print-browser.ts';
import { inkIn, pagePixels, pageTexts, pngSize } from '#tests/support/read-pdf.ts';
import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';

import { endShow } from './demo-show.ts';

test.use({ locale: 'zh-CN', viewport: { width: 1280, height: 720 } });

let running: RunningDesk;
let folder: string;
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-browser-'));
  process.env['CUEDESK_BROWSER'] = printBrowser(folder);
  running = await startDesk(['--demo']);
});
test.afterEach(async () => {
  await running.remove();
  rmSync(folder, { recursive: true, force: true });
});

function sql(query: string): unknown {
  const db = new BetterSqlite(running.storePath, { readonly: true });
  try {
    return db.prepare(query).pluck().get();
  } finally {
    db.close();
  }
}

/** By the list of the button; the path it says. */
async function exported(page: Page, kind: string): Promise<string> {
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${kind}`) }).click();
  const notice = page.getByRole('status').filter({ hasText: 'exports' });
  const path = await notice.locator('span span').textContent({ timeout: 60_000 });
  await notice.getByRole('button', { name: '关闭' }).click();
  return path ?? '';
}

/** Some minutes of a show, which is then over. */
async function someMinutes(page: Page): Promise<void> {
  await page.goto(running.announced.url);
  await page.locator('[data-row-key]').first().waitFor();
  await page.getByLabel('播放速度').selectOption('20');
  await expect.poll(() => sql('SELECT count(*) FROM events')).toBeGreaterThan(500);
  await endShow(page);
}

test('the exported page opens without a network and says what SQL says, and so do the tables', async ({
  page,
  browser,
}) => {
  await page.goto(running.announced.url);
  await page.locator('[data-row-key]').first().waitFor();
  const card = page.getByRole('region', { name: '备品与弹讲解' });
  await page.keyboard.press('1');
  await expect(card).toContainText('1 号链接');
  await page.keyboard.press('Enter');
  await expect(card).toContainText('已弹');
  await page.getByLabel('播放速度').selectOption('20');
  await expect
    .poll(
      () =>
        sql(
          "SELECT count(*) FROM events WHERE kind = 17 AND json_extract(body, '$.status') = 'paid'",
        ),
      { timeout: 60_000 },
    )
    .toBeGreaterThan(20);
  await endShow(page);

  const shown = await page.locator('dl').first().innerText();
  const path = await exported(page, '网页');
  const offline = await browser.newContext({ offline: true, locale: 'zh-CN' });
  const report = await offline.newPage();
  const problems: string[] = [];
  report.on('request', (request) => {
    if (!request.url().startsWith('file:')) problems.push(request.url());
  });
  report.on('console', (message) => problems.push(message.text()));
  await report.goto(pathToFileURL(path).href);
  const tile = (label: string) =>
    report.locator('dl > div').filter({ has: report.getByText(label, { exact: true }) });
  const number = (value: unknown): string => Number(value).toLocaleString('zh-CN');
  const paid = Number(
    sql(
      "SELECT sum(json_extract(body, '$.money.amountMinor')) FROM events WHERE kind = 17 AND json_extract(body, '$.status') = 'paid'",
    ),
  );
  await expect(tile('已付订单').locator('.value')).toHaveText(
    number(
      sql(
        "SELECT count(*) FROM events WHERE kind = 17 AND json_extract(body, '$.status') = 'paid'",
      ),
    ),
  );
  await expect(tile('弹幕').locator('.value')).toHaveText(
    number(sql('SELECT count(*) FROM events WHERE kind = 1')),
  );
  await expect(tile('成交额 已付').locator('.value')).toHaveText(
    `¥${(paid / 100).toLocaleString('zh-CN', { minimumFractionDigits: paid % 100 === 0 ? 0 : 2 })}`,
  );
  for (const value of await report.locator('dl .value').allInnerTexts())
    expect(shown).toContain(value);
  await report.emulateMedia({ media: 'print' });
  await report.setViewportSize({ width: 690, height: 980 });
  expect(await report.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    690,
  );
  expect((await report.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  expect(problems).toEqual([]);
  await offline.close();

  const tables = await exported(page, 'CSV 表格');
  const names = readdirSync(tables);
  for (const name of ['products', 'pushes', 'cues', 'blocks', 'gaps', 'minutes']) {
    expect(names).toContain(`${name}.csv`);
  }
  const products = readFileSync(join(tables, 'products.csv'), 'utf8').trim().split('\r\n').slice(1);
  const sum = products.reduce((total, line) => total + Number(line.split(',').at(-2)), 0);
  expect(Math.round(sum * 100)).toBe(paid);
});

test('the PDF is A4 with Chinese text, whole rows, repeated heads and numbered pages; a picture and the facts lie beside it', async ({
  page,
}) => {
  await someMinutes(page);
  const pdf = readFileSync(await exported(page, 'PDF'));
  const texts = pageTexts(pdf);
  expect(texts.length).toBeGreaterThan(2);
  expect(texts[0]).toContain('复盘');
  expect(texts[0]).toContain('成交额');
  for (const [index, text] of texts.entries()) {
    expect(text.replaceAll(' ', '')).toContain(`${index + 1}/${texts.length}`);
  }
  for (const picture of pagePixels(pdf, 60)) {
    expect(picture.width / picture.height).toBeCloseTo(210 / 297, 2);
    // Something stands on each page, nothing in its margins.
    expect(inkIn(picture, { from: [0.07, 0.05], to: [0.93, 0.95] })).toBeGreaterThan(0.001);
    expect(inkIn(picture, { from: [0, 0], to: [0.055, 1] })).toBe(0);
    expect(inkIn(picture, { from: [0.945, 0], to: [1, 1] })).toBe(0);
  }
  const png = pngSize(readFileSync(await exported(page, '首页图片')));
  expect(png.width).toBe(2560);
  expect(png.height).toBeGreaterThan(800);
  const facts = JSON.parse(readFileSync(await exported(page, 'JSON 全部事实'), 'utf8'));
  expect(facts.eventCount).toBe(sql('SELECT count(*) FROM events'));
  const workbook = readFileSync(await exported(page, 'Excel 工作簿'));
  expect(workbook.toString('latin1', 0, 2)).toBe('PK');
});
