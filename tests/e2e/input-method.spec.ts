import { expect, test, type CDPSession, type Page } from '@playwright/test';

import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';

test.use({ locale: 'zh-CN', viewport: { width: 1280, height: 720 } });

let running: RunningDesk;
let chromium: CDPSession;
test.beforeEach(async ({ page }) => {
  running = await startDesk(['--demo']);
  await page.goto(running.announced.url);
  await expect(page.locator('[data-row-key]').first()).toBeVisible();
  chromium = await page.context().newCDPSession(page);
});
test.afterEach(() => running.remove());

/** Letters that an input method shows while it composes. */
async function compose(text: string): Promise<void> {
  const selectionStart = text.length;
  await chromium.send('Input.imeSetComposition', {
    text,
    selectionStart,
    selectionEnd: selectionStart,
  });
}

/** What the input method puts in their place. */
async function commit(text: string): Promise<void> {
  await chromium.send('Input.insertText', { text });
}

/** A key that the input method takes for itself, as Chromium tells the page of it. */
async function takenKey(code: string): Promise<void> {
  for (const type of ['rawKeyDown', 'keyUp'] as const) {
    await chromium.send('Input.dispatchKeyEvent', {
      type,
      key: 'Process',
      code,
      windowsVirtualKeyCode: 229,
    });
  }
}

const armed = (page: Page) => page.locator('output', { hasText: /^就绪/ });

test('while Chinese is composed no key acts: palette, search, cue, sheet', async ({ page }) => {
  // The palette: Enter and Esc end the letters, and nothing else.
  await page.locator('body').press('Control+k');
  const palette = page.getByRole('region', { name: '命令' });
  const query = palette.getByRole('textbox');
  await compose('xizhuang');
  await expect(query).toHaveValue('xizhuang');
  for (const key of ['Enter', 'ArrowDown', 'Escape', 'Control+k']) await page.keyboard.press(key);
  await takenKey('Enter');
  await takenKey('Escape');
  await expect(palette).toBeVisible();
  await commit('西装');
  await expect(query).toHaveValue('西装');
  await expect(armed(page)).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(armed(page)).toContainText('3');

  // The chat's search: Esc is the method's first, and empties the field afterwards.
  await page.locator('body').press('Escape');
  await expect(armed(page)).toBeHidden();
  await page.locator('body').press('/');
  const search = page.getByPlaceholder(/搜索/).first();
  await expect(search).toBeFocused();
  await compose('fahuo');
  await page.keyboard.press('Escape');
  await takenKey('Escape');
  await commit('发货');
  await expect(search).toHaveValue('发货');
  await page.keyboard.press('Escape');
  await expect(search).toHaveValue('');

  // A line to the host: Enter sends it only when it is whole.
  const cue = page.getByLabel('给主播写一句话');
  await cue.focus();
  await compose('heshui');
  await page.keyboard.press('Enter');
  await takenKey('Enter');
  await commit('喝口水');
  await expect(cue).toHaveValue('喝口水');
  const sent = page.getByText('喝口水', { exact: true });
  await expect(sent).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(sent).toHaveCount(1);
  await expect(page.getByText('heshui')).toHaveCount(0);

  // A sheet: Esc closes it only when nothing is composed.
  await page.getByRole('button', { name: '设置', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: '设置' });
  await compose('biaoji');
  await page.keyboard.press('Escape');
  await takenKey('Escape');
  await commit('标记此刻');
  await expect(sheet.getByRole('group')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  // The desk itself, with the input method on and no field: its keys are not the desk's.
  await page.locator('body').click({ position: { x: 5, y: 40 } });
  for (const code of ['KeyB', 'Digit3', 'KeyN', 'Enter']) await takenKey(code);
  await page.locator('body').press('2');
  await expect(armed(page)).toContainText('2');
  await expect(page.getByText(/^已标记 \d/)).toHaveCount(0);
});

test('a key is chosen by pressing it, holds after a reload, and goes back', async ({ page }) => {
  await page.getByRole('button', { name: '设置', exact: true }).click();
  await page.getByRole('button', { name: '更换“标记此刻”的快捷键' }).click();
  await takenKey('KeyM');
  await page.keyboard.press('m');
  const row = page.getByRole('group', { name: '标记此刻' });
  await expect(row).toContainText('M');
  await page.reload();
  await expect(page.locator('[data-row-key]').first()).toBeVisible();
  await page.locator('body').press('b');
  await page.locator('body').press('m');
  await expect(page.getByText(/^已标记 \d/)).toHaveCount(1);
  await page.getByRole('button', { name: '设置', exact: true }).click();
  await page.getByRole('button', { name: '把“标记此刻”还原成 B' }).click();
  await expect(row).toContainText('B');
});
