import { expect, type Locator, type Page, test } from '@playwright/test';

import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';

test.use({ locale: 'zh-CN', viewport: { width: 1280, height: 720 } });

/** What happens in the room while the pointer stays on one row. */
const EVENTS_MEANWHILE = 400;

let running: RunningDesk;
test.beforeEach(async ({ page }) => {
  running = await startDesk(['--demo']);
  await page.goto(running.announced.url);
  await page.locator('[data-row-key]').first().waitFor();
});
test.afterEach(() => running.remove());

/** Everything that is in the store, as the desk says it. */
async function storedEvents(page: Page): Promise<number> {
  const line = await page
    .getByText(/条已存盘/)
    .last()
    .textContent();
  return Number((line ?? '').replaceAll(/[,，]/g, '').match(/\d+/)?.[0] ?? 0);
}

/** Aims at the row in the middle of this while the show runs; gives every row that was under the pointer. */
async function rowsUnder(page: Page, place: Locator): Promise<readonly string[]> {
  const box = await place.boundingBox();
  if (box === null) throw new Error('it is not on the page');
  const point = { x: box.x + box.width / 3, y: box.y + box.height / 2 };
  await page.mouse.move(point.x, point.y);
  await page.mouse.move(point.x + 1, point.y);
  await page.evaluate(({ x, y }) => {
    const seen = new Set<string>();
    Object.assign(window, { seenUnder: seen });
    const look = (): void => {
      const under = document.elementFromPoint(x, y)?.closest('[data-row-key],li');
      seen.add(
        under?.getAttribute('data-row-key') ??
          under?.getAttribute('data-product-id') ??
          under?.textContent ??
          'none',
      );
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, point);
  const before = await storedEvents(page);
  let step = 0;
  await expect
    .poll(async () => {
      step += 1;
      await page.mouse.move(point.x + (step % 2), point.y);
      return storedEvents(page);
    })
    .toBeGreaterThan(before + EVENTS_MEANWHILE);
  return page.evaluate(() => [...(Object(window).seenUnder as Set<string>)]);
}

test('the row that somebody aims at stays under the pointer while the show runs on', async ({
  page,
}) => {
  await page.getByLabel('播放速度').selectOption('20');
  await page.getByRole('tab', { name: '话术库' }).click();
  await page.locator('body').press('F1');
  const targets = {
    shelf: page.locator('[data-product-id]').nth(2),
    deck: page.getByRole('list', { name: '话术库' }).getByRole('listitem').nth(1),
    chat: page.getByRole('listbox', { name: '聊天消息' }),
  };
  for (const [name, place] of Object.entries(targets)) {
    expect(await rowsUnder(page, place), name).toHaveLength(1);
  }
  // It goes on as soon as the pointer is elsewhere.
  const newest = () => page.locator('[data-row-key]').last().getAttribute('data-row-key');
  const held = await newest();
  await page.mouse.move(640, 10);
  await expect.poll(newest).not.toBe(held);
});
