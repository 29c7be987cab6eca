import type { Browser } from '@playwright/test';

import type { Payload } from '#tests/support/payloads.ts';

import { Canary } from './canary.ts';

/**
 * How many payloads run, or ask for another host, in a page that takes them for markup. Without any
 * the canary could not be trusted.
 */
export async function alivePayloads(
  browser: Browser,
  origin: string,
  payloads: readonly Payload[],
): Promise<number> {
  const context = await browser.newContext({ bypassCSP: true });
  const canary = await Canary.on(context, origin);
  const page = await context.newPage();
  const signs = (): number => canary.executed.length + canary.foreign.length;
  let alive = 0;
  for (const { text } of payloads) {
    // Some lead the page away.
    if (!page.url().startsWith(origin)) await page.goto(`${origin}/anchor/`);
    const before = signs();
    try {
      await page.evaluate(async (html) => {
        document.body.replaceChildren(document.createRange().createContextualFragment(html));
        await new Promise((resolve) => {
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        });
      }, text);
    } catch (error) {
      // A page that is led away takes the answer with it.
      if (!String(error).includes('context was destroyed')) throw error;
    }
    if (signs() > before) alive += 1;
  }
  await context.close();
  return alive;
}
