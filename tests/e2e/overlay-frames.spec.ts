import {
  type Browser,
  type BrowserContextOptions,
  expect,
  type Page,
  test,
} from '@playwright/test';

import type { ProductId } from '#shared/model/ids.ts';
import { type OpenDesk, startOpenDesk } from '#tests/support/desk-with-screens.ts';
import { STRAINING_PRODUCTS } from '#tests/support/sample-products.ts';

test.describe.configure({ timeout: 180_000 });

type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};
/** A card as one frame painted it. */
type Sight = {
  readonly name: string;
  readonly isLeaving: boolean;
  readonly opacity: number;
  readonly background: string;
  readonly position: string;
  readonly box: Box;
};

/** Where a card may be: inside the title-safe area, and the way it comes in by (16 of 1080 lines). */
const LANDSCAPE: Box = { left: 96, top: 54, right: 1824, bottom: 1008 + 16 };
const PORTRAIT: Box = { left: 48, top: 96, right: 880, bottom: 1300 + 16 };

/** Keeps what every frame of the page shows, from its first one on. */
function recordFrames(): void {
  const frames: string[] = [];
  Object.assign(globalThis, { frames });
  const look = (): void => {
    const cards = [...document.querySelectorAll('article')].map((card) => {
      const { opacity, backgroundColor, position } = getComputedStyle(card);
      const { left, top, right, bottom } = card.getBoundingClientRect();
      return {
        name: card.querySelector('h1')?.textContent ?? '',
        isLeaving: card.dataset['leaving'] === 'true',
        opacity: Number(opacity),
        background: backgroundColor,
        position,
        box: { left, top, right, bottom },
      };
    });
    const text = JSON.stringify(cards);
    if (frames[frames.length - 1] !== text) frames.push(text);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function framesOf(page: Page): Promise<readonly (readonly Sight[])[]> {
  const texts = await page.evaluate<string[]>('frames');
  return texts.map((text) => JSON.parse(text) as Sight[]);
}

const isInside = (box: Box, area: Box): boolean =>
  box.left >= area.left - 1 &&
  box.top >= area.top - 1 &&
  box.right <= area.right + 1 &&
  box.bottom <= area.bottom + 1;

/** The looks in which cards were painted, one after the other. */
function looksOf(frames: readonly (readonly Sight[])[]): readonly string[] {
  const looks = frames
    .flat()
    .map(({ background }) => (background.startsWith('rgba(255') ? 'bright' : 'night'));
  return looks.filter((look, index) => look !== looks[index - 1]);
}

/** What of a picture is not transparent; null for nothing. Read by a page of its own. */
function opaqueBox(judge: Page, png: Buffer): Promise<Box | null> {
  return judge.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = picture;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const box = { left: width, top: height, right: 0, bottom: 0 };
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        if (data[(y * width + x) * 4 + 3] === 0) continue;
        box.left = Math.min(box.left, x);
        box.right = Math.max(box.right, x + 1);
        box.top = Math.min(box.top, y);
        box.bottom = Math.max(box.bottom, y + 1);
      }
    }
    return box.right === 0 ? null : box;
  }, png.toString('base64'));
}

async function overlay(
  browser: Browser,
  open: OpenDesk,
  cookie: string,
  options: BrowserContextOptions & { readonly look: string },
): Promise<Page> {
  const { look, ...rest } = options;
  const context = await browser.newContext({ locale: 'zh-CN', ...rest });
  const origin = `http://${open.address}:${open.port}`;
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  await page.addInitScript(recordFrames);
  await page.goto(`${origin}/overlay/${look}`);
  return page;
}

type Shot = { readonly page: Page; readonly png: Buffer };

/** Takes pictures without a background one after the other until `work` is done. */
async function photographed(
  pages: readonly Page[],
  work: () => Promise<void>,
): Promise<readonly Shot[]> {
  const shots: Shot[] = [];
  let isDone = false;
  const camera = (async () => {
    while (!isDone) {
      for (const page of pages) {
        shots.push({ page, png: await page.screenshot({ omitBackground: true }) });
      }
    }
  })();
  try {
    await work();
  } finally {
    isDone = true;
    await camera;
  }
  return shots;
}

