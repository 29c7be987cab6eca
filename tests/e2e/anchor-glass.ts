import { expect, type Page } from '@playwright/test';

/** A screen, where it stands, and what it shows at. */
export type Device = {
  readonly locale: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly diagonalInches: number;
  readonly distanceMetres: number;
};

const MM_PER_INCH = 25.4;

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
  for (const line of document.querySelectorAll('section p')) {
    // A prompter's text goes by: its lines come in below and leave above.
    if (line.closest('[data-mirrored]') === null) holds(line.closest('section'), line);
  }
  return cut;
}

/** Minutes of arc by the definition of the visual angle: 2 atan(h / 2d). */
function arcMinutes(px: number, { viewport, diagonalInches, distanceMetres }: Device) {
  const mm = (px * diagonalInches * MM_PER_INCH) / Math.hypot(viewport.width, viewport.height);
  return (2 * Math.atan(mm / (2 * distanceMetres * 1_000)) * 180 * 60) / Math.PI;
}

/** Everything on the glass can be read from where the host stands, and nothing is cut. */
export async function expectLegible(page: Page, device: Device): Promise<void> {
  const words = await page.evaluate(readGlass);
  expect(words.length).toBeGreaterThan(4);
  for (const { text, inkPx, isCue } of words) {
    expect(arcMinutes(inkPx, device), text).toBeGreaterThanOrEqual(isCue ? 20 : 16);
  }
  expect(words.filter(({ isCue, isWhole }) => isCue && !isWhole)).toEqual([]);
  expect(await page.evaluate(findCut)).toEqual([]);
}
