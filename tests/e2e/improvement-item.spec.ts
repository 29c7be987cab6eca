import { expect as plainExpect, test } from '@playwright/test';

import { askRunningHost } from '#node/running-host.ts';
import { DeskProgram } from '#tests/support/desk-program.ts';
import { startDesk } from '#tests/support/running-desk.ts';

test.describe.configure({ timeout: 120_000 });
test.use({ locale: 'en-GB', viewport: { width: 1280, height: 720 }, trace: 'off' });

const expect = plainExpect.configure({ timeout: 30_000 });

test('a finding is taken on, stands in the next show’s checks, and that show’s review judges it', async ({
  page,
}) => {
  const desk = await startDesk();
  const link = await askRunningHost(desk.dataFolder, 20_000);
  const operator = await DeskProgram.connect(link?.url ?? '');
  const cued = async (title: string): Promise<void> => {
    await operator.must('show.create', { title, origin: 'live', currency: 'CNY' });
  };
  const unanswered = async (): Promise<void> => {
    for (const text of ['One', 'Two', 'Three', 'Four', 'Five'])
      await operator.must('cue.send', { kind: 'free', text });
  };
  await cued('Friday');
  await operator.must('show.start', {});
  await unanswered();
  const again = await askRunningHost(desk.dataFolder, 20_000);
  await page.goto(again?.url ?? '');
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page.getByRole('button', { name: 'Press again' }).click();

  const accept = page.getByRole('button', { name: /^Accept as an improvement item/ });
  await accept.first().press('Enter');
  const owner = page.getByRole('textbox', { name: /^Owner of:/ });
  await owner.fill('Lin');
  await owner.press('Enter');
  const items = async () => (await operator.must('improvement.list', {})).courses;
  await expect.poll(async () => (await items())[0]?.item.owner).toBe('Lin');
  const scheme = (await items())[0]?.item.scheme ?? '';
  await page.getByRole('button', { name: 'New show' }).click();

  await cued('Saturday');
  await page.getByRole('button', { name: 'Take over 1 from earlier shows' }).first().click();
  await page.getByRole('button', { name: 'Checks before the show' }).first().click();
  const sheet = page.getByRole('dialog', { name: 'Checks before the show' });
  const item = sheet.getByRole('listitem').filter({ hasText: scheme });
  await expect(item).toContainText('from a review');
  await expect(item).toContainText('Cues done: 0.0%');
  await item.getByRole('checkbox').click();
  await expect(item.getByRole('checkbox')).toBeChecked();
  await page.keyboard.press('Escape');

  await operator.must('show.start', {});
  await unanswered();
  const { showId } = await operator.must('show.end', {});
  const { judged } = await operator.must('improvement.ofShow', { showId });
  expect(judged).toMatchObject([{ isTicked: true, judgement: { verdict: 'unchanged', now: 0 } }]);
  await page.reload();
  await page
    .getByRole('button', { name: /review/i })
    .first()
    .click();
  const table = page.getByRole('region', { name: 'Improvement items of earlier shows' });
  await expect(table).toContainText(scheme);
  await expect(table).toContainText('no change');
  operator.close();
  await desk.interrupt();
  await desk.remove();
});
