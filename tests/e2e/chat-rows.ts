import { expect, type Page } from '@playwright/test';

/** Opens a live room on a Twitch channel through the set-up page, and starts the show. */
export async function startLiveRoom(desk: Page, channel: string, address: string): Promise<void> {
  await desk
    .getByRole('region', { name: '新建直播间' })
    .getByRole('button', { name: '开始' })
    .click();
  await desk.getByLabel('场次名').fill('真实弹幕');
  await desk.getByLabel('Twitch 频道').fill(channel);
  await desk.getByText('高级').click();
  await desk.getByLabel('聊天服务器地址').fill(address);
  await desk.getByRole('button', { name: '下一步' }).click();
  await desk.getByRole('button', { name: /^(跳过|下一步)$/ }).click();
  await desk.getByRole('button', { name: /去操作台$/ }).click();
  await desk.getByRole('button', { name: '开播', exact: true }).click();
  await expect(desk.getByRole('button', { name: '暂停' })).toBeVisible();
}

/**
 * How many messages the chat list shows from its end to its beginning, floods by their count: the
 * list is scrolled up as an operator would, and every row that is painted is counted once.
 */
export async function messagesOnScreen(desk: Page): Promise<number> {
  const seen = new Map<string, number>();
  await desk.getByRole('listbox').first().hover();
  for (const [key, repeats] of await rowsNow(desk)) seen.set(key, repeats);
  await desk.mouse.wheel(0, -300);
  await expect.poll(() => topOf(desk)).toBeGreaterThan(300);
  await painted(desk);
  for (;;) {
    for (const [key, repeats] of await rowsNow(desk)) seen.set(key, repeats);
    const top = await topOf(desk);
    if (top <= 0) break;
    await scrollUpFrom(desk, top);
  }
  return [...seen.values()].reduce((sum, repeats) => sum + repeats, 0);
}

/** A turn of the wheel can be lost while the page is laid out: it is given again, once it stood still. */
async function scrollUpFrom(desk: Page, top: number): Promise<void> {
  await expect(async () => {
    await desk.mouse.wheel(0, -200);
    await expect.poll(() => topOf(desk), { timeout: 2000 }).not.toBe(top);
  }).toPass();
  await painted(desk);
}

/** The list draws the rows of a new place in the frame after it was scrolled there. */
function painted(desk: Page): Promise<void> {
  return desk.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
      ),
  );
}

function rowsNow(desk: Page): Promise<[string, number][]> {
  return desk
    .locator('[data-kind="chat"]')
    .evaluateAll((elements) =>
      elements.map((element): [string, number] => [
        element.getAttribute('data-row-key') ?? '',
        Number(element.getAttribute('data-repeats') ?? '1'),
      ]),
    );
}

/** How far the list is from its beginning. */
async function topOf(desk: Page): Promise<number> {
  const top = await desk
    .getByRole('listbox')
    .first()
    .evaluate((list) => {
      const inside = list.querySelector('[style*="overflow"], :scope > :not([inert])');
      return (inside ?? list).scrollTop;
    });
  return Math.round(top);
}
