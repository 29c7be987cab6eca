import { expect, test } from '@playwright/test';

import { startElectronShow, type ElectronShow } from '#tests/support/electron-show.ts';
import { pngOf } from '#tests/support/sample-images.ts';
import { productWorkbook } from '#tests/support/product-workbook.ts';

let show: ElectronShow;
test.beforeEach(async () => {
  show = await startElectronShow();
});
test.afterEach(() => show.remove());

test('a workbook and a picture are read beside the page of the app, under its policy', async () => {
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

  // A picture too, and the app's own protocol has it again.
  await catalogue.getByRole('option').first().click();
  const picture = page.getByRole('group', { name: /^(图片|Picture)$/ });
  await picture.locator('input[type=file]').setInputFiles({
    name: 'shirt.png',
    mimeType: 'image/png',
    buffer: pngOf(30, 20),
  });
  await expect(picture.getByText(/图片已更新|The picture was changed/)).toBeVisible();
  const drawn = picture.locator('img');
  await expect.poll(() => drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(30);
  expect(await drawn.evaluate((image: HTMLImageElement) => image.src)).toMatch(
    /^cuedesk:\/\/app\/images\/[0-9a-f]{64}$/,
  );
});
