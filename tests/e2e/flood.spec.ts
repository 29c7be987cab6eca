import { expect, test } from '@playwright/test';

import { Flood } from '#tests/support/flood.ts';
import { FLOOD_CHANNEL, serialMark } from '#tests/support/flood-lines.ts';
import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';
import { countRows } from '#tests/support/stored-events.ts';

import { startLiveRoom } from './chat-rows.ts';

test.use({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });

const PER_SECOND = 5_000;
const SECONDS = 3;

let running: RunningDesk;
let flood: Flood;
test.beforeEach(async () => {
  running = await startDesk();
  flood = await Flood.start();
});
test.afterEach(async () => {
  flood.close();
  await running.remove();
});

test('a flood is counted to the last message; the list stays at its end and keys are answered', async ({
  page,
}) => {
  await page.goto(running.announced.url);
  await startLiveRoom(page, FLOOD_CHANNEL, flood.url);
  await flood.joined();
  const sending = flood.send(PER_SECOND, SECONDS);
  await expect(page.locator('[data-row-key]').nth(20)).toBeVisible();
  // In the middle of it the desk answers a key.
  await page.locator('body').press('?');
  await expect(page.getByRole('heading', { name: '快捷键' })).toBeVisible();
  await page.keyboard.press('Escape');
  const sent = await sending;
  expect(sent).toBe(PER_SECOND * SECONDS);

  // Taken by the page, stored by the core, rolled up: the same number.
  await expect(page.locator('[data-taken]')).toHaveAttribute('data-taken', String(sent));
  const { storePath } = running;
  expect(countRows(storePath, 'SELECT count(*) FROM events WHERE kind = 1')).toBe(sent);
  expect(countRows(storePath, 'SELECT sum(chats) FROM minute_counts')).toBe(sent);

  // Pinned: the last message stands at the end of the list, in sight.
  const list = page.getByRole('listbox', { name: '聊天消息' });
  const seen = list.locator(':scope > :not([inert])');
  await expect(seen.getByText(serialMark(sent - 1))).toBeInViewport();
  await expect(page.getByRole('button', { name: /条新消息|回到最新/ })).toBeHidden();
});
