import { type Browser, expect as plainExpect, type Page, test } from '@playwright/test';

import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import { newestScreens, type OpenDesk, startOpenDesk } from '#tests/support/desk-with-screens.ts';
import { productFields } from '#tests/support/desk-facts.ts';

test.describe.configure({ timeout: 120_000 });
const expect = plainExpect.configure({ timeout: 30_000 });

let open: OpenDesk;
test.beforeEach(async () => {
  open = await startOpenDesk();
});
test.afterEach(() => open.close());

/** A phone upright; what goes wrong in its page fails the test. */
async function phone(browser: Browser): Promise<Page> {
  const viewport = { width: 360, height: 740 };
  const context = await browser.newContext({ locale: 'en-US', viewport, hasTouch: true });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

function answers(): RoomSlices['team']['answers'] {
  for (const frame of open.operator.frames.toReversed()) {
    if (frame.type === 'snapshot') return frame.snapshot.slices.team?.answers ?? [];
    if (frame.type === 'batch' && frame.batch.slices.team !== undefined) {
      return frame.batch.slices.team.answers;
    }
  }
  return [];
}

/** Lets in the phone that waits, once it shows its number. */
async function letIn(page: Page): Promise<void> {
  const check = ((await page.getByText(/^\d{4}$/).textContent()) ?? '').trim();
  const find = () => newestScreens(open.operator)?.requests.find((one) => one.check === check);
  await open.operator.until(() => find() !== undefined);
  const request = find();
  if (request === undefined) throw new Error('the request is gone');
  plainExpect(request).toMatchObject({ role: 'assistant', trade: 'stock' });
  await open.operator.must('screens.approve', { requestId: request.id });
}

test('a phone is let in, answers with one tap, takes one back, and says when the desk is away', async ({
  browser,
}) => {
  const { operator } = open;
  const fields = { ...productFields('A1', 'CNY'), stock: 30 };
  const { productId } = await operator.must('shelf.putProduct', { fields, linkNumber: 1 });
  await operator.must('shelf.arm', { linkNumber: 1 });
  await operator.must('shelf.go', { productId });
  const offer = await operator.must('screens.offer', { role: 'assistant', trade: 'stock' });
  const page = await phone(browser);
  await page.goto(offer.url);
  await letIn(page);
  await expect(page.getByRole('radio', { checked: true })).toContainText('30 left');
  expect(page.url()).not.toContain('code=');

  await page.getByRole('button', { name: '+200 stock' }).tap();
  await operator.until(() => answers().length === 1);
  await expect(page.getByRole('radio', { checked: true })).toContainText('230 left');
  await page.getByRole('button', { name: /^Undo / }).tap();
  await operator.until(() => answers()[0]?.state === 'withdrawn');
  await expect(page.getByRole('radio', { checked: true })).toContainText('30 left');

  await page.getByRole('button', { name: 'Coupon on' }).tap();
  await expect(page.getByRole('listitem').first()).toContainText('Received');
  await operator.until(() => answers().length === 2);
  await operator.must('team.see', { answerSeq: answers()[1]?.seq ?? 0 });
  await expect(page.getByRole('listitem').first()).toContainText('Seen by the desk');

  await page.context().setOffline(true);
  await operator.must('screens.close', {});
  const line = page.getByRole('status').and(page.locator('[data-state]'));
  await expect(line).toContainText('Lost');
  await page.getByRole('button', { name: 'Coupon off' }).tap();
  await expect(page.getByRole('alert')).toContainText('was not sent');
  const { address } = open;
  await operator.must('screens.listen', { address });
  await page.context().setOffline(false);
  await expect(line).toContainText(/Back|Linked/);
  // A tap that was refused is not sent afterwards.
  await page.getByRole('button', { name: 'Problem' }).tap();
  await page.getByRole('textbox', { name: /What is wrong/ }).fill('box is open');
  await page.getByRole('button', { name: 'Tell the desk' }).tap();
  await operator.until(() => answers().length === 3);
  expect(answers().map(({ answer }) => answer)).toEqual(['stock_added', 'coupon_on', 'problem']);
  for (const button of await page.getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(Math.round(box?.height ?? 0)).toBeGreaterThanOrEqual(48);
  }
  await page.context().close();
});
