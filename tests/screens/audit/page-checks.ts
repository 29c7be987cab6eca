// Run inside the page by the audit: each function stands alone, as nothing of this module is there.

export type ShownText = { readonly text: string; readonly where: string };

/**
 * Texts that nobody can read whole: cut by a box that does not scroll (unless a title or a name holds
 * all of it), running out of their own box, or outside the window. Pixels of a glyph's own overhang,
 * and a third of a line of its height, are no fault.
 */
export function cutTexts(): readonly string[] {
  const SLACK_PX = 1.5;
  const OUTSIDE = 'outside the window';
  const faults = new Set<string>();
  // Without the marks that other words are put in, which are around each part of a longer text.
  const squeezed = (text: string): string =>
    text
      .replace(/[[\]~]/g, '')
      .replace(/\s+/g, ' ')
      .trim();

  function isReadElsewhere(element: Element, text: string): boolean {
    for (let box: Element | null = element; box !== null; box = box.parentElement) {
      const said = [box.getAttribute('title'), box.getAttribute('aria-label')];
      if (said.some((one) => one !== null && squeezed(one).includes(squeezed(text)))) return true;
    }
    return false;
  }

  function isForEarsAlone(element: Element): boolean {
    for (let box: Element | null = element; box !== null; box = box.parentElement) {
      if (getComputedStyle(box).clipPath === 'inset(50%)') return true;
    }
    return false;
  }

  function zoomOf(element: Element): number {
    if (!('currentCSSZoom' in element)) throw new Error('this browser does not tell its zoom');
    return Number(element.currentCSSZoom);
  }

  function faultOf(element: Element, rects: readonly DOMRect[]): string | null {
    const left = Math.min(...rects.map((rect) => rect.left));
    const right = Math.max(...rects.map((rect) => rect.right));
    const top = Math.min(...rects.map((rect) => rect.top));
    const bottom = Math.max(...rects.map((rect) => rect.bottom));
    const lineHeight = Math.max(...rects.map((rect) => rect.height));
    let isOwnBox = true;
    for (let box: Element | null = element; box !== null; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (style.display === 'contents' || style.display === 'inline') continue;
      const edge = box.getBoundingClientRect();
      // The edges are as drawn, the sizes inside before the zoom of the page.
      const zoom = zoomOf(box);
      const insideLeft = edge.left + box.clientLeft * zoom;
      const insideTop = edge.top + box.clientTop * zoom;
      const overX = Math.max(right - insideLeft - box.clientWidth * zoom, insideLeft - left);
      const overY = Math.max(bottom - insideTop - box.clientHeight * zoom, insideTop - top);
      const isCutX = style.overflowX === 'hidden' || style.overflowX === 'clip';
      const isCutY = style.overflowY === 'hidden' || style.overflowY === 'clip';
      // Left out whole, as what does not fit at a size that is read is; never a part of it.
      const isLeftOut =
        left >= edge.right - SLACK_PX ||
        (top + bottom) / 2 >= edge.bottom ||
        right <= edge.left + SLACK_PX;
      if (isLeftOut && (isCutX || isCutY)) return null;
      const isPage = box === document.body || box === document.documentElement;
      // A prompter's text goes by by itself: lines come in below and leave above.
      if (box.hasAttribute('data-mirrored')) return null;
      if (!isPage && isCutX && overX > SLACK_PX) return `cut by ${Math.round(overX)} px`;
      if (!isPage && isCutY && overY > lineHeight / 3)
        return `cut by ${Math.round(overY)} px below ${box.className}`;
      const scrolls =
        ['auto', 'scroll'].includes(style.overflowX) ||
        ['auto', 'scroll'].includes(style.overflowY);
      if (!isPage && scrolls) return null;
      if (isOwnBox && overX > 2 * SLACK_PX + box.clientLeft * zoom)
        return `out of its box by ${Math.round(overX)} px`;
      isOwnBox = false;
    }
    const isOut =
      left < -SLACK_PX ||
      right > innerWidth + SLACK_PX ||
      bottom > innerHeight + lineHeight / 3 ||
      top < -lineHeight / 3;
    return isOut ? OUTSIDE : null;
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = squeezed(node.textContent ?? '');
    if (
      element === null ||
      text === '' ||
      ['SCRIPT', 'STYLE', 'OPTION'].includes(element.tagName)
    ) {
      continue;
    }
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(
      ({ width, height }) => width > 0 && height > 0,
    );
    if (rects.length === 0 || isForEarsAlone(element)) continue;
    const fault = faultOf(element, rects);
    if (fault === null || (fault !== OUTSIDE && isReadElsewhere(element, text))) continue;
    faults.add(
      `${fault}: “${text.slice(0, 60)}” in ${element.tagName.toLowerCase()}.${element.className}`,
    );
  }

  const pen = document.createElement('canvas').getContext('2d');
  for (const input of document.querySelectorAll('input')) {
    if (pen === null || input.value !== '' || input.placeholder === '' || input.clientWidth === 0)
      continue;
    const style = getComputedStyle(input);
    pen.font = style.font;
    const room = input.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const over = pen.measureText(input.placeholder).width - room;
    if (over > SLACK_PX && input.title !== input.placeholder)
      faults.add(`placeholder cut by ${Math.round(over)} px: “${input.placeholder}”`);
  }
  return [...faults];
}

