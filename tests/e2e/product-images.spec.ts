import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, type Locator, type Page, test } from '@playwright/test';

import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';
import { pairAnchor, pairScreen } from './demo-show.ts';

test.use({ locale: 'zh-CN', viewport: { width: 1280, height: 720 } });

const SECRET = 'GPS-31.2304-121.4737';
const SHIRT = '立领亚麻衬衫';

let running: RunningDesk;
test.beforeEach(async ({ page }) => {
  running = await startDesk(['--demo']);
  await page.goto(running.announced.url);
  await expect(page.locator('[data-row-key]').first()).toBeVisible();
});
test.afterEach(() => running.remove());

/** A real photograph's form: a JPEG of 1600 × 1200 that says where it was taken. */
async function photograph(page: Page, hue: number): Promise<Buffer> {
  const text = await page.evaluate(async (colour) => {
    const canvas = new OffscreenCanvas(1600, 1200);
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    const light = pen.createLinearGradient(0, 0, 1600, 1200);
    light.addColorStop(0, `hsl(${colour} 30% 92%)`);
    light.addColorStop(1, `hsl(${colour} 30% 70%)`);
    pen.fillStyle = light;
    pen.fillRect(0, 0, 1600, 1200);
    pen.fillStyle = `hsl(${colour} 60% 45%)`;
    pen.beginPath();
    pen.moveTo(560, 240);
    for (const [x, y] of [
      [1040, 240],
      [1360, 480],
      [1220, 620],
      [1080, 540],
      [1080, 1040],
      [520, 1040],
      [520, 540],
      [380, 620],
      [240, 480],
    ] as const) {
      pen.lineTo(x, y);
    }
    pen.fill();
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let units = '';
    for (const byte of bytes) units += String.fromCharCode(byte);
    return btoa(units);
  }, hue);
  const plain = Buffer.from(text, 'base64');
  const said = Buffer.from(`Exif\0\0${SECRET}`, 'latin1');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(said.length + 2);
  return Buffer.concat([
    plain.subarray(0, 2),
    Buffer.from([0xff, 0xe1]),
    length,
    said,
    plain.subarray(2),
  ]);
}

/** The picture in it is drawn, not only asked for. */
async function expectDrawn(place: Locator): Promise<void> {
  const image = place.locator('img').first();
  await expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
    .toBeGreaterThan(0);
}

async function give(page: Page, how: 'paste' | 'drop', bytes: Buffer, name: string): Promise<void> {
  await page.evaluate(
    ([kind, text, fileName]) => {
      const units = Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
      const type = fileName.endsWith('.svg') ? 'image/svg+xml' : 'image/jpeg';
      const data = new DataTransfer();
      data.items.add(new File([units], fileName, { type }));
      const target = document.querySelector('[role="dialog"] legend') ?? document.body;
      const rest = { bubbles: true, cancelable: true } as const;
      target.dispatchEvent(
        kind === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: data, ...rest })
          : new DragEvent('drop', { dataTransfer: data, ...rest }),
      );
    },
    [how, bytes.toString('base64'), name] as const,
  );
}

test('a photograph becomes a picture on every screen, and what is none is refused in place', async ({
  page,
  browser,
}) => {
  const anchor = await pairAnchor(page, browser);
  const overlay = await pairScreen(page, browser, '配对画面卡片', { width: 1280, height: 720 });
  await page.locator('body').press('2');
  // Enter fires what is armed, and nothing before.
  const card = page.getByRole('region', { name: '备品与弹讲解' });
  await expect(card).toContainText('2 号链接');
  await page.locator('body').press('Enter');
  await expect(anchor.getByText(SHIRT).first()).toBeVisible();

  await page.getByRole('button', { name: `编辑 ${SHIRT}` }).focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: '编辑商品' });
  const field = sheet.getByRole('group', { name: '图片' });
  const file = (name: string, mimeType: string, buffer: Buffer): Promise<void> =>
    field.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });

  // Nothing of these is stored.
  await file('页面.png', 'image/png', Buffer.from('<!doctype html><script>1</script>'));
  await expect(field.getByRole('alert')).toContainText('页面.png');
  await expect(field.getByRole('alert')).toContainText('不是 PNG');
  const photo = await photograph(page, 210);
  await give(page, 'drop', photo.subarray(0, 20_000), '半张.jpg');
  await expect(field.getByRole('alert')).toContainText('文件不完整');
  await give(page, 'paste', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg');
  await expect(field.getByRole('alert')).toContainText('剪贴板里的图片');
  // Whole by its header, but nothing that anybody can decode.
  const empty = Buffer.concat([photo.subarray(0, 700), Buffer.from([0xff, 0xd9])]);
  await file('坏.jpg', 'image/jpeg', empty);
  await expect(field.getByRole('alert')).toContainText('坏.jpg');
  await field.getByLabel('图片网址').fill('https://127.0.0.1/a.png');
  await field.getByRole('button', { name: '取图' }).click();
  await expect(field.getByRole('alert')).toContainText('本机或内网');
  await expect(sheet).toBeVisible();
  expect(stored()).toEqual([]);

  // A file, then another one from the clipboard, and the way back.
  await file('衬衫.jpg', 'image/jpeg', photo);
  await expect(field.getByText('图片已更新。')).toBeVisible();
  const row = page.locator('[data-product-id]').filter({ hasText: SHIRT });
  for (const place of [field, row, page.getByRole('region', { name: '讲解中' })]) {
    await expectDrawn(place);
  }
  await expectDrawn(anchor.locator('aside'));
  await expectDrawn(overlay.locator('article'));
  const first = stored();
  expect(first).toHaveLength(2);
  for (const name of first) {
    const bytes = readFileSync(join(running.dataFolder, 'images', name));
    expect(bytes.subarray(8, 12).toString('latin1')).toBe('WEBP');
    expect(bytes.includes(SECRET)).toBe(false);
  }
  await give(page, 'paste', await photograph(page, 20), 'image.png');
  await expect.poll(() => stored().length).toBe(4);
  await expect(field.getByText('图片已更新。')).toBeVisible();
  await field.getByRole('button', { name: '撤销' }).click();
  await expect(field.getByText('已恢复之前的图片。')).toBeVisible();
  // The overlay hears of it a moment after the desk that pressed.
  const shown = () => overlay.locator('article img').getAttribute('src');
  const earlier = first.map((name) => `/images/${name}`);
  await expect.poll(async () => earlier.includes((await shown()) ?? '')).toBe(true);
  await field.getByRole('button', { name: '移除图片' }).click();
  await expect(row.locator('img')).toHaveCount(0);
  await field.getByRole('button', { name: '撤销' }).click();
  await expectDrawn(row);

  function stored(): readonly string[] {
    try {
      return readdirSync(join(running.dataFolder, 'images'));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
      throw error;
    }
  }
});
