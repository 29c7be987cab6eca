import { expect, test } from '@playwright/test';

import { startElectronShow, type ElectronShow } from '#tests/support/electron-show.ts';
import { productWorkbook } from '#tests/support/product-workbook.ts';

let show: ElectronShow;
test.beforeEach(async () => {
  show = await startElectronShow();
});
test.afterEach(() => show.remove());

test('a workbook is read beside the page of the app, under its policy', async () => {
  const { page } = show.launched;
  await page.keyboard.press('p');
  const catalogue = page.getByRole('dialog', { name: /^(商品库|Catalogue)$/ });
  await catalogue.getByRole('button', { name: /^(导入|Import)$/ }).click();
  const sheet = page.getByRole('dialog', { name: /^(导入商品|Import products)$/ });
  await sheet
    .getByLabel(/选择文件|Choose a file/)
    .last()
    .setInputFiles({
      name: 'products.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: productWorkbook(500, () => ({})),
    });
  await sheet.getByRole('button', { name: /加入 500 个商品|Add 500 products/ }).click();
  await expect(
    catalogue.getByRole('status').filter({ hasText: /508 (个商品|products)/ }),
  ).toBeVisible();
});
