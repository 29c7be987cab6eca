import { expect as plainExpect, test } from '@playwright/test';

import { askRunningHost } from '#node/running-host.ts';
import { DeskProgram } from '#tests/support/desk-program.ts';
import { productFields } from '#tests/support/desk-facts.ts';
import { startDesk } from '#tests/support/running-desk.ts';

test.describe.configure({ timeout: 180_000 });
test.use({ locale: 'en-US', viewport: { width: 1280, height: 720 }, trace: 'off' });

const expect = plainExpect.configure({ timeout: 30_000 });

/** As a shop console writes it: a title, semicolons, a sum below. */
const FILE = [
  'Douyin product details',
  'Product ID;Product name;Product impressions;Product clicks;CTR;Orders;GMV;Refund amount',
  'P1;Something;1.2万;1,200;10%;60;"¥6,000.00";-100',
  ';Product P2;500;20;4%;1;99.5;-',
  ';Nobody knows;1;1;1%;0;0;0',
  'Total;;12501;1221;;61;6099.5;100',
].join('\n');

test('an export is looked at row by row, taken in, seen in the review, and taken back', async ({
  page,
}) => {
  const desk = await startDesk();
  const operator = await DeskProgram.connect(
    (await askRunningHost(desk.dataFolder, 20_000))?.url ?? '',
  );
  const show = { title: 'Evening', origin: 'live', currency: 'CNY' } as const;
  await operator.must('show.create', show);
  for (const [index, code] of ['P1', 'P2'].entries()) {
    const fields = { ...productFields(code, 'CNY'), name: `Product ${code}` };
    await operator.must('shelf.putProduct', { fields, linkNumber: index + 1 });
  }
  await operator.must('show.start', {});
  await page.goto((await askRunningHost(desk.dataFolder, 20_000))?.url ?? '');
  await page.getByRole('banner').first().waitFor();
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page.getByRole('button', { name: /^Press again/ }).click();

  await page.getByRole('button', { name: 'Import platform figures' }).click();
  const sheet = page.getByRole('dialog', { name: 'Import platform figures' });
  await sheet
    .locator('input[type=file]')
    .setInputFiles({ name: 'products.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
  await expect(sheet.getByText('2 rows can be taken, 1 need a look, 1 are no data')).toBeVisible();
  await expect(sheet.getByLabel('Platform')).toHaveValue('douyin');
  await expect(sheet.getByText(/No such product: choose it/)).toBeVisible();
  await sheet.getByRole('button', { name: 'Leave out: row 5' }).press('Enter');
  await sheet.getByRole('button', { name: 'Take in 2 rows' }).press('Enter');
  await expect(sheet.getByText('2 rows taken in.')).toBeVisible();
  await sheet.press('Escape');

  const funnel = page.getByRole('region', { name: 'From exposure to order' });
  const row = funnel.getByRole('row', { name: /Product P1/ });
  await expect(row).toContainText('≈12,000');
  await expect(row).toContainText('10.0%');
  await expect(row).toContainText('¥5,900');
  await expect(row).toContainText('products.csv');

  // The same file is told; taken out, its figures are gone.
  await page.getByRole('button', { name: 'Import platform figures' }).click();
  await sheet
    .locator('input[type=file]')
    .setInputFiles({ name: 'products.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
  await expect(sheet.getByText(/This very file was taken in already/)).toBeVisible();
  await sheet.getByRole('button', { name: 'Another file' }).press('Enter');
  await sheet.getByRole('button', { name: 'Remove products.csv' }).press('Enter');
  await expect(sheet.getByText('Removed.')).toBeVisible();
  await sheet.press('Escape');
  await expect(row).not.toContainText('products.csv');
  operator.close();
  await desk.interrupt();
  await desk.remove();
});
