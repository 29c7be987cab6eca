import { existsSync, readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { productWorkbook } from '#tests/support/product-workbook.ts';
import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';

test.use({ locale: 'zh-CN', viewport: { width: 1280, height: 720 } });

let running: RunningDesk;
test.beforeEach(async ({ page }) => {
  running = await startDesk(['--demo']);
  await page.goto(running.announced.url);
  await expect(page.locator('[data-row-key]').first()).toBeVisible();
});
test.afterEach(() => running.remove());

test('500 products from a workbook: looked at, put right, found, taken back, written out', async ({
  page,
}) => {
  await page.keyboard.press('p');
  const catalogue = page.getByRole('dialog', { name: '商品库' });
  await expect(catalogue.getByRole('status').filter({ hasText: '8 个商品' })).toBeVisible();
  await catalogue.getByRole('button', { name: '导入', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: '导入商品' });
  await sheet
    .getByLabel('选择文件')
    .last()
    .setInputFiles({
      name: '货盘.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: productWorkbook(500, (number) =>
        number === 3 ? { priceMinor: -5 } : number === 4 ? { code: 'X-0001' } : {},
      ),
    });
  await expect(sheet.getByRole('tab', { name: /有问题/ })).toContainText('2');
  await expect(sheet.getByText(/不是价格：-5/)).toBeVisible();
  await expect(sheet.getByText(/与第 2 行是同一个商品/)).toBeVisible();
  await sheet.getByRole('button', { name: '加入 498 个商品' }).click();
  await expect(sheet.getByRole('tab', { name: /全部/ })).toContainText('2');
  await sheet.getByRole('button', { name: '清空，重新粘贴' }).click();
  await sheet.getByRole('button', { name: '再点一次清空' }).click();
  await sheet.getByRole('button', { name: '关闭' }).click();

  await expect(catalogue.getByRole('status').filter({ hasText: '506 个商品' })).toBeVisible();
  const find = catalogue.getByRole('combobox');
  await find.fill('x-0123');
  await expect(catalogue.getByRole('option')).toHaveCount(1);
  await catalogue.getByRole('option').click();
  const editor = page.getByRole('dialog', { name: '防晒外套 123' });
  await expect(editor.getByLabel('规格')).toHaveValue('红 S | R-S | 12\n红 M | R-M | 0 | 109.90');
  await editor.getByLabel('会员价').fill('88.5');
  await editor.getByRole('button', { name: '保存' }).click();
  await expect(catalogue.getByText('已保存“防晒外套 123”')).toBeVisible();
  await catalogue.getByRole('button', { name: '撤销', exact: true }).click();

  await catalogue.getByRole('button', { name: '导出 XLSX' }).click();
  const told = catalogue.getByText(/已导出到/);
  await expect(told).toBeVisible();
  const path = ((await told.textContent()) ?? '').replace('已导出到', '').trim();
  expect(existsSync(path)).toBe(true);
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');

  await catalogue.getByRole('button', { name: '撤销导入' }).click();
  await expect(catalogue.getByRole('status').filter({ hasText: '8 个商品' })).toBeVisible();
});
