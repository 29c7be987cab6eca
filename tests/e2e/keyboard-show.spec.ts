// A whole show without a mouse: nothing here points, clicks or scrolls.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';

import { answerByPedal } from '#tests/support/answer-by-pedal.ts';
import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';

test.use({ locale: 'zh-CN', viewport: { width: 1280, height: 720 } });

const MOST_TABS = 150;

let running: RunningDesk;
test.beforeEach(async () => {
  running = await startDesk();
});
test.afterEach(() => running.remove());

/**
 * Where the next key goes: to something that is in sight and shows that it has the focus, or to the
 * desk itself, whose keys need none. Anything else is a key gone astray.
 */
function focusOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const hasSheet = document.querySelector('[role="dialog"]') !== null;
    if (element === null || element === document.body) {
      const isRoom = document.querySelector('[role="listbox"]') !== null;
      return isRoom && !hasSheet ? 'the desk' : 'lost';
    }
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const isInSight = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
    if (!isInSight) return `out of sight: ${element.tagName} ${element.textContent?.slice(0, 30)}`;
    const ring = (style: CSSStyleDeclaration): boolean =>
      style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
    // A row's ring is drawn around all of it, and a line between two parts is drawn wider.
    const after = getComputedStyle(element, '::after');
    const isLine = element.getAttribute('role') === 'separator' && after.opacity !== '0';
    // A sheet and a page have the focus as a whole before the first Tab in them.
    const isWhole = element.matches('[role="dialog"],main[tabindex="-1"]');
    if (ring(getComputedStyle(element)) || ring(after) || isLine || isWhole) return 'shown';
    return `not shown: ${element.tagName} ${element.className}`;
  });
}

async function expectAtHand(page: Page): Promise<void> {
  await expect.poll(() => focusOf(page)).toMatch(/^(shown|the desk)$/);
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await expectAtHand(page);
  }
}

/** Goes there by Tab alone; every stop on the way is seen. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await press(page, 'Tab');
  }
  throw new Error(`no Tab leads to ${String(target)}`);
}

/** Until it scrolls no more: a Tab in the middle of it moves the focus, and the page then scrolls on. */
async function settled(scrolled: Locator): Promise<void> {
  let before = -1;
  await expect
    .poll(async () => {
      const top = await scrolled.evaluate((element) => element.scrollTop);
      const isStill = top === before;
      before = top;
      return isStill;
    })
    .toBe(true);
}

async function command(page: Page, words: string, enters = 1): Promise<void> {
  await press(page, 'Control+k');
  await page.keyboard.insertText(words);
  for (let enter = 0; enter < enters; enter += 1) await page.keyboard.press('Enter');
}

