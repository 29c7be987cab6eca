import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { lockedWebPreferences } from '#electron/window-options.ts';
import { launchElectron, type LaunchedApp } from '#tests/support/launch-electron.ts';
import { logLines } from '#tests/support/log-lines.ts';

let dataFolder: string;
let launched: LaunchedApp;
let foreign: Server;
let foreignUrl: string;
let foreignHits = 0;

test.beforeAll(async () => {
  foreignHits = 0;
  foreign = createServer((_request, response) => {
    foreignHits += 1;
    response.end('<p>foreign</p>');
  });
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  foreignUrl = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`;
  dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-locked-'));
  launched = await launchElectron(dataFolder, []);
});
test.afterAll(async () => {
  await launched.close();
  foreign.closeAllConnections();
  foreign.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

const logged = (event: string): number =>
  logLines(dataFolder).filter((line) => line.event === event).length;

test('there is one window, one session, and its page has every lock in force', async () => {
  const facts = await launched.app.evaluate(({ BrowserWindow, session, webContents }) => {
    const [window] = BrowserWindow.getAllWindows();
    return {
      windows: BrowserWindow.getAllWindows().length,
      contents: webContents.getAllWebContents().length,
      isDefault: window?.webContents.session === session.defaultSession,
      // Not in the public types; what Chromium really applies.
      preferences: Object(window?.webContents).getLastWebPreferences() as Record<string, unknown>,
    };
  });
  expect(facts).toMatchObject({ windows: 1, contents: 1, isDefault: true });
  const applied = Object.entries(lockedWebPreferences).filter(
    ([name]) => name in facts.preferences,
  );
  // The rest is not told by this runtime; tests/electron/window-options.test.ts holds what is asked.
  expect(applied.length).toBeGreaterThanOrEqual(9);
  expect(facts.preferences).toMatchObject(Object.fromEntries(applied));
});

test('file:, the network and data: pages load in no session, also in a new one', async () => {
  const urls = ['file:///etc/hostname', foreignUrl, 'data:text/html,<p>data', 'ftp://127.0.0.1/'];
  const results = await launched.app.evaluate(async ({ BrowserWindow }, addresses) => {
    const outcomes: string[] = [];
    for (const partition of ['', 'other', 'persist:kept']) {
      for (const url of addresses) {
        const window = new BrowserWindow({ show: false, webPreferences: { partition } });
        const load = window.loadURL(url).then(
          () => window.webContents.executeJavaScript('document.body.innerText') as Promise<string>,
          (error: Error) => error.message,
        );
        outcomes.push(`${partition} ${url} ${await load}`);
        window.destroy();
      }
    }
    return outcomes;
  }, urls);
  for (const outcome of results) expect(outcome).toMatch(/ERR_/);
  expect(results).toHaveLength(12);
  expect(foreignHits).toBe(0);
});

test('the page can neither go elsewhere, open, fetch nor embed anything', async () => {
  const { page } = launched;
  const before = page.url();
  await page.evaluate((url) => {
    for (const target of [url, 'file:///etc/hostname', 'data:text/html,hi', 'mailto:a@b.example']) {
      const link = document.createElement('a');
      link.href = target;
      document.body.append(link);
      link.click();
    }
  }, foreignUrl);
  // The other two never get as far as asking: Chromium refuses them to any page.
  await expect.poll(() => logged('navigation_refused')).toBe(2);
  const opened = await page.evaluate((url) => window.open(url) === null, foreignUrl);
  expect(opened).toBe(true);
  const fetched = await page.evaluate(
    (urls) =>
      Promise.all(
        urls.map((url) =>
          fetch(url).then(
            () => 'loaded',
            () => 'refused',
          ),
        ),
      ),
    [foreignUrl, 'file:///etc/hostname'],
  );
  expect(fetched).toEqual(['refused', 'refused']);
  await page.evaluate((url) => {
    const view = document.createElement('webview');
    view.setAttribute('src', url);
    document.body.append(view);
  }, foreignUrl);
  await expect.poll(() => logged('window_refused')).toBe(1);
  expect(page.url()).toBe(before);
  const count = await launched.app.evaluate(
    ({ webContents }) => webContents.getAllWebContents().length,
  );
  expect(count).toBe(1);
  expect(foreignHits).toBe(0);
});

test('no permission but that of notices, no device and no download is granted', async () => {
  const { page } = launched;
  const answers = await page.evaluate(async () => {
    const outcome = (asked: Promise<unknown> | undefined): Promise<string> =>
      asked === undefined
        ? Promise.resolve('absent')
        : asked.then(
            (given) => (Array.isArray(given) && given.length === 0 ? 'none' : 'given'),
            () => 'refused',
          );
    const { bluetooth, hid, serial, usb } = Object(navigator) as Record<
      string,
      Record<string, (options: unknown) => Promise<unknown>>
    >;
    return {
      camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await outcome(navigator.mediaDevices.getDisplayMedia()),
      clipboard: await outcome(navigator.clipboard.readText()),
      midi: await outcome(navigator.requestMIDIAccess()),
      usb: await outcome(usb?.['requestDevice']?.({ filters: [] })),
      hid: await outcome(hid?.['requestDevice']?.({ filters: [] })),
      serial: await outcome(serial?.['requestPort']?.({})),
      bluetooth: await outcome(bluetooth?.['requestDevice']?.({ acceptAllDevices: true })),
      location: await outcome(
        new Promise((resolve, reject) => {
          navigator.geolocation.getCurrentPosition(resolve, reject);
        }),
      ),
    };
  });
  // What the operator chooses in the settings; the system shows it, or not.
  expect(
    await page.evaluate(async () => [
      await Notification.requestPermission(),
      Notification.permission,
    ]),
  ).toEqual(['granted', 'granted']);
  for (const [name, answer] of Object.entries(answers)) {
    expect(answer, name).toMatch(/^(denied|default|refused|none|absent)$/);
  }
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = './index.html';
    link.download = 'desk.html';
    document.body.append(link);
    link.click();
  });
  await expect.poll(() => logged('download_refused')).toBe(1);
});
