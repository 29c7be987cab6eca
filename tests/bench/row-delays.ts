import type { Page } from '@playwright/test';

/**
 * From now on the page notes, for every chat row that comes into it with a stamp of its sending, how
 * long that took until the next frame was drawn; `pattern` finds the stamp, base 36 of UTC
 * milliseconds. `takeDelays` gives what came since it was asked last.
 */
export async function watchRows(page: Page, pattern: string): Promise<void> {
  await page.evaluate((stamp) => {
    const find = new RegExp(stamp);
    const delays: number[] = [];
    Reflect.set(window, 'rowDelays', delays);
    const seen = new Set<string>();
    new MutationObserver(() => {
      const sent: number[] = [];
      for (const row of document.querySelectorAll<HTMLElement>('[data-row-key]')) {
        const key = row.dataset['rowKey'] ?? '';
        if (seen.has(key)) continue;
        seen.add(key);
        const found = find.exec(row.querySelector('p')?.textContent ?? '');
        if (found !== null) sent.push(Number.parseInt(found[1] ?? '', 36));
      }
      if (sent.length === 0) return;
      requestAnimationFrame(() => {
        const now = Date.now();
        for (const sentTs of sent) delays.push(now - sentTs);
      });
    }).observe(document.body, { childList: true, subtree: true });
  }, pattern);
}

export function takeDelays(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const delays: unknown = Reflect.get(window, 'rowDelays');
    return Array.isArray(delays) ? delays.splice(0).map(Number) : [];
  });
}
