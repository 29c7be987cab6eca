import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, type Page, test } from '@playwright/test';

import { lockedWebPreferences } from '#electron/window-options.ts';
import { type ElectronShow, startElectronShow } from '#tests/support/electron-show.ts';
import { launchElectron } from '#tests/support/launch-electron.ts';
import { logLines } from '#tests/support/log-lines.ts';

let show: ElectronShow;
test.beforeEach(async () => {
  show = await startElectronShow();
});
test.afterEach(() => show.remove());

const OPEN_CHAT = /^(聊天：在单独窗口里打开|Chat: open in its own window)$/;

async function openChat(): Promise<Page> {
  const { app, page } = show.launched;
  const [part] = await Promise.all([
    app.waitForEvent('window'),
    page.getByRole('button', { name: OPEN_CHAT }).click(),
  ]);
  return part;
}

/** The page that another start of the app opens beside the desk. */
const isChat = (page: Page): boolean => page.url().includes('part=chat');

const windows = (): Promise<number> =>
  show.launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
const refusals = (event: string): number =>
  logLines(show.dataFolder).filter((line) => line.event === event).length;

test('the chat in a window of its own is locked, lives, and is opened once', async () => {
  const chat = await openChat();
  await expect(chat.locator('[data-row-key]').first()).toBeVisible();
  const { app, page } = show.launched;
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const part = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().includes('part=chat'),
    );
    // Not in the public types; what Chromium really applies.
    return Object(part?.webContents).getLastWebPreferences() as Record<string, unknown>;
  });
  const applied = Object.entries(lockedWebPreferences).filter(([name]) => name in preferences);
  expect(applied.length).toBeGreaterThanOrEqual(9);
  expect(preferences).toMatchObject(Object.fromEntries(applied));
  expect(await chat.evaluate(() => [typeof require, typeof process])).toEqual([
    'undefined',
    'undefined',
  ]);

  // Armed in the one, seen in the other.
  await chat.locator('body').press('2');
  const armed = /^(就绪|Armed)\D*2/;
  await expect(page.locator('output', { hasText: armed })).toBeVisible();

  // A second press brings it to the front.
  await page.getByRole('button', { name: OPEN_CHAT }).click();
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.webContents.getURL()),
    )
    .toContain('part=chat');
  expect(await windows()).toBe(2);
});

test('a part opens nothing, is given no keys of the system, and other addresses stay shut', async () => {
  const chat = await openChat();
  await expect(chat.locator('[data-row-key]').first()).toBeVisible();
  const { app, page } = show.launched;
  const before = refusals('window_refused');
  // The part asks for what only the desk may have, and for its own kind.
  for (const part of ['chat', 'shelf']) {
    await chat.evaluate((name) => window.open(`cuedesk://app/desk/?part=${name}`), part);
  }
  // The desk asks for what is none of the two.
  const others = ['cuedesk://app/desk/', 'cuedesk://app/desk/?part=cues'];
  const alike = ['cuedesk://app/desk/?part=shelf&room=x', 'cuedesk://app/problem/?part=shelf'];
  for (const url of [...others, ...alike]) {
    expect(await page.evaluate((target) => window.open(target) === null, url)).toBe(true);
  }
  await expect.poll(() => refusals('window_refused')).toBe(before + 6);
  expect(await windows()).toBe(2);

  await chat.evaluate(() => window.postMessage('cuedesk-global-keys-on', window.location.origin));
  await expect
    .poll(() =>
      logLines(show.dataFolder).filter(
        ({ event, ...fields }) => event === 'ipc_refused' && fields['why'] === 'not_whole_desk',
      ),
    )
    .toHaveLength(1);
  const held = await app.evaluate(({ globalShortcut }) =>
    globalShortcut.isRegistered('Control+Alt+1'),
  );
  expect(held).toBe(false);
});

test('a part whose page dies comes back, closes with the desk and opens with it again', async () => {
  // A window that is still on its way has no address by which it is found.
  await expect((await openChat()).locator('[data-row-key]').first()).toBeVisible();
  const { app } = show.launched;
  await app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      if (webContents.getURL().includes('part=chat')) webContents.forcefullyCrashRenderer();
    }
  });
  await expect.poll(() => refusals('window_died')).toBe(1);
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
      ),
    )
    .toContainEqual(expect.stringContaining('part=chat'));

  const gone = new Promise<void>((resolve) => void app.process().once('exit', () => resolve()));
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (!window.webContents.getURL().includes('part=')) window.close();
    }
  });
  await gone;
  const place = join(show.dataFolder, 'window-chat.json');
  expect(existsSync(place)).toBe(true);
  expect(JSON.parse(readFileSync(place, 'utf8'))).toMatchObject({ isOpen: true });

  const again = await launchElectron(show.dataFolder, []);
  try {
    await expect.poll(() => again.app.windows().some(isChat)).toBe(true);
    // Closed by hand, it stays away the next time.
    await again.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) {
        if (window.webContents.getURL().includes('part=chat')) window.close();
      }
    });
    await expect
      .poll(() => JSON.parse(readFileSync(place, 'utf8')) as unknown)
      .toMatchObject({ isOpen: false });
  } finally {
    await again.close();
  }
});

test('a part whose page died in this moment does not keep the app when the desk is closed', async () => {
  await expect((await openChat()).locator('[data-row-key]').first()).toBeVisible();
  const { app } = show.launched;
  const gone = new Promise<void>((resolve) => void app.process().once('exit', () => resolve()));
  await app.evaluate(({ BrowserWindow }) => {
    const all = BrowserWindow.getAllWindows();
    const isPart = (window: (typeof all)[number]): boolean =>
      window.webContents.getURL().includes('part=');
    for (const window of all.filter(isPart)) window.webContents.forcefullyCrashRenderer();
    for (const window of all.filter((each) => !isPart(each))) window.close();
  });
  await gone;
  const place = readFileSync(join(show.dataFolder, 'window-chat.json'), 'utf8');
  expect(JSON.parse(place)).toMatchObject({ isOpen: true });
});
