import { expect as plainExpect, test } from '@playwright/test';

import { askRunningHost } from '#node/running-host.ts';
import { DeskProgram } from '#tests/support/desk-program.ts';
import { startDesk } from '#tests/support/running-desk.ts';

test.describe.configure({ timeout: 120_000 });
test.use({
  locale: 'zh-CN',
  viewport: { width: 1280, height: 720 },
  trace: 'off',
  permissions: ['clipboard-read', 'clipboard-write'],
});

const expect = plainExpect.configure({ timeout: 30_000 });
const TABLE = '段落\t时长\t负责人\n暖场\t5\t小林\n主推\t1:30\t阿May\n返场\t很久\t';

test('a run of show is pasted, changed and worked with keys alone, and the review tells both', async ({
  page,
}) => {
  const desk = await startDesk();
  const link = await askRunningHost(desk.dataFolder, 20_000);
  const operator = await DeskProgram.connect(link?.url ?? '');
  await operator.must('show.create', { title: '排练', origin: 'rehearsal', currency: 'CNY' });
  const titles = async (): Promise<readonly (readonly [string, number])[]> => {
    const { blocks } = await operator.must('plan.get', {});
    return blocks.map(({ title, plannedMs }) => [title, plannedMs] as const);
  };
  const again = await askRunningHost(desk.dataFolder, 20_000);
  await page.goto(again?.url ?? '');
  await page.getByRole('banner').first().waitFor();
  await operator.must('plan.edit', {
    edits: [
      {
        op: 'insert',
        beforeId: null,
        block: {
          role: 'preview',
          title: '预告',
          plannedMs: 60_000,
          productIds: [],
          owner: '',
          script: { hook: '', look: '', story: '', value: '', callToAction: '' },
          node: '',
          giveaway: '',
          fallback: '',
          rule: 'push',
          group: '',
        },
      },
    ],
  });

  await operator.must('show.start', {});
  await page.locator('body').press("'");
  const sheet = page.getByRole('dialog', { name: '编排流程' });
  const cells = sheet.getByRole('gridcell');
  await cells.first().focus();
  await page.evaluate((text) => navigator.clipboard.writeText(text), TABLE);
  await page.keyboard.press('ControlOrMeta+v');
  // The wrong row is named; the good ones go in with one press.
  await expect(page.getByText('“很久”看不懂').first()).toBeVisible();
  await page.getByRole('button', { name: '加入 2 段' }).press('Enter');
  await expect.poll(titles).toEqual([
    ['预告', 60_000],
    ['暖场', 300_000],
    ['主推', 90_000],
  ]);

  // A row that is scrolled past goes under the headings, never over them.
  await page.setViewportSize({ width: 1280, height: 300 });
  await cells.last().focus();
  const headings = sheet.getByRole('columnheader');
  const onTop = await headings.nth(2).evaluate((heading) => {
    const { x, y, width, height } = heading.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2)?.closest('[role]')?.role;
  });
  expect(onTop).toBe('columnheader');
  await page.setViewportSize({ width: 1280, height: 720 });

  // The first row goes to the end; a step is taken back and done again.
  await cells.first().focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => (await titles())[0]?.[0]).toBe('暖场');
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await titles())[0]?.[0]).toBe('预告');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  // On air: next, a minute more, the clock held, back.
  const body = page.locator('body');
  const blocks = async () => (await operator.must('plan.get', {})).blocks;
  await body.press('n');
  await expect.poll(async () => (await blocks())[0]?.startedTs ?? null).not.toBeNull();
  await body.press('=');
  await expect.poll(async () => (await blocks())[0]?.extendedMs).toBe(60_000);
  await body.press('v');
  await expect.poll(async () => (await blocks())[0]?.heldSinceTs ?? null).not.toBeNull();
  await body.press('v');
  await body.press('n');
  await expect.poll(async () => (await blocks())[1]?.startedTs ?? null).not.toBeNull();

  const { showId } = await operator.must('show.end', {});
  const review = await operator.must('review.get', { showId });
  expect(JSON.stringify(review)).toContain('暖场');
  operator.close();
  await desk.interrupt();
  await desk.remove();
});
