import { type Browser, expect, type Page, test } from '@playwright/test';

import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import { type OpenDesk, startOpenDesk } from '#tests/support/desk-with-screens.ts';
import { STRAINING_PRODUCTS } from '#tests/support/sample-products.ts';

test.describe.configure({ timeout: 180_000 });
// Files of one setting run together, in the order in which settings are met: with this first one the
// longest files begin first, and no worker waits for them at the end.
test.use({ trace: 'off' });

/** Tablets of 10 inches 2 m away, as the page takes them to be until it is told otherwise. */
const DISTANCE_MM = 2_000;
const DIAGONAL_MM = 254;
const TABLETS = [
  { locale: 'zh-CN', viewport: { width: 1180, height: 820 } },
  { locale: 'en-US', viewport: { width: 820, height: 1180 } },
] as const;
const CUE = '新来的姐妹先别走，十点整一起抽三个福袋';
const LONG_CUE =
  '有人问会不会缩水：预缩过的，冷水轻柔洗、阴干就行，尺码拿不准就按平时穿的拍，不合适免费换一次';

type Words = {
  readonly text: string;
  /** Height of a capital letter, or of a Han character's ink, in pixels as this font draws it. */
  readonly inkPx: number;
  readonly isCue: boolean;
  /** All inside the window, or cut away whole. */
  readonly isWhole: boolean;
};

/** Every piece of text on the glass with the size at which it is really drawn. */
function readGlass(): Words[] {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('no canvas');
  const found: Words[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = (node.textContent ?? '').trim();
    // The gear is for a hand, not for the eye across the room.
    if (element === null || text === '' || text === '⚙') continue;
    const style = getComputedStyle(element);
    // What a screen reader alone is told is not on the glass.
    if (style.visibility === 'hidden' || style.clipPath === 'inset(50%)') continue;
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const ink = context.measureText(/[\u2e80-\u9fff]/.test(text) ? '国' : 'H');
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    const isWhole =
      box.left >= -1 &&
      box.top >= -1 &&
      box.right <= window.innerWidth + 1 &&
      box.bottom <= window.innerHeight + 1;
    const isCue = element.closest('section p[role="status"]')?.parentElement?.tagName === 'DIV';
    found.push({
      text,
      inkPx: ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent,
      isCue: isCue && element.closest('[data-kind]') !== null,
      isWhole,
    });
  }
  return found;
}

/** What is cut or sticks out: of each piece that must be seen whole, or not at all. */
function findCut(): string[] {
  const cut: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > window.innerWidth || root.scrollHeight > window.innerHeight) {
    cut.push(`the page scrolls: ${root.scrollWidth} x ${root.scrollHeight}`);
  }
  const holds = (outer: Element | null, inner: Element): void => {
    if (outer === null) return;
    const [out, box] = [outer.getBoundingClientRect(), inner.getBoundingClientRect()];
    const isOutside = box.left >= out.right || box.top >= out.bottom;
    // The space after the last word of a line reaches beyond it by a margin of its own.
    const spare = Math.min(0, Number.parseFloat(getComputedStyle(inner).marginRight));
    const isInside = box.right + spare <= out.right + 1 && box.bottom <= out.bottom + 1;
    if (!isOutside && !isInside) cut.push(inner.textContent ?? '');
  };
  for (const button of document.querySelectorAll('footer button')) {
    if (button.scrollWidth > button.clientWidth + 1) cut.push(button.textContent ?? '');
  }
  for (const row of document.querySelectorAll('aside > div > *')) holds(row.parentElement, row);
  // What has no room stands in a second column, outside.
  const side = document.querySelector('aside > div');
  const price = side?.querySelector('p');
  const prices = [...document.querySelectorAll('aside h2 ~ p b, aside p s')];
  for (const part of prices) {
    const [out, box] = [side?.getBoundingClientRect(), part.getBoundingClientRect()];
    if (out !== undefined && box.left < out.right - 1 && box.right > out.right + 1) {
      cut.push(`price ${part.textContent ?? ''}`);
    }
  }
  if (
    side &&
    price &&
    price.getBoundingClientRect().left > side.getBoundingClientRect().right - 2
  ) {
    cut.push(`no price: ${price.textContent ?? ''}`);
  }
  for (const line of document.querySelectorAll('section p')) holds(line.closest('section'), line);
  return cut;
}

/** Minutes of arc by the definition of the visual angle: 2 atan(h / 2d). */
function arcMinutes(px: number, viewport: { readonly width: number; readonly height: number }) {
  const mm = (px * DIAGONAL_MM) / Math.hypot(viewport.width, viewport.height);
  return (2 * Math.atan(mm / (2 * DISTANCE_MM)) * 180 * 60) / Math.PI;
}

async function expectLegible(page: Page): Promise<void> {
  const viewport = page.viewportSize();
  if (viewport === null) throw new Error('no viewport');
  const words = await page.evaluate(readGlass);
  expect(words.length).toBeGreaterThan(4);
  for (const { text, inkPx, isCue } of words) {
    expect(arcMinutes(inkPx, viewport), text).toBeGreaterThanOrEqual(isCue ? 20 : 16);
  }
  expect(words.filter(({ isCue, isWhole }) => isCue && !isWhole)).toEqual([]);
  expect(await page.evaluate(findCut)).toEqual([]);
}

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
  const context = await browser.newContext(options);
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
  const pages = [];
  for (const options of TABLETS) pages.push(await tablet(browser, open, options));

  // Nothing to say, then what is stored about the product, then a cue.
  for (const [index, fields] of STRAINING_PRODUCTS.entries()) {
    const put = await operator.must('shelf.putProduct', { fields, linkNumber: index + 1 });
    await operator.must('shelf.arm', { linkNumber: index + 1 });
    await operator.must('shelf.go', { productId: put.productId });
    for (const page of pages) {
      await expect(page.getByRole('complementary')).toContainText(fields.name.slice(0, 4));
      await expectLegible(page);
    }
  }
  await operator.must('cue.send', { kind: 'retain', text: CUE });
  for (const page of pages) {
    await expect(page.getByText('十点整一起抽三个福袋')).toBeVisible();
    // About twenty characters stand on one page.
    await expect(page.getByText('1/2')).toHaveCount(0);
    await expectLegible(page);
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
      await expectLegible(page);
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
  await expectLegible(landscape);
  await operator.must('screens.listen', { address: open.address });
  await expect(landscape.getByText(/已重连|已连中控/)).toBeVisible();

  for (const page of pages) await page.context().close();
  await open.close();
});
