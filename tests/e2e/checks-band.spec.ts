import { expect, test } from '@playwright/test';

import { askRunningHost } from '#node/running-host.ts';
import { DeskProgram } from '#tests/support/desk-program.ts';
import { startDesk } from '#tests/support/running-desk.ts';

test.use({ locale: 'zh-CN', viewport: { width: 1280, height: 720 } });

test('a band above the desk takes its own height from the columns, and no more', async ({
  page,
}) => {
  const desk = await startDesk();
  const link = await askRunningHost(desk.dataFolder, 20_000);
  const operator = await DeskProgram.connect(link?.url ?? '');
  // A real show that nothing feeds yet: the check of sources is red.
  await operator.must('show.create', { title: '首场', origin: 'live', currency: 'CNY' });
  const again = await askRunningHost(desk.dataFolder, 20_000);
  await page.goto(again?.url ?? '');

  const band = page.getByText('开播前有红色检查');
  await expect(band).toBeVisible();
  const shelf = page.getByPlaceholder('筛选');
  await expect(shelf).toBeInViewport({ ratio: 1 });
  const strip = await page.getByText('在线人数').first().boundingBox();
  const below = await shelf.boundingBox();
  // The strip of figures and the armed card stand between them.
  expect((below?.y ?? Number.NaN) - (strip?.y ?? Number.NaN)).toBeLessThan(360);

  operator.close();
  await desk.interrupt();
  await desk.remove();
});
