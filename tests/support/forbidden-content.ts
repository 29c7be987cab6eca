import type { Page } from '@playwright/test';

/** What a page reported and whether any of it had an effect. */
export type ForbiddenOutcome = {
  readonly effects: readonly string[];
  /** Directives of the `securitypolicyviolation` events, each once, sorted. */
  readonly violated: readonly string[];
};

const OUTCOME = 'cuedeskForbidden';

/** Puts into a real page everything its policy forbids. */
export async function putForbidden(page: Page): Promise<void> {
  await page.evaluate(async (name) => {
    const effects: string[] = [];
    const violated = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => {
      violated.add(event.effectiveDirective);
    });
    const style = (): readonly string[] =>
      [document.body, document.getElementById('styled')].map((element) =>
        element === null ? '' : getComputedStyle(element).getPropertyValue('--stolen'),
      );
    Object.assign(globalThis, {
      effect: (what: string) => effects.push(what),
      [name]: () => ({
        effects: style().some((value) => value !== '') ? [...effects, 'style'] : effects,
        violated: [...violated].toSorted(),
      }),
    });
    const put = (html: string): void => {
      const holder = document.createElement('div');
      holder.innerHTML = html;
      document.body.append(holder);
    };
    const script = document.createElement('script');
    script.textContent = 'effect("inline script")';
    document.head.append(script);
    const remote = document.createElement('script');
    remote.src = 'https://evil.example/x.js';
    document.head.append(remote);
    put('<img src="cuedesk:x" onerror="effect(\'handler\')">');
    put('<style>body { --stolen: 1px }</style>');
    put('<p style="--stolen: 2px" id="styled">x</p>');
    put('<iframe src="https://evil.example/"></iframe>');
    put('<object data="https://evil.example/x"></object>');
    put('<img src="https://evil.example/x.png">');
    put('<a href="javascript:effect(\'link\')" id="link">x</a>');
    document.getElementById('link')?.click();
    await fetch('https://evil.example/').then(
      () => effects.push('fetch'),
      () => null,
    );
  }, OUTCOME);
}

/** What came of it so far; reports of frames come a little later. */
export function forbiddenOutcome(page: Page): Promise<ForbiddenOutcome> {
  return page.evaluate((name) => {
    const read: unknown = Reflect.get(globalThis, name);
    if (typeof read !== 'function') throw new Error('nothing was put into the page');
    return read() as ForbiddenOutcome;
  }, OUTCOME);
}

/** What every page of the product must report when all of that is tried. */
export const EXPECTED_VIOLATIONS: readonly string[] = [
  'connect-src',
  'frame-src',
  'img-src',
  'object-src',
  'script-src-attr',
  'script-src-elem',
  'style-src-attr',
  'style-src-elem',
];
