import { expect, type Locator, type Page, test } from '@playwright/test';

import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';

test.use({ locale: 'zh-CN', viewport: { width: 1280, height: 720 } });

let running: RunningDesk;
test.beforeEach(async ({ page }) => {
  running = await startDesk(['--demo']);
  await page.goto(running.announced.url);
  await page.locator('[data-row-key]').first().waitFor();
});
test.afterEach(() => running.remove());

/** What an operator reads or presses while on air. */
function keyControls(page: Page) {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  return {
    'show clock': page.getByRole('timer', { name: '开播时长' }),
    pause: button('暂停'),
    end: button(/^结束$/),
    settings: button('设置'),
    'chat tabs': page.getByRole('tab').first(),
    'last chat tab': page.getByRole('tab').last(),
    'chat in its own window': button(/聊天：在单独/),
    'chat rows': page.getByRole('listbox', { name: '聊天消息' }),
    'chat search': page.getByRole('textbox', { name: '搜索聊天' }),
    'first figure': page.getByRole('heading', { name: '在线人数' }),
    'last figure': page.getByRole('heading', { name: /^成交额/ }),
    'span of the chart': button(/^近 30 分钟/),
    'next block': button(/下一段/),
    'who sends': page.getByRole('combobox', { name: '谁来发送' }),
    'line to the host': page.getByLabel('给主播写一句话'),
    'product filter': page.getByRole('searchbox', { name: '筛选商品' }),
    'add product': button('添加商品'),
    'first product': page.getByRole('list', { name: /商品/ }).getByRole('button').first(),
    'all keys': button(/全部快捷键/),
  };
}

/** Why a control cannot be read or pressed; empty when it can. */
function faultOf(control: Locator): Promise<string> {
  return control.first().evaluate((element) => {
    const box = element.getBoundingClientRect();
    const isInside =
      box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
    if (!isInside || box.width < 8 || box.height < 8) {
      return `${[box.left, box.top, box.right, box.bottom].map(Math.round).join(' ')} is outside`;
    }
    // At both ends and in the middle nothing else lies over it.
    const inset = Math.min(4, box.width / 4);
    const y = box.top + box.height / 2;
    const points = [box.left + inset, box.left + box.width / 2, box.right - inset];
    const covered = points.flatMap((x) => {
      const top = document.elementFromPoint(x, y);
      const isOwn = top !== null && (element.contains(top) || top.contains(element));
      return isOwn ? [] : [`${top?.tagName} ${top?.textContent} lies over it`];
    });
    return covered[0] ?? '';
  });
}

async function faultsOf(page: Page): Promise<readonly string[]> {
  const controls = Object.entries(keyControls(page));
  const found = await Promise.all(
    controls.map(async ([name, control]) => [name, await faultOf(control)] as const),
  );
  return found.flatMap(([name, fault]) => (fault === '' ? [] : [`${name}: ${fault}`]));
}

/** The panels of the desk as they stand, and the page's own overflow. */
function layout(page: Page) {
  return page.evaluate(() => {
    const names = ['聊天', '人气曲线', '备品与弹讲解', '货架', '流程'];
    const boxes = [...document.querySelectorAll('section')].flatMap((section) => {
      const labelledBy = section.getAttribute('aria-labelledby');
      const heading = labelledBy === null ? null : document.getElementById(labelledBy);
      const name = section.getAttribute('aria-label') ?? heading?.textContent ?? '';
      const { left, top, right, bottom } = section.getBoundingClientRect();
      return names.some((each) => name.startsWith(each))
        ? [{ name, left, top, right, bottom }]
        : [];
    });
    const overlapping = boxes.flatMap((a, index) =>
      boxes.slice(index + 1).flatMap((b) => {
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        return wide > 1 && high > 1 ? [`${a.name} and ${b.name}`] : [];
      }),
    );
    const row = document.querySelector<HTMLElement>('li[data-product-id]');
    const list = row?.closest('ol') ?? null;
    return {
      panels: boxes.map(({ name }) => name),
      overlapping,
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      down: document.documentElement.scrollHeight - document.documentElement.clientHeight,
      rowsInSight: (list?.clientHeight ?? 0) / (row?.offsetHeight ?? 1),
      /** Widths in percent of the window. */
      columns: boxes.map(({ left, right }) => Math.round(((right - left) / innerWidth) * 100)),
    };
  });
}

