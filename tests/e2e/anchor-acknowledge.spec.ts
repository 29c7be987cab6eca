import { chromium, expect as plainExpect, type Page, test } from '@playwright/test';

import { askRunningHost } from '#node/running-host.ts';
import { answerByPedal } from '#tests/support/answer-by-pedal.ts';
import { layCable } from '#tests/support/cut-cable.ts';
import { startOpenDesk } from '#tests/support/desk-with-screens.ts';
import { systemChromium } from '#tests/support/system-chromium.ts';

test.describe.configure({ timeout: 120_000 });
test.use({ trace: 'off' });
const expect = plainExpect.configure({ timeout: 30_000 });

/** Writes a cue as an operator does, and sends it. */
async function send(desk: Page, text: string): Promise<void> {
  const field = desk.getByRole('textbox', { name: /给主播写一句话/ });
  await field.fill(text, { timeout: 30_000 });
  await field.press('Enter');
}

test('what the operator sends is shown, done comes back, and what is not seen is said', async ({
  browser,
}) => {
  const open = await startOpenDesk();
  const cable = await layCable(open.address, open.port);
  const { args = [], ...options } = systemChromium();
  // The tablet believes that it speaks to the desk itself; its cable can be pulled.
  const rule = `MAP ${open.address}:${open.port} 127.0.0.1:${cable.port}`;
  const device = await chromium.launch({ ...options, args: [...args, `--host-rules=${rule}`] });
  const desk = await (
    await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 720 } })
  ).newPage();
  const link = await askRunningHost(open.desk.dataFolder, 20_000);
  await desk.goto(link?.url ?? '');
  const row = desk.getByRole('list', { name: '已发给主播' }).getByRole('listitem').first();

  // Nobody has the anchor's page open: the desk says so, and that nothing can be flashed.
  await send(desk, '先点关注');
  await expect(row).toContainText('没上屏');
  await expect(row).toContainText('没有主播屏连着');

  const context = await device.newContext({
    locale: 'zh-CN',
    viewport: { width: 1180, height: 820 },
  });
  const origin = `http://${open.address}:${open.port}`;
  const [name = '', value = ''] = (await open.letIn()).split('=');
  await context.addCookies([{ name, value, url: origin }]);
  const anchor = await context.newPage();
  await anchor.addInitScript(
    `localStorage.setItem('cuedesk.viewingPlace', '{"diagonalInches":10,"distanceMetres":2,"theme":"dark"}')`,
  );
  await anchor.goto(`${origin}/anchor/`);
  await expect(anchor.getByText('先点关注')).toBeVisible();
  await expect(row).toContainText('自动显示');
  await answerByPedal(anchor, row, '讲完了');

  // The cable is pulled for twenty seconds: the anchor sees it, the desk says what was not seen.
  cable.pull();
  await context.setOffline(true);
  await expect(anchor.getByText(/断开/)).toBeVisible({ timeout: 8_000 });
  await send(desk, '报一下券后价');
  await expect(row).toContainText('没上屏');
  await row.getByRole('button', { name: '闪一下主播屏' }).click();
  await expect(row.getByRole('button', { name: '已闪' })).toBeVisible();
  await expect(anchor.getByText(/断开 0:2\d/)).toBeVisible();
  await context.setOffline(false);
  cable.putBack();
  await expect(anchor.getByText('报一下券后价')).toBeVisible();
  await expect(anchor.getByText('断开')).toHaveCount(0);
  await expect(row).toContainText('自动显示');
  await expect(row).not.toContainText('没上屏');

  // The anchor asks for water in the middle of it; the band says so until somebody presses the key.
  await anchor.getByRole('button', { name: '要喝水' }).click();
  const band = desk.getByRole('alert').filter({ hasText: '要喝水' });
  await expect(band).toBeVisible();
  await desk.locator('body').press('e');
  await expect(band).toHaveCount(0);
  await expect(anchor.getByText('中控知道了')).toBeVisible();

  // With the cue done, what was promised runs out before their eyes, on both screens.
  await open.operator.must('promise.make', {
    promiseKind: 'other',
    productId: null,
    units: null,
    priceMinor: null,
    text: '整点抽奖',
    dueInMs: 3_000,
  });
  await answerByPedal(anchor, row, '讲完了');
  await anchor.keyboard.press('4');
  await expect(anchor.getByRole('listitem').filter({ hasText: '整点抽奖' })).toBeVisible();
  for (const page of [anchor, desk]) {
    await expect(page.locator('[data-late="true"]')).toContainText('整点抽奖');
  }

  await device.close();
  await desk.context().close();
  await cable.close();
  await open.close();
});