/** Every text on the screen or read out by it, but for what viewers wrote and names of languages. */
export function shownTexts(): readonly ShownText[] {
  const VIEWERS = '[data-row-key], [lang^="zh"], [translate="no"]';
  const found = new Map<string, string>();
  function add(text: string | null, element: Element): void {
    const squeezed = (text ?? '').replace(/\s+/g, ' ').trim();
    if (squeezed === '' || element.closest(VIEWERS) !== null) return;
    found.set(squeezed, `${element.tagName.toLowerCase()}.${element.className}`);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || ['SCRIPT', 'STYLE'].includes(element.tagName)) continue;
    if (element.tagName === 'OPTION' || element.checkVisibility({ visibilityProperty: true })) {
      add(node.textContent, element);
    }
  }
  for (const element of document.body.querySelectorAll(
    '[title], [aria-label], [placeholder], [alt], [aria-description]',
  )) {
    for (const name of ['title', 'aria-label', 'placeholder', 'alt', 'aria-description']) {
      add(element.getAttribute(name), element);
    }
  }
  add(document.title, document.documentElement);
  return [...found].map(([text, where]) => ({ text, where }));
}

/** What still moves although the system asks for calm. */
export function movingParts(): readonly string[] {
  const faults = new Set<string>();
  const seconds = (list: string): number =>
    Math.max(
      ...list.split(',').map((one) => parseFloat(one) * (one.trim().endsWith('ms') ? 0.001 : 1)),
    );
  for (const element of document.querySelectorAll('*')) {
    for (const part of [null, '::before', '::after']) {
      const style = getComputedStyle(element, part);
      if (part !== null && style.content === 'none') continue;
      const moves =
        seconds(style.transitionDuration) > 0 ||
        (style.animationName !== 'none' && seconds(style.animationDuration) > 0);
      if (moves || style.scrollBehavior === 'smooth') {
        faults.add(`moves: ${element.tagName.toLowerCase()}.${element.className}${part ?? ''}`);
      }
    }
  }
  return [...faults];
}

/** The element with the focus, and whether anything shows that it has it. */
export function focusStop(): {
  readonly name: string;
  readonly isSeen: boolean;
  readonly isEnd: boolean;
} {
  const element = document.activeElement;
  if (element === null || element === document.body) return { name: '', isSeen: true, isEnd: true };
  const style = getComputedStyle(element);
  const after = getComputedStyle(element, '::after');
  const hasOutline = [style, after].some(
    ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
  );
  const hasLine =
    after.content !== 'none' &&
    after.opacity === '1' &&
    after.backgroundColor !== 'rgba(0, 0, 0, 0)';
  const isMarked =
    document.documentElement.contains(element) && element.getBoundingClientRect().width > 0;
  const text = (element.getAttribute('aria-label') ?? element.textContent ?? '')
    .trim()
    .slice(0, 40);
  return {
    name: `${element.tagName.toLowerCase()}.${element.className} “${text}”`,
    isSeen: isMarked && (hasOutline || hasLine),
    isEnd: false,
  };
}