async function expectUsable(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  const found = await layout(page);
  expect(found.panels.length).toBeGreaterThanOrEqual(4);
  expect(found.overlapping).toEqual([]);
  expect(found).toMatchObject({ sideways: 0, down: 0 });
  expect(found.rowsInSight).toBeGreaterThan(1.9);
}

/** Buttons in the heads of panels that stand over their panel's edge; a list there scrolls. */
function cutInHeads(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('section')].flatMap((section) => {
      const edge = section.getBoundingClientRect().right;
      return [...(section.firstElementChild?.querySelectorAll('button') ?? [])].flatMap((button) =>
        button.closest('li') === null && button.getBoundingClientRect().right > edge
          ? [button.innerText]
          : [],
      );
    }),
  );
}

/** Arms a product and looks at GO before it disarms by itself. */
async function expectGoInSight(page: Page): Promise<void> {
  const go = page.getByRole('button', { name: /弹讲解 GO/ });
  await expect(async () => {
    await page.locator('body').press('3');
    await expect(go).toBeVisible({ timeout: 5_000 });
    expect(await faultOf(go)).toBe('');
  }).toPass();
}

test('text of 150 % in a small window keeps all that is pressed in sight', async ({ page }) => {
  for (let step = 0; step < 3; step += 1) await page.locator('body').press('Control+Equal');
  await expect.poll(() => zoomOf(page)).toBe(1.5);
  await expectGoInSight(page);
  await expectUsable(page);
  expect(await cutInHeads(page)).toEqual([]);
  // English words are longer.
  await page.locator('body').press('Control+k');
  await page.keyboard.insertText('界面语言：English');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Sent to the host' })).toBeVisible();
  expect(await cutInHeads(page)).toEqual([]);
  await page.locator('body').press('Control+k');
  await page.keyboard.insertText('简体中文');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '已发给主播' })).toBeVisible();

  // What moves a line between two parts follows the pointer at this size too.
  const line = page.getByRole('separator', { name: '聊天与中间栏的分隔线' });
  const before = await line.boundingBox();
  if (before === null) throw new Error('the line is not on the page');
  await page.mouse.move(before.x, before.y + 200);
  await page.mouse.down();
  await page.mouse.move(before.x + 40, before.y + 200, { steps: 4 });
  await page.mouse.up();
  expect((await line.boundingBox())?.x).toBeCloseTo(before.x + 40, -1);

  // The setting, its undo, and the key back.
  await page.locator('body').press('Control+k');
  await page.keyboard.insertText('文字大小 110');
  await page.keyboard.press('Enter');
  await expect.poll(() => zoomOf(page)).toBe(1.1);
  await page.locator('body').press('Control+Minus');
  await expect.poll(() => zoomOf(page)).toBe(1);
  await page.reload();
  await page.locator('[data-row-key]').first().waitFor();
  await page.locator('body').press('Control+Equal');
  await expect.poll(() => zoomOf(page)).toBe(1.1);
  await page.locator('body').press('Control+0');
  await expect.poll(() => zoomOf(page)).toBe(1);
});

for (const [width, height] of [
  [1920, 1080],
  [3840, 2160],
] as const) {
  test(`a screen of ${width}x${height} is filled, and nothing lies over anything`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    // From the narrow columns of a small window to those of a large one.
    await expect
      .poll(async () => Math.min(...(await layout(page)).columns))
      .toBeGreaterThanOrEqual(17);
    await expectUsable(page);
  });
}

function zoomOf(page: Page): Promise<number> {
  return page.evaluate(() => Number(getComputedStyle(document.documentElement).zoom));
}
