import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect, test } from '@playwright/test';

import { writeExport } from '#tests/support/exported-show.ts';
import {
  electronCommand,
  launchElectron,
  type LaunchedApp,
} from '#tests/support/launch-electron.ts';

import { showInChinese } from './show-in-chinese.ts';

let folder: string;
let dataFolder: string;
let launched: LaunchedApp | null = null;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-opened-'));
  dataFolder = join(folder, 'data');
});
test.afterEach(async () => {
  await launched?.close();
  launched = null;
  rmSync(folder, { recursive: true, force: true });
});

test('an export the app is opened with is offered, and comes in after two presses', async () => {
  const path = join(folder, '晚场 1.cuedesk');
  await writeExport(path, 300, Date.now());
  // As a desktop on Linux hands it over.
  launched = await launchElectron(dataFolder, ['--lang=zh-CN', pathToFileURL(path).href]);
  const { page } = launched;
  await showInChinese(page);
  await expect(page.getByText('用场控台打开了 晚场 1.cuedesk：要导入吗？')).toBeVisible();
  await expect(page.getByRole('button', { name: '开始示例' })).toBeVisible();
  await page.getByRole('button', { name: '去看看' }).click();
  const sheet = page.getByRole('dialog', { name: '数据' });
  await expect(sheet.getByLabel('文件路径')).toHaveValue(path);
  await sheet.getByRole('button', { name: '核对并导入' }).click();
  await sheet.getByRole('button', { name: '再按一次：替换现有数据' }).click();
  await expect(page.locator('[data-row-key]').first()).toBeVisible();
  await expect(page.getByText('要导入吗？')).toHaveCount(0);
});

test('a second start hands its file to the first one, which checks it like any other', async () => {
  launched = await launchElectron(dataFolder, ['--lang=zh-CN']);
  const { page } = launched;
  await showInChinese(page);
  await expect(page.getByRole('button', { name: '开始示例' })).toBeVisible();
  const path = join(folder, 'broken.cuedesk');
  writeFileSync(path, 'no export');
  await startAgain(['broken.cuedesk']);
  await expect(page.getByText('用场控台打开了 broken.cuedesk：要导入吗？')).toBeVisible();
  await page.getByRole('button', { name: '去看看' }).click();
  await page.getByRole('button', { name: '核对并导入' }).click();
  await page.getByRole('button', { name: '再按一次：替换现有数据' }).click();
  await expect(page.getByText('文件不是导出时的 gzip 压缩格式。')).toBeVisible();
  // What was wrong stays until it is closed; the sheet has a key of its own.
  await page.getByRole('alert').getByRole('button', { name: '关闭' }).click();
  await expect(page.getByText('文件不是导出时的 gzip 压缩格式。')).toHaveCount(0);
  await page.getByRole('button', { name: '关闭' }).click();

  await startAgain(['notes.txt', 'other.cuedesk']);
  await page.getByRole('button', { name: '不导入' }).click();
  await expect(page.getByText('要导入吗？')).toHaveCount(0);
  await expect(page.getByRole('button', { name: '开始示例' })).toBeVisible();
});

test('the sheet about the app shows its version and every licence inside it', async () => {
  launched = await launchElectron(dataFolder, ['--lang=zh-CN']);
  const { page } = launched;
  await showInChinese(page);
  const version = await launched.app.evaluate(({ app }) => app.getVersion());
  await page.getByRole('button', { name: `场控台 ${version} · 关于` }).click();
  const sheet = page.getByRole('dialog', { name: '关于场控台' });
  await expect(sheet.getByText('桌面应用')).toBeVisible();
  for (const name of ['better-sqlite3', 'react', 'socket.io', 'zod']) {
    const entry = sheet.locator('details', { hasText: new RegExp(`^${name} \\d`) });
    await entry.locator('summary').click();
    await expect(entry.locator('pre')).toContainText(/permission|warranty/i);
  }
});

/** Starts the app once more from `folder` on the same data; resolves when that start has ended. */
function startAgain(args: readonly string[]): Promise<void> {
  const { executablePath, appArgs } = electronCommand();
  const child = spawn(executablePath, [...appArgs, `--data=${dataFolder}`, ...args], {
    cwd: folder,
    stdio: 'ignore',
  });
  return new Promise((resolve) => void child.once('exit', () => resolve()));
}
