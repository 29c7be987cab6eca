import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, test, type Page } from '@playwright/test';
import BetterSqlite from 'better-sqlite3';

import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';

import { endShow } from './demo-show.ts';

test.use({ locale: 'zh-CN', viewport: { width: 1280, height: 720 } });

let running: RunningDesk;
test.beforeEach(async () => {
  running = await startDesk(['--demo']);
});
test.afterEach(() => running.remove());

function sql(query: string): unknown {
  const db = new BetterSqlite(running.storePath, { readonly: true });
  try {
    return db.prepare(query).pluck().get();
  } finally {
    db.close();
  }
}

async function exported(page: Page, button: string): Promise<string> {
  await page.getByRole('button', { name: button }).click();
  const notice = page.getByRole('status').filter({ hasText: 'exports' });
  const path = await notice.locator('span span').textContent();
  await notice.getByRole('button', { name: '关闭' }).click();
  return path ?? '';
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
    .poll(() =>
      sql(
        "SELECT count(*) FROM events WHERE kind = 17 AND json_extract(body, '$.status') = 'paid'",
      ),
    )
    .toBeGreaterThan(20);
  await endShow(page);

  const shown = await page.locator('dl').first().innerText();
  const path = await exported(page, '导出网页');
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

  const folder = await exported(page, '导出 CSV');
  const names = readdirSync(folder);
  for (const name of ['products', 'pushes', 'cues', 'blocks', 'gaps', 'minutes']) {
    expect(names).toContain(`${name}.csv`);
  }
  const products = readFileSync(join(folder, 'products.csv'), 'utf8').trim().split('\r\n').slice(1);
  const sum = products.reduce((total, line) => total + Number(line.split(',').at(-2)), 0);
  expect(Math.round(sum * 100)).toBe(paid);
});
