import { type Browser, expect as plainExpect, type Page, test } from '@playwright/test';

import { askRunningHost } from '#node/running-host.ts';
import { answerByPedal } from '#tests/support/answer-by-pedal.ts';
import { type OpenDesk, startOpenDesk } from '#tests/support/desk-with-screens.ts';

test.describe.configure({ timeout: 120_000 });
test.use({ locale: 'zh-CN', viewport: { width: 1280, height: 720 }, trace: 'off' });

const expect = plainExpect.configure({ timeout: 30_000 });

const RISKY = '全网最低价，国家级品质';
const CORRECTION = '更正：以链接里的价格为准';

async function tablet(browser: Browser, open: OpenDesk): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1180, height: 820 },
  });
  const origin = `http://${open.address}:${open.port}`;
  const [name = '', value = ''] = (await open.letIn()).split('=');
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  await page.addInitScript(
    `localStorage.setItem('cuedesk.viewingPlace', '{"diagonalInches":10,"distanceMetres":2,"theme":"dark"}')`,
  );
  await page.goto(`${origin}/anchor/`);
  return page;
}

test('a rule proposes, the operator sends it with one key, the host shows it and says it is done', async ({
  page,
  browser,
}) => {
  const open = await startOpenDesk();
  try {
    const card = { cardId: null, pinnedSlot: null, productId: null } as const;
    await open.operator.must('cue.putCard', { ...card, kind: 'correction', text: CORRECTION });
    const anchor = await tablet(browser, open);
    const link = await askRunningHost(open.desk.dataFolder, 20_000);
    await page.goto(link?.url ?? '');
    await expect(page.getByText('现在没有要提醒主播的')).toBeVisible();

    await open.operator.must('cue.send', { kind: 'free', text: RISKY });
    const proposed = page.getByRole('list', { name: '建议的话术' });
    await expect(proposed.getByText('刚发给主播的话里有违禁词')).toBeVisible();
    await expect(proposed.getByText(CORRECTION, { exact: true })).toBeVisible();
    await expect(anchor.getByText(RISKY)).toBeVisible();

    await page.locator('body').press('Alt+1');
    await expect(anchor.getByText(CORRECTION)).toBeVisible();
    await expect(page.getByText('现在没有要提醒主播的')).toBeVisible();

    const newest = page.getByRole('list', { name: '已发给主播' }).getByRole('listitem').first();
    await expect(newest).toContainText(CORRECTION);
    // A pedal is enough; one that was meant for the cue before does nothing.
    await answerByPedal(anchor, newest, '讲完了');
  } finally {
    await open.close();
  }
});
