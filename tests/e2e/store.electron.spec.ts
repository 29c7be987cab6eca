import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect as playwrightExpect, test, type Locator } from '@playwright/test';
import BetterSqlite from 'better-sqlite3';

import { RuntimeInfo, runtimeFilePath } from '#core/screens/runtime-file.ts';
import { listBackups } from '#core/store/backup.ts';
import { dataFiles } from '#core/store/data-files.ts';
import { readState } from '#core/store/store-state.ts';
import { damage, fillStore } from '#tests/support/damaged-store.ts';
import { launchElectron, type LaunchedApp } from '#tests/support/launch-electron.ts';

const BEFORE_BACKUP = 300;
const AFTER_BACKUP = 200;
const ALL = BEFORE_BACKUP + AFTER_BACKUP;

/** A start of the app or its core is waited for, however busy the machine is. */
const expect = playwrightExpect.configure({ timeout: 30_000 });

/** One app for all of it, since a start costs more than what is tested in it. */
test.describe.configure({ mode: 'serial' });

let dataFolder: string;
let launched: LaunchedApp;

test.beforeAll(async () => {
  await openFilled();
});
test.afterAll(async () => {
  await launched.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

test('a backup is made and an older one restored; the desk comes back by itself', async () => {
  const { page } = launched;
  await openSheet();
  await page.getByRole('button', { name: '现在备份' }).click();
  await expect(backupRow('手动')).toContainText(`2 场 · ${ALL} 条`);
  expect(listBackups(dataFolder)).toMatchObject([
    { reason: 'request', events: ALL, isVerified: true },
    { reason: 'show', events: BEFORE_BACKUP, isVerified: true },
  ]);

  const corePid = runtimePid();
  const row = backupRow('下播后');
  await row.getByRole('button', { name: /恢复 .* 的备份/ }).click();
  await row.getByRole('button', { name: '确定恢复？' }).click();

  const card = page.getByRole('region', { name: '数据文件被替换过' });
  await expect(card).toContainText(`备份里有 1 场、${BEFORE_BACKUP} 条。`);
  expect(runtimePid()).not.toBe(corePid);
  expect(eventsIn(dataFiles(dataFolder).store)).toBe(BEFORE_BACKUP);
  expect(eventsIn(replacedStore())).toBe(ALL);

  await card.getByRole('button', { name: '知道了' }).click();
  await expect(card).toBeHidden();
  expect(readState(dataFolder).report).toBeNull();
});

test('after a killed core the whole file is looked through while the desk goes on', async () => {
  const { page } = launched;
  // The restored backup was looked through before it took the store's place.
  await expect(page.getByText(/检查过，完好/)).toBeVisible();
  const before = readState(dataFolder).lastCheck?.checkedTs ?? 0;
  process.kill(runtimePid(), 'SIGKILL');
  await expect.poll(() => readState(dataFolder).lastCheck?.checkedTs ?? 0).toBeGreaterThan(before);
  expect(readState(dataFolder)).toMatchObject({ isOpen: true, lastCheck: { isWhole: true } });
  await expect(page.getByText(/检查过，完好/)).toBeVisible();
});

test('a damaged store is mended at the start, and the desk tells what became of it', async () => {
  await launched.close();
  rmSync(dataFolder, { recursive: true, force: true });
  await openFilled('header zeroed');
  const { page } = launched;
  const band = page.getByText(/数据文件损坏，已自动换成 .* 的备份/);
  await expect(band).toBeVisible();
  await page.getByRole('button', { name: '看说明' }).click();
  const card = page.getByRole('region', { name: '数据文件被替换过' });
  await expect(card).toContainText(`备份里有 1 场、${BEFORE_BACKUP} 条。`);
  await expect(card).toContainText(`另外找回 ${AFTER_BACKUP} 条。`);
  await expect(card).toContainText('没有丢失。');
  expect(eventsIn(dataFiles(dataFolder).store)).toBe(ALL);

  await card.getByRole('button', { name: '知道了' }).click();
  await expect(card).toBeHidden();
  await expect(band).toBeHidden();
  expect(readState(dataFolder).report).toBeNull();
});

/** The app on a store with a show that was backed up and one after it. */
async function openFilled(how?: string): Promise<void> {
  dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-app-'));
  fillStore(dataFolder, BEFORE_BACKUP, AFTER_BACKUP, true);
  if (how !== undefined) damage(dataFolder, how);
  launched = await launchElectron(dataFolder, ['--lang=zh-CN']);
  const { page } = launched;
  await expect(page.getByRole('button', { name: /开始示例|Start the demo/ })).toBeVisible();
  const chinese = page.getByRole('button', { name: '中文', exact: true });
  if (await chinese.isVisible()) await chinese.click();
}

async function openSheet(): Promise<void> {
  await launched.page.getByRole('button', { name: '数据与备份' }).click();
}

function backupRow(reason: string): Locator {
  return launched.page.getByRole('listitem').filter({ hasText: reason });
}

function replacedStore(): string {
  const { quarantine } = readState(dataFolder).report ?? {};
  expect(quarantine).toMatch(/-restore$/);
  return join(dataFiles(dataFolder).quarantine, quarantine ?? '', 'cuedesk.sqlite');
}

/** Of a store that passes its own check. */
function eventsIn(path: string): unknown {
  const store = new BetterSqlite(path, { readonly: true });
  try {
    expect(store.pragma('integrity_check', { simple: true })).toBe('ok');
    return store.prepare('SELECT count(*) FROM events').pluck().get();
  } finally {
    store.close();
  }
}

function runtimePid(): number {
  return RuntimeInfo.parse(JSON.parse(readFileSync(runtimeFilePath(dataFolder), 'utf8'))).pid;
}
