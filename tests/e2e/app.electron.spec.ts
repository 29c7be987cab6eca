import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Browser, chromium, expect, test } from '@playwright/test';

import { RuntimeInfo, runtimeFilePath } from '#core/screens/runtime-file.ts';
import { launchElectron, type LaunchedApp } from '#tests/support/launch-electron.ts';
import { systemChromium } from '#tests/support/system-chromium.ts';

import { runDemoShow } from './demo-show.ts';
import { showInChinese } from './show-in-chinese.ts';

let dataFolder: string;
let launched: LaunchedApp;
let secondBrowser: Browser;

test.beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-app-'));
  launched = await launchElectron(dataFolder, ['--lang=zh-CN']);
  secondBrowser = await chromium.launch(systemChromium());
});
test.afterEach(async () => {
  await launched.close();
  await secondBrowser.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

test('the demo show runs from its start to a review that equals SQL', async () => {
  await showInChinese(launched.page);
  await runDemoShow(launched.page, secondBrowser, join(dataFolder, 'cuedesk.sqlite'));
});

test('a killed core is started again, and the desk says so and goes on', async () => {
  const { page } = launched;
  await showInChinese(launched.page);
  await page.getByRole('button', { name: '开始示例' }).click();
  await expect(page.locator('[data-row-key]').first()).toBeVisible();
  for (let kill = 0; kill < 3; kill += 1) {
    const { pid } = RuntimeInfo.parse(
      JSON.parse(readFileSync(runtimeFilePath(dataFolder), 'utf8')),
    );
    expect(pid).not.toBe(launched.pid);
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => runtimePid(dataFolder)).not.toBe(pid);
    await expect(page.getByText('后台进程已重启，数据完好')).toBeVisible();
  }
  await expect(page.locator('[data-row-key]').first()).toBeVisible();
});

test('the window is sandboxed, isolated and without Node', async () => {
  const { page, app } = launched;
  await expect(page.locator('body')).toBeVisible();
  expect(await page.evaluate(() => [typeof require, typeof process, location.origin])).toEqual([
    'undefined',
    'undefined',
    'cuedesk://app',
  ]);
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const contents = window?.webContents;
    return contents === undefined ? null : contents.getURL();
  });
  expect(preferences).toMatch(/^cuedesk:\/\/app\/desk\//);
});

function runtimePid(folder: string): number {
  try {
    return RuntimeInfo.parse(JSON.parse(readFileSync(runtimeFilePath(folder), 'utf8'))).pid;
  } catch (error) {
    // Between the old core's file and the new one's there may be half a file or none.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return 0;
    throw error;
  }
}

/** The window follows the system's language, which a test machine may not have. */
