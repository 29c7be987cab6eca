import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { app } from 'electron';

/** `appId` of electron-builder.yml. */
const APP_ID = 'io.cuedesk.app';

/** Where the built app's parts are, packaged or not. */
export function appPaths() {
  const out = join(app.getAppPath(), 'out');
  return {
    pagesFolder: join(out, 'renderer'),
    preload: join(out, 'preload', 'preload.cjs'),
    coreProcess: join(out, 'main', 'core-start.cjs'),
    storeWorker: join(out, 'main', 'store-worker.cjs'),
  } as const;
}

/** The window's own picture where the system has none of the program: Linux; null elsewhere. */
export function windowIcon(): string | null {
  if (process.platform !== 'linux') return null;
  return app.isPackaged
    ? join(process.resourcesPath, 'icon.png')
    : join(app.getAppPath(), 'resources', 'icon', 'linux', '256x256.png');
}

/**
 * The compiled store engine for an Electron with an old N-API; null uses the prebuilt one. A packaged
 * app takes only its own: what is named from outside would be code of somebody else.
 */
export function sqliteBinding(): string | null {
  if (app.isPackaged) {
    const packaged = join(process.resourcesPath, 'sqlite', 'better_sqlite3.node');
    return existsSync(packaged) ? packaged : null;
  }
  const configured = process.env['CUEDESK_SQLITE_BINDING'];
  return configured !== undefined && configured !== '' ? configured : null;
}

/**
 * One data folder; with it goes the single-instance lock. Chromium's own files stay in a folder of
 * their own, apart from the store.
 */
export function chooseDataFolder(asked: string | null): string {
  app.setName('Cuedesk');
  // Windows groups the window under the installer's shortcut by this.
  app.setAppUserModelId(APP_ID);
  if (asked !== null) app.setPath('userData', asked);
  const dataFolder = app.getPath('userData');
  app.setPath('sessionData', join(dataFolder, 'chromium'));
  app.setPath('crashDumps', join(dataFolder, 'chromium', 'crashes'));
  return dataFolder;
}
