import BetterSqlite from 'better-sqlite3';
import { expect, test, type Page } from '@playwright/test';

import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';

test.use({
  locale: 'zh-CN',
  viewport: { width: 1280, height: 720 },
  permissions: ['clipboard-read', 'clipboard-write'],
});

const SHEET = 'A-01\t"羊毛衫\n两件套"\t259.00\nA-02\tقميص\t３９９\n';

let running: RunningDesk;
test.beforeEach(async ({ page }) => {
  running = await startDesk(['--demo']);
  await page.goto(running.announced.url);
  await expect(page.locator('[data-row-key]').first()).toBeVisible();
});
test.afterEach(() => running.remove());

/** By the machine's clipboard and keys, as a person pastes; `times` makes a long text in the page. */
async function paste(page: Page, text: string, html: string | null, times = 1): Promise<void> {
  await page.evaluate(
    async ({ unit, count, marked }) => {
      const types: Record<string, Blob> = {
        'text/plain': new Blob([unit.repeat(count)], { type: 'text/plain' }),
      };
      if (marked !== null) types['text/html'] = new Blob([marked], { type: 'text/html' });
      await navigator.clipboard.write([new ClipboardItem(types)]);
    },
    { unit: text, count: times, marked: html },
  );
  await page.keyboard.press('Control+v');
}

test('a table pasted into any field changes nothing and is named beside it', async ({ page }) => {
  const cue = page.getByLabel('给主播写一句话');
  await cue.fill('先别动');
  await paste(page, SHEET, null);
  await expect(
    page.getByText('这是一张表（2 行 × 3 列），这里只填一行，内容没有改动。'),
  ).toBeVisible();
  await expect(cue).toHaveValue('先别动');

  const search = page.getByPlaceholder(/搜索/).first();
  await search.focus();
  await paste(page, 'a;b\nc;d', null);
  await expect(page.getByText('这是一张表（2 行 × 2 列）')).toBeVisible();
  await expect(search).toHaveValue('');
  // A line is taken as ever, and the words go.
  await paste(page, '好看', null);
  await expect(search).toHaveValue('好看');
  await expect(page.getByText('这是一张表')).toBeHidden();

  await page.getByRole('button', { name: '添加商品' }).click();
  const price = page.getByLabel('现价', { exact: true });
  await price.focus();
  await paste(page, '款 价\n衫 259', '<table><tr><td>款<td>价<tr><td>衫<td>259</table>');
  await expect(page.getByText('这是一张表（2 行 × 2 列）')).toContainText('例如：259.90');
  await expect(price).toHaveValue('');
  // One cell of a spreadsheet is one value.
  await paste(page, '259.00\r\n', '<table><tr><td>259.00</td></tr></table>');
  await expect(price).toHaveValue('259.00');
});

test('a text of 10 MB is refused in words', async ({ page }) => {
  const cue = page.getByLabel('给主播写一句话');
  await cue.focus();
  await paste(page, '长', null, 10 * 1024 * 1024);
  await expect(page.getByText('这段文字有 10,485,760 个字，这里还能填 10,000 个')).toBeVisible();
  await paste(page, `${'a'.repeat(99)}\t${'b'.repeat(99)}\n`, null, 50_000);
  await expect(page.getByText('这是一张表（50,000 行 × 2 列）')).toBeVisible();
  await expect(cue).toHaveValue('');
  await cue.fill('主播喝口水');
  await cue.press('Enter');
  await expect(page.getByRole('list', { name: '已发给主播' })).toContainText('主播喝口水');
});

test('a table pasted on the desk becomes products after a preview, and is undone with one key', async ({
  page,
}) => {
  const sql = (query: string): unknown[] => queryStore(running.storePath, query);
  const before = sql('SELECT * FROM products ORDER BY id');
  await page.locator('body').press('Escape');
  await paste(
    page,
    '链接号\t商品名称\t直播价\t库存\r\n21\t"羊毛衫\n两件套"\t￥２５９．００\t有货\r\n22\t皮带\t1.299,00\t30\r\n23\t帽子\t59-79\t5\r\n',
    null,
  );
  const sheet = page.getByRole('dialog', { name: '粘贴商品' });
  await expect(sheet.getByRole('row', { name: /有问题/ })).toHaveCount(2);
  expect(sql('SELECT * FROM products ORDER BY id')).toEqual(before);
  await sheet.getByRole('button', { name: '¥1,299', exact: true }).click();
  await sheet.getByLabel('现价 · 行 4').fill('59');
  await sheet.getByRole('button', { name: '加入 3 个商品' }).click();
  await expect(sheet).toBeHidden();
  const shelf = page.getByRole('list', { name: '本场商品，按链接号' });
  await expect(shelf.getByRole('button', { name: /^22 号链接 皮带/ })).toBeVisible();
  expect(
    sql(`SELECT json_extract(fields, '$.name') AS name, json_extract(fields, '$.priceMinor') AS price
      FROM products WHERE code LIKE 'P2_' ORDER BY id`),
  ).toEqual([
    { name: '羊毛衫 两件套', price: 25_900 },
    { name: '皮带', price: 129_900 },
    { name: '帽子', price: 5_900 },
  ]);
  await expect(page.getByText('已加入 3 个、更新 0 个商品')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('已撤销粘贴')).toBeVisible();
  await expect(shelf.getByRole('button', { name: /^22 号链接/ })).toHaveCount(0);
  expect(sql('SELECT * FROM products ORDER BY id')).toEqual(before);
});

function queryStore(path: string, query: string): unknown[] {
  const db = new BetterSqlite(path, { readonly: true });
  try {
    return db.prepare(query).all();
  } finally {
    db.close();
  }
}