test('the overlay comes, changes, goes and is given another look without a flash, inside its area', async ({
  browser,
}) => {
  const open = await startOpenDesk();
  const { operator } = open;
  const ids: ProductId[] = [];
  for (const [index, fields] of STRAINING_PRODUCTS.entries()) {
    const put = await operator.must('shelf.putProduct', { fields, linkNumber: index + 1 });
    ids.push(put.productId);
  }
  const go = async (linkNumber: number): Promise<void> => {
    await operator.must('shelf.arm', { linkNumber });
    const productId = ids[linkNumber - 1];
    if (productId === undefined) throw new Error(`no product ${linkNumber}`);
    await operator.must('shelf.go', { productId });
  };
  const cookie = await open.letIn('overlay');
  const wide = { viewport: { width: 1920, height: 1080 }, look: '' };
  const tall = { viewport: { width: 1080, height: 1920 }, look: '?look=bright' };
  const landscape = await overlay(browser, open, cookie, wide);
  const portrait = await overlay(browser, open, cookie, tall);
  const still = await overlay(browser, open, cookie, {
    ...wide,
    look: '?look=night',
    reducedMotion: 'reduce',
  });
  const pages = [landscape, portrait, still];
  const shows = async (name: string | null): Promise<void> => {
    for (const page of pages) {
      const names = page.getByRole('heading');
      await expect(names).toHaveText(name === null ? [] : [name]);
    }
  };

  /** Chosen on the desk; the one whose address names no look follows, with the card it shows. */
  const choose = async (overlayLook: 'night' | 'bright'): Promise<void> => {
    await operator.must('settings.change', { overlayLook });
    await expect(landscape.locator('html')).toHaveAttribute('data-look', overlayLook);
  };

  const going = await photographed([landscape, portrait], async () => {
    for (const linkNumber of [1, 2, 3]) {
      await go(linkNumber);
      await shows(STRAINING_PRODUCTS[linkNumber - 1]?.name ?? '');
      if (linkNumber === 2) await choose('bright');
    }
  });
  expect(looksOf(await framesOf(landscape))).toEqual(['night', 'bright']);
  // A picture asked for while its page goes away may never come: the frames tell of this moment.
  await landscape.reload();
  const leaving = await photographed([landscape, portrait], async () => {
    await shows(STRAINING_PRODUCTS[2]?.name ?? '');
    await choose('night');
    await operator.must('shelf.takeDown', {});
    await shows(null);
  });
  const shots = [...going, ...leaving];

  const judge = await browser.newPage();
  const boxes = [];
  for (const { page, png } of shots) {
    const area = page === landscape ? LANDSCAPE : PORTRAIT;
    const box = await opaqueBox(judge, png);
    boxes.push(box);
    if (box !== null) expect(isInside(box, area), JSON.stringify(box)).toBe(true);
  }
  expect(boxes.filter((box) => box !== null).length).toBeGreaterThan(0);
  expect(await opaqueBox(judge, await landscape.screenshot({ omitBackground: true }))).toBeNull();

  for (const page of pages) {
    const area = page === portrait ? PORTRAIT : LANDSCAPE;
    const frames = await framesOf(page);
    // Loaded anew, it has the look of the desk in the first frame that has a card.
    const looks = new Map([
      [portrait, ['bright']],
      [landscape, ['bright', 'night']],
      [still, ['night']],
    ]);
    expect(looksOf(frames)).toEqual(looks.get(page));
    const opacities = new Map<string, number>();
    for (const card of frames.flat()) {
      // Never a frame without its style, and never one outside.
      expect(card.position).toBe('absolute');
      expect(card.background).toMatch(/^rgba\((255, 255, 255|14, 17, 21)/);
      expect(isInside(card.box, area), JSON.stringify(card)).toBe(true);
      if (page === still) {
        expect(card.opacity).toBe(card.isLeaving ? 0 : 1);
        continue;
      }
      // From nothing to whole, from whole to nothing, and never back.
      const key = `${card.name} ${String(card.isLeaving)}`;
      const before = opacities.get(key) ?? (card.isLeaving ? 1 : 0);
      // A busy machine may skip the very first frame of one that comes, never show it whole.
      if (!opacities.has(key) && !card.isLeaving) expect(card.opacity).toBeLessThan(1);
      if (card.isLeaving) expect(card.opacity).toBeLessThanOrEqual(before);
      else expect(card.opacity).toBeGreaterThanOrEqual(before);
      opacities.set(key, card.opacity);
    }
    expect(frames[frames.length - 1]).toEqual([]);
  }
  for (const page of [...pages, judge]) await page.context().close();
  await open.close();
});