/** Pairs a host's screen and lets it in; no pointer on either. */
async function pairHost(desk: Page, browser: Browser): Promise<Page> {
  await command(desk, '副屏与配对');
  const sheet = desk.getByRole('dialog', { name: '副屏' });
  await tabTo(desk, sheet.getByRole('button', { name: '开放副屏' }));
  await press(desk, 'Enter');
  await expect(sheet.getByRole('button', { name: '配对主播屏' })).toBeEnabled();
  await tabTo(desk, sheet.getByRole('button', { name: '配对主播屏' }));
  await press(desk, 'Enter');
  const link = await sheet.getByText(/http:\/\/\S+#code=\S+/).textContent();
  await press(desk, 'Escape');
  await expect(sheet).toBeHidden();
  const context = await browser.newContext({ locale: 'zh-CN' });
  const host = await context.newPage();
  await host.goto(link?.trim() ?? '');
  await desk.getByRole('button', { name: /让它进来/ }).waitFor();
  await press(desk, 'y');
  const place = host.getByRole('button', { name: '就这样' });
  const linked = host.getByText('已连中控');
  await place.or(linked).first().waitFor();
  if (await place.isVisible()) {
    await place.focus();
    await host.keyboard.press('Enter');
  }
  await expect(linked).toBeVisible();
  return host;
}

test('a show from its start to its exported review by keys alone', async ({ page, browser }) => {
  await page.goto(running.announced.url);

  // The start page: the demo, or a room of one's own; and on air.
  await tabTo(page, page.getByRole('button', { name: '开始示例' }));
  await page.keyboard.press('Enter');
  await page.locator('[data-row-key]').first().waitFor();
  await expectAtHand(page);

  // Arm, pin, take back, pin another.
  const card = page.getByRole('region', { name: '备品与弹讲解' });
  await press(page, '2');
  await expect(card).toContainText('就绪 · 2 号');
  await page.keyboard.press('Enter');
  await expect(card).toContainText('已弹 · 2 号');
  await page.keyboard.press('Control+z');
  await expect(card).toContainText('已撤销');
  await expectAtHand(page);
  await press(page, '3');
  await expect(card).toContainText('就绪 · 3 号');
  await press(page, 'Enter');
  await expect(card).toContainText('已弹 · 3 号');

  // A cue goes to the host, who answers with a pedal's key.
  const host = await pairHost(page, browser);
  await press(page, 'F1');
  const sent = page.getByRole('list', { name: '已发给主播' });
  await expect(sent.getByText('已显示').first()).toBeVisible();
  await answerByPedal(host, sent, '讲完了');
  await host.context().close();

  // A line of one's own: typed in its field, and out of it again.
  await tabTo(page, page.getByLabel('给主播写一句话'));
  await page.keyboard.insertText('喝口水');
  await press(page, 'Enter');
  await expect(sent.getByText('喝口水')).toHaveCount(1);

  // A row of the chat, and what can be done with it.
  const rows = page.getByRole('listbox', { name: '聊天消息' });
  await tabTo(page, rows);
  await press(page, 'ArrowUp', 'ArrowUp');
  await expect(rows.getByRole('option', { selected: true })).toHaveCount(1);
  await tabTo(page, page.getByRole('button', { name: '取消选择' }));
  await press(page, 'Enter');
  await expect(rows.getByRole('option', { selected: true })).toHaveCount(0);

  // A question: picked by its key, marked as answered; and back to all of the chat.
  const questions = page.getByRole('listbox', { name: '观众的问题' });
  const picked = questions.getByRole('option', { selected: true });
  await tabTo(page, page.getByRole('tab', { name: '全部' }));
  await press(page, 'q');
  await expect(questions).toBeFocused();
  await expect(async () => {
    await press(page, 'Home');
    await expect(picked).toHaveCount(1, { timeout: 1_000 });
  }).toPass();
  await press(page, 'Space');
  await expect(picked).toContainText('已标记');
  await press(page, 'Escape');
  await tabTo(page, page.getByRole('tab', { name: '提问' }));
  await press(page, 'ArrowLeft');
  await expect(rows).toBeVisible();

  // Search, and back to the desk's keys.
  await tabTo(page, page.getByRole('textbox', { name: '搜索聊天' }));
  await page.keyboard.insertText('多少');
  await press(page, 'Escape', 'Escape');

  // The moment, the next block, the chart.
  await press(page, 'b');
  await expect(page.getByText(/^已标记 \d/)).toBeVisible();
  const block = page.locator('[data-phase] b');
  await press(page, 'n');
  await expect(block).toBeVisible();
  const first = await block.textContent();
  await press(page, 'n');
  await expect(block).not.toHaveText(first ?? '');
  await press(page, 'w', 'w');

  // The palette opens and closes, and leaves the keys where they were.
  await press(page, 'Control+k', 'ArrowDown', 'Escape');
  await press(page, '4');
  await expect(card).toContainText('就绪 · 4 号');
  await press(page, 'Escape');
  await expect(card).not.toContainText('就绪 · 4 号');

  // Settings: a choice, its undo, and closed again.
  await command(page, '设置');
  const sheet = page.getByRole('dialog', { name: '设置' });
  const theme = sheet.getByLabel('明暗');
  await tabTo(page, theme);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await press(page, 'Control+z');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await press(page, 'Escape');
  await expect(sheet).toBeHidden();

  // The shelf: its filter, a row by arrows, a product armed from it.
  await press(page, 's');
  await page.keyboard.insertText('衬衫');
  await press(page, 'Tab', 'Tab', 'Tab', 'Tab');
  await tabTo(
    page,
    page
      .getByRole('list', { name: /链接号/ })
      .getByRole('button')
      .first(),
  );
  await press(page, 'Enter');
  await expect(card).toContainText('就绪 ·');
  await press(page, 's', 'Escape');

  // The end, by two presses; the review is read and exported.
  await command(page, '结束本场', 2);
  await expect(page.getByRole('heading', { name: /复盘/ })).toBeVisible();
  await expectAtHand(page);
  await expect
    .poll(async () => {
      await press(page, 'PageDown');
      return page.getByRole('main').evaluate((review) => review.scrollTop);
    })
    .toBeGreaterThan(0);
  await settled(page.getByRole('main'));
  await tabTo(page, page.getByRole('button', { name: '导出', exact: true }));
  await press(page, 'Enter');
  const csv = page.getByRole('menuitem', { name: /^CSV 表格/ });
  await expect
    .poll(async () => {
      await press(page, 'ArrowDown');
      return csv.evaluate((item) => item === document.activeElement);
    })
    .toBe(true);
  await press(page, 'Enter');
  await expect(page.getByRole('status').filter({ hasText: 'exports' })).toBeVisible();
  expect(readdirSync(join(running.dataFolder, 'exports'))).toHaveLength(1);
  await tabTo(page, page.getByRole('button', { name: '开新的一场' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /复盘/ })).toBeHidden();
  // A page of its own, whose first part is the next stop.
  await press(page, 'Tab');
});
