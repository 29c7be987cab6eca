import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { DESK_SIZES, PART_SIZES, windowOptions } from '#electron/window-options.ts';

test('a window is locked in every way Chromium offers', () => {
  const { webPreferences } = windowOptions('/app/out/preload/preload.cjs', DESK_SIZES.smallest);
  expect(webPreferences).toEqual({
    preload: '/app/out/preload/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    safeDialogs: true,
    spellcheck: false,
    enableWebSQL: false,
    backgroundThrottling: false,
  });
});

test('a window opens hidden, dark, and no smaller than what it shows needs', () => {
  const desk = windowOptions('', DESK_SIZES.smallest);
  expect(desk).toMatchObject({ show: false, minWidth: 1024, minHeight: 640 });
  expect(desk.backgroundColor).toMatch(/^#[01]/);
  const part = windowOptions('', PART_SIZES.smallest);
  expect(part).toEqual({ ...desk, minWidth: 360, minHeight: 440 });
});

test('the preload hands over ports and exposes nothing', () => {
  const path = fileURLToPath(new URL('../../src/main/preload/preload.ts', import.meta.url));
  const source = readFileSync(path, 'utf8');
  expect(source.split('\n').length).toBeLessThanOrEqual(40);
  expect(source).not.toMatch(/contextBridge|invoke|require\(/);
  expect(source.match(/from '(.*)'/g)).toEqual(["from 'electron'"]);
  // All it may say to the main process, with fixed words.
  expect(source.match(/ipcRenderer\.send\([^)]*\)/g)).toEqual([
    "ipcRenderer.send('cuedesk-global-keys', true)",
    "ipcRenderer.send('cuedesk-global-keys', false)",
    "ipcRenderer.send('cuedesk-ready')",
  ]);
});
