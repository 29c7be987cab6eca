import { join } from 'node:path';

import { BrowserWindow, screen } from 'electron';

import { readJson, writePrivateJson } from '#core/screens/private-file.ts';

import { DESK_URL } from './app-origin.ts';
import { windowOptions } from './window-options.ts';
import { placeWindow, WindowPlace } from './window-place.rules.ts';

export type MainWindowDeps = {
  readonly dataFolder: string;
  readonly preloadPath: string;
  /** The page is loaded and painted. */
  onReady(): void;
};

/** Opens the desk's window where it was last time. */
export function openMainWindow(deps: MainWindowDeps): BrowserWindow {
  const placePath = join(deps.dataFolder, 'window.json');
  const place = placeWindow(readJson(placePath, WindowPlace), workAreas());
  const window = new BrowserWindow({ ...windowOptions(deps.preloadPath), ...place.bounds });
  if (place.isMaximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
    deps.onReady();
  });
  window.on('close', () => {
    const now: WindowPlace = {
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
    };
    writePrivateJson(placePath, now);
  });
  void window.loadURL(DESK_URL);
  return window;
}

export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function workAreas() {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}
