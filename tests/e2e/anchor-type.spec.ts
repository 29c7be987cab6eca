import { type Browser, expect, type Page, test } from '@playwright/test';

import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import { type OpenDesk, startOpenDesk } from '#tests/support/desk-with-screens.ts';
import { STRAINING_PRODUCTS } from '#tests/support/sample-products.ts';

import { expectLegible } from './anchor-glass.ts';

test.describe.configure({ timeout: 180_000 });
// Files of one setting run together, in the order in which settings are met: with this first one the
// longest files begin first, and no worker waits for them at the end.
test.use({ trace: 'off' });

/** Tablets of 10 inches 2 m away, as the page takes them to be until it is told otherwise. */
const PLACE = { diagonalInches: 10, distanceMetres: 2 };
const TABLETS = [
  { locale: 'zh-CN', viewport: { width: 1180, height: 820 }, ...PLACE },
  { locale: 'en-US', viewport: { width: 820, height: 1180 }, ...PLACE },
] as const;
const CUE = '新来的姐妹先别走，十点整一起抽三个福袋';
const LONG_CUE =
  '有人问会不会缩水：预缩过的，冷水轻柔洗、阴干就行，尺码拿不准就按平时穿的拍，不合适免费换一次';

function newestCues({ operator }: OpenDesk): RoomSlices['cues'] | undefined {
  for (const frame of operator.frames.toReversed()) {
    const slices: Partial<RoomSlices> =
      frame.type === 'snapshot'
        ? frame.snapshot.slices
        : frame.type === 'batch'
          ? frame.batch.slices
          : {};
    if (slices.cues !== undefined) return slices.cues;
  }
  return undefined;
}

async function tablet(
  browser: Browser,
  open: OpenDesk,
  options: (typeof TABLETS)[number],
): Promise<Page> {
  const { locale, viewport } = options;
  const context = await browser.newContext({ locale, viewport });
  const origin = `http://${open.address}:${open.port}`;
  const [name = '', value = ''] = (await open.letIn()).split('=');
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(`${origin}/anchor/`);
  // Asked once, answered as it stands.
  await page.getByRole('button', { name: /就这样|Use this/ }).click();
  return page;
}

test('the host reads everything from where they stand, and a pedal is enough', async ({
  browser,
}) => {
  const open = await startOpenDesk();
  const { operator } = open;
  const pages: Page[] = [];
  const devices = new Map<Page, (typeof TABLETS)[number]>();
  for (const options of TABLETS) {
    const page = await tablet(browser, open, options);
    pages.push(page);
    devices.set(page, options);
  }
  const legible = (page: Page): Promise<void> =>
    expectLegible(page, devices.get(page) ?? TABLETS[0]);

  // Nothing to say, then what is stored about the product, then a cue.
  for (const [index, fields] of STRAINING_PRODUCTS.entries()) {
    const put = await operator.must('shelf.putProduct', { fields, linkNumber: index + 1 });
    await operator.must('shelf.arm', { linkNumber: index + 1 });
    await operator.must('shelf.go', { productId: put.productId });
    for (const page of pages) {
      await expect(page.getByRole('complementary')).toContainText(fields.name.slice(0, 4));
      await legible(page);
    }
  }
  await operator.must('cue.send', { kind: 'retain', text: CUE });
  for (const page of pages) {
    await expect(page.getByText('十点整一起抽三个福袋')).toBeVisible();
    // About twenty characters stand on one page.
    await expect(page.getByText('1/2')).toHaveCount(0);
    await legible(page);
  }

  await operator.must('cue.send', { kind: 'question', text: LONG_CUE });
  for (const page of pages) {
    const count = page.getByText(/^1\/\d$/);
    await expect(count).toBeVisible();
    const pageCount = Number(((await count.textContent()) ?? '').slice(2));
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    let read = '';
    for (let at = 1; at <= pageCount; at += 1) {
      await expect(page.getByText(`${at}/${pageCount}`)).toBeVisible();
      await legible(page);
      read += await page.locator('section[data-kind] p[role="status"]').innerText();
      // The start key of a clicker turns the page, and loads nothing anew.
      await page.keyboard.press(at % 2 === 1 ? 'F5' : 'Escape');
    }
    expect(read.replaceAll(/\s/g, '')).toBe(LONG_CUE);
    expect(await page.evaluate<boolean>('window.isSame === true')).toBe(true);
    await expect(page.getByText(`1/${pageCount}`)).toBeVisible();
  }
  // The pedal goes through the pages, and says done after the last.
  const [landscape, portrait] = pages;
  if (landscape === undefined || portrait === undefined) throw new Error('two tablets');
  const cueId = newestCues(open)?.current?.id;
  const left = Number(((await portrait.getByText(/^1\/\d$/).textContent()) ?? '').slice(2));
  // No sooner than somebody could have read it: until then the screen takes no answer.
  await expect(async () => {
    await portrait.keyboard.press('PageDown');
    await expect(portrait.getByText(`1/${left}`)).toBeHidden({ timeout: 1_000 });
  }).toPass();
  for (let at = 2; at <= left; at += 1) {
    await expect(portrait.getByText(`${at}/${left}`)).toBeVisible();
    await portrait.keyboard.press('PageDown');
  }
  await operator.until(
    () => newestCues(open)?.sent.find(({ id }) => id === cueId)?.state === 'done',
  );

  // Without https no wake lock: a silent picture plays instead.
  for (const page of pages) {
    expect(await page.evaluate(() => [isSecureContext, 'wakeLock' in navigator])).toEqual([
      false,
      false,
    ]);
    await expect
      .poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime))
      .toBeGreaterThan(0);
    const video = page.locator('video');
    expect(await video.evaluate((each: HTMLVideoElement) => [each.paused, each.muted])).toEqual([
      false,
      true,
    ]);
  }

  // The desk goes and comes back, and both are seen.
  await operator.must('screens.close', {});
  await expect(landscape.getByText('断开')).toBeVisible();
  await legible(landscape);
  await operator.must('screens.listen', { address: open.address });
  await expect(landscape.getByText(/已重连|已连中控/)).toBeVisible();

  for (const page of pages) await page.context().close();
  await open.close();
});
