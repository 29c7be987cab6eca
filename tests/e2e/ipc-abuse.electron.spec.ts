import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { IPC_CHANNELS, MAX_IPC_BYTES } from '#electron/ipc-channels.ts';
import { launchElectron, type LaunchedApp } from '#tests/support/launch-electron.ts';
import { logLines } from '#tests/support/log-lines.ts';

/** What a taken-over page would like to have: Electron's own IPC, in every frame. */
const HOSTILE_PRELOAD = `
const { contextBridge, ipcRenderer } = require('electron');
let ports = 0;
ipcRenderer.on('cuedesk-port', () => { ports += 1; });
contextBridge.exposeInMainWorld('abuse', {
  send: (channel, ...payload) => ipcRenderer.send(channel, ...payload),
  sendPort: (channel) => ipcRenderer.postMessage(channel, null, [new MessageChannel().port1]),
  ports: () => ports,
});`;

const CHANNELS = Object.keys(IPC_CHANNELS);
const OWN = 'cuedesk://app/desk/';

let dataFolder: string;
let launched: LaunchedApp;

test.beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-ipc-'));
  writeFileSync(join(dataFolder, 'hostile.js'), HOSTILE_PRELOAD);
  launched = await launchElectron(dataFolder, []);
});
test.afterAll(async () => {
  await launched.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** Opens a window of the attacker's making and runs code in its page. */
async function inHostileWindow(url: string, script: string): Promise<unknown> {
  return launched.app.evaluate(
    async ({ BrowserWindow }, { preload, address, code }) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: {
          preload,
          sandbox: true,
          contextIsolation: true,
          nodeIntegrationInSubFrames: true,
        },
      });
      // Nobody else holds it, and what nobody holds is collected, the window with it.
      Object.assign(globalThis, { hostile: window });
      // A page that is not there answers 404, and is a page of that origin all the same.
      await window.loadURL(address).catch((error: Error) => {
        if (!error.message.includes('ERR_')) throw error;
      });
      return window.webContents.executeJavaScript(code) as Promise<unknown>;
    },
    { preload: join(dataFolder, 'hostile.js'), address: url, code: script },
  );
}

function refusals(why: string): readonly unknown[] {
  return logLines(dataFolder)
    .filter(({ event, ...fields }) => event === 'ipc_refused' && fields['why'] === why)
    .map((line) => line['channel']);
}

const sendAll = (call: string): string =>
  `for (const channel of ${JSON.stringify(CHANNELS)}) { ${call}; }`;

test('the table is all that the main process listens to', async () => {
  const listened = await launched.app.evaluate(({ ipcMain }) => ipcMain.eventNames().map(String));
  // Electron's own listener, which no message reaches by that name from a page: it is an event name.
  expect(listened.filter((name) => name !== 'error').toSorted()).toEqual(CHANNELS.toSorted());
});

test('a wrong, an oversized payload and a smuggled port are refused on every channel', async () => {
  const script = `${sendAll('abuse.send(channel, { any: 1 })')}
    ${sendAll('abuse.send(channel, null, null)')}
    ${sendAll(`abuse.send(channel, 'x'.repeat(${MAX_IPC_BYTES + 1}))`)}
    ${sendAll('abuse.sendPort(channel)')}
    abuse.ports()`;
  expect(await inHostileWindow(OWN, script)).toBe(0);
  await expect.poll(() => refusals('wrong_payload')).toHaveLength(2 * CHANNELS.length);
  await expect.poll(() => refusals('too_large')).toEqual(CHANNELS);
  await expect.poll(() => refusals('unexpected_ports')).toEqual(CHANNELS);
});

test('nothing is taken from a page that is not the desk', async () => {
  test.setTimeout(120_000);
  const pages = [
    'about:blank',
    // Another host of the scheme.
    'cuedesk://other/desk/',
    'cuedesk://app/problem/',
    'cuedesk://app/desk/missing.html',
  ];
  for (const [index, url] of pages.entries()) {
    await inHostileWindow(url, `${sendAll('abuse.send(channel)')} null`);
    await expect
      .poll(() => refusals('foreign_origin'), url)
      .toHaveLength((index + 1) * CHANNELS.length);
  }
  expect(refusals('foreign_origin')).toEqual(pages.flatMap(() => CHANNELS));
});

test('keys of other programs are given to the main window alone', async () => {
  const script = `
    abuse.send('cuedesk-global-keys', true);
    abuse.send('cuedesk-global-keys', true, 'more');
    abuse.send('cuedesk-global-keys', 'true');
    null`;
  const refusedBefore = refusals('wrong_payload').length;
  await inHostileWindow(OWN, script);
  // The two wrong ones came after the right one: by now that has been judged as well.
  await expect.poll(() => refusals('wrong_payload')).toHaveLength(refusedBefore + 2);
  const held = await launched.app.evaluate(({ globalShortcut }) =>
    globalShortcut.isRegistered('Control+Alt+1'),
  );
  expect(held).toBe(false);
});

test('nothing is taken from a frame inside the desk, and the desk itself gets its one port', async () => {
  const script = `
    new Promise((resolve) => {
      const turns = new MessageChannel();
      const look = () => (abuse.ports() > 0 ? resolve(abuse.ports()) : turns.port2.postMessage(0));
      turns.port1.onmessage = look;
      const frame = document.createElement('iframe');
      frame.srcdoc = '<p>inside</p>';
      frame.addEventListener('load', () => {
        const inside = frame.contentWindow.abuse;
        ${sendAll('inside.send(channel)')}
        abuse.send('cuedesk-ready');
        look();
      });
      document.body.append(frame);
    })`;
  expect(await inHostileWindow(OWN, script)).toBe(1);
  expect(refusals('not_main_frame')).toEqual(CHANNELS);
});
