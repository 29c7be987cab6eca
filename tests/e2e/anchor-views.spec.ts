import { type Browser, expect, type Page, test } from '@playwright/test';

import { ANCHOR_VIEWS } from '#shared/model/stage.ts';
import { type OpenDesk, startOpenDesk } from '#tests/support/desk-with-screens.ts';
import { STRAINING_PRODUCTS } from '#tests/support/sample-products.ts';

import { type Device, expectLegible } from './anchor-glass.ts';

test.describe.configure({ timeout: 240_000 });
test.use({ trace: 'off' });

/** A tablet, a monitor and a phone, each where such a thing stands. */
const DEVICES: readonly Device[] = [
  {
    locale: 'zh-CN',
    viewport: { width: 1180, height: 820 },
    diagonalInches: 10,
    distanceMetres: 2,
  },
  {
    locale: 'en-US',
    viewport: { width: 1080, height: 1920 },
    diagonalInches: 24,
    distanceMetres: 3,
  },
  {
    locale: 'zh-CN',
    viewport: { width: 915, height: 412 },
    diagonalInches: 6.5,
    distanceMetres: 0.8,
  },
];

async function screenOf(browser: Browser, open: OpenDesk, device: Device): Promise<Page> {
  const { locale, viewport, diagonalInches, distanceMetres } = device;
  const context = await browser.newContext({ locale, viewport });
  const origin = `http://${open.address}:${open.port}`;
  const [name = '', value = ''] = (await open.letIn()).split('=');
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.addInitScript(
    `localStorage.setItem('cuedesk.viewingPlace', '${JSON.stringify({ diagonalInches, distanceMetres, theme: 'dark' })}')`,
  );
  await page.goto(`${origin}/anchor/`);
  return page;
}

const newest = <N extends 'stage' | 'cues'>({ operator }: OpenDesk, name: N) => {
  for (const frame of operator.frames.toReversed()) {
    const slices =
      frame.type === 'snapshot'
        ? frame.snapshot.slices
        : frame.type === 'batch'
          ? frame.batch.slices
          : {};
    if (slices[name] !== undefined) return slices[name];
  }
  return undefined;
};

test('each view is read from where the host stands, and the prompter follows the shelf', async ({
  browser,
}) => {
  const open = await startOpenDesk();
  const { operator } = open;
  const [shirt, long] = STRAINING_PRODUCTS;
  if (shirt === undefined || long === undefined) throw new Error('two products');
  const ids: number[] = [];
  for (const [index, fields] of [shirt, long].entries()) {
    const put = await operator.must('shelf.putProduct', { fields, linkNumber: index + 1 });
    ids.push(put.productId);
  }
  const push = async (linkNumber: number): Promise<void> => {
    const { productId } = await operator.must('shelf.arm', { linkNumber });
    await operator.must('shelf.go', { productId });
  };
  await push(1);
  await operator.must('promise.make', {
    promiseKind: 'other',
    productId: null,
    units: null,
    priceMinor: null,
    text: '整点抽奖',
    dueInMs: 600_000,
  });

  for (const device of DEVICES) {
    const page = await screenOf(browser, open, device);
    await expect(page.getByText(/已连中控|Linked/)).toBeVisible();
    for (const [at] of ANCHOR_VIEWS.entries()) {
      await page.keyboard.press(String(at + 1));
      await expect
        .poll(() => newest(open, 'stage')?.sights.some(({ view }) => view === ANCHOR_VIEWS[at]))
        .toBe(true);
      await expectLegible(page, device);
    }
    // The view is remembered on this device.
    await page.keyboard.press('3');
    await page.reload();
    await expect(page.getByRole('region', { name: /提词器|Prompter/ })).toBeVisible();
    await page.context().close();
  }

  // Two screens prompt the same text; one of them is worked by a pedal.
  const [tablet] = DEVICES;
  if (tablet === undefined) throw new Error('a tablet');
  const first = await screenOf(browser, open, tablet);
  const second = await screenOf(browser, open, tablet);
  for (const page of [first, second]) {
    await expect(page.getByText('已连中控')).toBeVisible();
    await page.keyboard.press('3');
    await expect(page.getByText(shirt.hook)).toBeVisible();
  }
  await operator.must('prompter.pace', { pace: 600 });
  await first.keyboard.press('PageDown');
  // It runs on both until the price, and stands there however long nobody says it.
  for (const page of [first, second]) {
    await expect(page.getByRole('button', { name: '报过价了' })).toBeVisible();
    await expect(page.locator('[data-price="true"]')).toBeInViewport();
  }
  expect(newest(open, 'stage')?.prompter).toMatchObject({ isRunning: true, isPriceSaid: false });
  await second.keyboard.press(' ');
  await expect.poll(() => newest(open, 'stage')?.prompter.isPriceSaid).toBe(true);
  for (const page of [first, second]) {
    await expect(page.getByRole('button', { name: '从头再来' })).toBeVisible();
  }
  // A push: the text of what is on the shelf now, from its beginning, with its own price unsaid.
  await push(2);
  for (const page of [first, second]) {
    await expect(page.locator('[data-price="true"]')).toHaveCount(1);
    await expect(page.getByRole('button', { name: '从头再来' })).toHaveCount(0);
  }
  await expect
    .poll(() => newest(open, 'stage')?.prompter.documentKey.split('.')[0])
    .toBe(String(ids[1]));

  // A cue stands above the text; two screens answer at once, and the first answer counts.
  const { cueId } = await operator.must('cue.send', { kind: 'retain', text: '先点关注' });
  for (const page of [first, second]) {
    await expect(page.getByText('先点关注')).toBeVisible();
    await expectLegible(page, tablet);
  }
  await expect(async () => {
    await Promise.all([first.keyboard.press(' '), second.keyboard.press(' ')]);
    expect(newest(open, 'cues')?.sent.find(({ id }) => id === cueId)?.state).toBe('done');
  }).toPass();
  expect(newest(open, 'cues')?.sent.filter(({ state }) => state === 'done')).toHaveLength(1);

  // One tap for water; the desk sees to it, and the host is told.
  await first.getByRole('button', { name: '要喝水' }).click();
  await expect(second.getByText('已求助')).toBeVisible();
  const call = newest(open, 'stage')?.calls.find(({ answeredTs }) => answeredTs === null);
  expect(call?.reason).toBe('water');
  await operator.must('help.answer', { seq: call?.seq ?? 0 });
  await expect(first.getByText('中控知道了')).toBeVisible();

  for (const page of [first, second]) await page.context().close();
  await open.close();
});
