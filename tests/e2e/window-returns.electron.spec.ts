import { expect, test } from '@playwright/test';

import {
  appProcesses,
  type ElectronShow,
  startElectronShow,
} from '#tests/support/electron-show.ts';
import { storedFacts } from '#tests/support/stored-events.ts';
import { lookAtWindow, windowShows } from '#tests/support/window-text.ts';

let show: ElectronShow;

test.beforeEach(async () => {
  show = await startElectronShow();
});
test.afterEach(() => show.remove());

test('a window whose page dies comes back with its show and says so, the core untouched', async () => {
  const { launched, storePath } = show;
  const before = storedFacts(storePath);
  const core = pidOf('core');
  process.kill(pidOf('renderer'), 'SIGKILL');
  await windowShows(launched.app, /窗口出错后已重新载入|This window failed and was loaded anew/);
  expect(pidOf('core')).toBe(core);
  const after = storedFacts(storePath);
  expect(after.events).toBeGreaterThanOrEqual(before.events);
  expect(after.doubled).toBe(0);
  expect(show.logged('window_died')).toHaveLength(1);
});

test('a window that dies again and again says so, and its key loads it anew', async () => {
  const { app } = show.launched;
  for (let death = 1; death <= 4; death += 1) {
    process.kill(pidOf('renderer'), 'SIGKILL');
    await expect.poll(() => show.logged('window_died').length).toBe(death);
    await expect.poll(async () => (await lookAtWindow(app))?.text ?? '').not.toBe('');
  }
  await expect
    .poll(async () => (await lookAtWindow(app))?.text)
    .toContain('everything that comes in is received and stored');
  await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    await contents?.executeJavaScript('document.querySelector("a").click()');
  });
  await windowShows(app, /./);
});

function pidOf(type: string): number {
  const found = appProcesses(show.launched.pid).find((each) => each.type === type);
  if (found === undefined) throw new Error(`the app has no ${type} process`);
  return found.pid;
}
