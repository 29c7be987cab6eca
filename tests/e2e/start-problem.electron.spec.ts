import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, expect, test } from '@playwright/test';

import { RuntimeInfo, runtimeFilePath } from '#core/screens/runtime-file.ts';
import { launchElectron, type LaunchedApp } from '#tests/support/launch-electron.ts';
import { readyMessage, startBrowserHost } from '#tests/support/start-browser-host.ts';
import { systemChromium } from '#tests/support/system-chromium.ts';

let dataFolder: string;
let launched: LaunchedApp | null = null;

// Each starts two hosts one after the other.
test.setTimeout(120_000);

test.beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-problem-'));
});
test.afterEach(async () => {
  await launched?.close();
  launched = null;
  rmSync(dataFolder, { recursive: true, force: true });
});

test('a folder that a browser host uses: the window names it, and tries again when asked', async () => {
  const host = await startBrowserHost([`--data=${dataFolder}`]);
  const { pid } = readyMessage(host);
  const { url } = RuntimeInfo.parse(JSON.parse(readFileSync(runtimeFilePath(dataFolder), 'utf8')));
  launched = await launchElectron(dataFolder, ['--lang=zh-CN']);
  const { page, app } = launched;
  // In the language of the machine; what is copied speaks both.
  await expect(page.locator('main')).toContainText(/process|进程/);
  await expect(page.locator('main')).toContainText(String(pid));
  await expect(page.locator('main')).toContainText(url ?? 'no address');
  await expect(page.locator('main')).toContainText(dataFolder);
  // Its style is served and applied: the policy takes no other.
  const border = await page.locator('main').evaluate((main) => getComputedStyle(main).borderRadius);
  expect(border).toBe('10px');

  await page.getByRole('link', { name: /复制文字|Copy the text/ }).click();
  await expect(page.getByRole('link', { name: /已复制|Copied/ })).toBeVisible();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain(`process ${pid}`);

  // The same problem again is another page: this one goes with its mark.
  await page.evaluate(() => document.documentElement.setAttribute('data-first', ''));
  await page.getByRole('link', { name: /重试|Try again/ }).click();
  await expect(page.locator('html[data-first]')).toHaveCount(0);
  await expect(page.locator('main')).toContainText(String(pid));
  await host.end('SIGTERM');
  await page.getByRole('link', { name: /重试|Try again/ }).click();
  const start = page.getByRole('button', { name: /开始示例|Start the demo/ });
  await expect(start).toBeVisible({ timeout: 30_000 });
});

test('a store that cannot be opened: the window says so in the chosen look, and quits', async () => {
  mkdirSync(join(dataFolder, 'cuedesk.sqlite'));
  writeFileSync(join(dataFolder, 'settings.json'), '{"version":1,"theme":"light","language":"en"}');
  launched = await launchElectron(dataFolder, []);
  const { page } = launched;
  await expect(page.getByRole('heading')).toHaveText('Cuedesk cannot go on');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(page.locator('main')).toContainText(
    `The data folder ${dataFolder} cannot be written`,
  );
  // The page may be told before the pipe is read.
  const { stderr } = launched;
  await expect.poll(() => stderr()).toContain('cannot be written');
  const gone = launched.app.waitForEvent('close');
  await page.getByRole('link', { name: 'Quit' }).click();
  await gone;
  launched = null;
});

test('appearance and language chosen in one host hold in the other', async () => {
  launched = await launchElectron(dataFolder, ['--lang=en']);
  const { page } = launched;
  await page.getByRole('button', { name: /^(Appearance|外观)/ }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.getByRole('button', { name: /^(中|EN)$/ }).click();
  const shown = await page.locator('html').getAttribute('lang');
  await launched.close();
  launched = null;

  const host = await startBrowserHost([`--data=${dataFolder}`]);
  const browser = await chromium.launch(systemChromium());
  const other = await browser.newPage({ locale: shown === 'en' ? 'zh-CN' : 'en-US' });
  await other.goto(readyMessage(host).url);
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(other.locator('html')).toHaveAttribute('lang', shown ?? '');
  await browser.close();
  await host.end('SIGTERM');
});
