import axe, { type AxeResults, type RunOnly, type RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';

import { type Camera, type Shot, showTheme, type Theme } from '../camera.ts';
import { servePseudoPages, setPseudo } from '../pseudo/pseudo-pages.ts';
import { cutTexts, focusStop, movingParts, shownTexts } from './page-checks.ts';
import { hasOwnHan, plainWords, writtenWords } from './pseudo-words.ts';

const ALL: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** A theme changes colours and nothing else, so the second one is asked for those alone. */
const COLOURS: RunOnly = { type: 'rule', values: ['color-contrast'] };
/** Both languages of the product fit the small desk; one that takes 40 % more has the usual one. */
const SMALL_DESK = { width: 1280, height: 720 };
const LARGE_DESK = { width: 1440, height: 900 };
/** More stops than any screen has before it scrolls. */
const MOST_STOPS = 120;

/** Screens that are walked through with the Tab key; what a sheet lies over is walked with it. */
const WALKED = new Set(['start', 'set-up-room', 'planned', 'desk', 'settings', 'review', 'data']);

type AxeInPage = { run(context: Document, options: RunOptions): Promise<AxeResults> };

/** Looks for everything that would keep somebody from reading or using a state. */
export class AuditCamera implements Camera {
  readonly isPatient: boolean;
  readonly faults: string[] = [];
  /** States that were looked at. */
  looks = 0;
  readonly #hasPseudo: boolean;

  /** `hasPseudo`: pages that can show their own words in letters no other text has, already built. */
  constructor(hasPseudo: boolean, isPatient: boolean) {
    this.isPatient = isPatient;
    this.#hasPseudo = hasPseudo;
  }

  async prepare(page: Page): Promise<void> {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    if (!this.#hasPseudo) return;
    // Pages that are handed in come from no address, and may not speak to this machine by themselves.
    await page
      .context()
      .grantPermissions(['local-network-access', 'clipboard-read', 'clipboard-write']);
    await servePseudoPages(page);
  }

  async take(shot: Shot): Promise<void> {
    const { page } = shot;
    this.looks += 1;
    for (const theme of shot.kind === 'plain'
      ? (['dark'] as const)
      : (['dark', 'light'] as const)) {
      await showTheme(page, theme);
      await settled(page);
      this.#note(shot, await axeFaults(page, theme, theme === 'dark' ? ALL : COLOURS));
    }
    this.#note(shot, await page.evaluate(cutTexts));
    this.#note(shot, await page.evaluate(movingParts));
    if (shot.language === 'en') this.#note(shot, await hanTexts(shot));
    if (this.#hasPseudo) this.#note(shot, await pseudoFaults(shot));
    if (WALKED.has(shot.name)) this.#note(shot, await unseenStops(page));
  }

  #note({ group, name, language }: Shot, faults: readonly string[]): void {
    this.faults.push(...faults.map((fault) => `${group}/${name} ${language}: ${fault}`));
  }
}

/** Two drawings later everything that a change of theme or words brings is there. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}

async function axeFaults(page: Page, theme: Theme, rules: RunOnly): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate(async (runOnly) => {
    const { axe: inPage } = window as typeof window & { readonly axe: AxeInPage };
    const { violations: found } = await inPage.run(document, {
      runOnly,
      resultTypes: ['violations'],
      elementRef: false,
    });
    return found.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 6)
        .map(({ html, any }) => `${id} ${any[0]?.message ?? ''} ${html.slice(0, 160)}`),
    );
  }, rules);
  return violations.map((fault) => `axe, ${theme}: ${fault}`);
}

async function hanTexts({ page, written }: Shot): Promise<readonly string[]> {
  const texts = await page.evaluate(shownTexts);
  const known = written();
  return texts
    .filter(({ text }) => hasOwnHan(text, known))
    .map(({ text, where }) => `Chinese in English: “${text.slice(0, 60)}” in ${where}`);
}

async function pseudoFaults({ page, name, written }: Shot): Promise<readonly string[]> {
  // A page without a script has its words in the main process.
  if (!(await page.evaluate(() => document.getElementById('root') !== null))) return [];
  const size = page.viewportSize();
  if (size?.width === SMALL_DESK.width) await page.setViewportSize(LARGE_DESK);
  await setPseudo(page, true);
  await settled(page);
  const [texts, cut] = [await page.evaluate(shownTexts), await page.evaluate(cutTexts)];
  await setPseudo(page, false);
  if (size !== null) await page.setViewportSize(size);
  await settled(page);
  const known = writtenWords(written());
  const foreign = texts.flatMap(({ text, where }) => {
    const words = plainWords(text, known);
    return words.length === 0
      ? []
      : [`not of the messages: ${words.join(' ')} (“${text.slice(0, 60)}” in ${where})`];
  });
  // Type there is set by the angle it is seen at: what does not fit is another test's (anchor-type).
  const isByAngle = name.startsWith('anchor-');
  return [...foreign, ...(isByAngle ? [] : cut.map((fault) => `pseudo: ${fault}`))];
}

/** Stops of the Tab key at which nothing shows where the focus is. */
async function unseenStops(page: Page): Promise<readonly string[]> {
  const unseen = new Set<string>();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const { name, isSeen, isEnd } = await page.evaluate(focusStop);
    if (isEnd) break;
    if (!isSeen) unseen.add(`focus not visible: ${name}`);
  }
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  return [...unseen];
}
