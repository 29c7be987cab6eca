import { join } from 'node:path';

import { BrowserWindow, screen } from 'electron';

import type { Logger } from '#core/ports.ts';
import { readJson, tryWritePrivateJson } from '#core/screens/private-file.ts';

import { DESK_URL } from './app-origin.ts';
import { windowOptions } from './window-options.ts';
import { placeWindow, WindowPlace } from './window-place.rules.ts';

export type MainWindowDeps = {
  readonly dataFolder: string;
  readonly preloadPath: string;
  /** A picture file; null where the system takes the program's. */
  readonly icon: string | null;
  readonly logger: Logger;
  /** The page is loaded and painted. */
  onReady(): void;
};

/** Opens the desk's window where it was last time. */
export function openMainWindow(deps: MainWindowDeps): BrowserWindow {
  const place = placeWindow(readJson(placePath(deps.dataFolder), WindowPlace), workAreas());
  const window = new BrowserWindow({
    ...windowOptions(deps.preloadPath),
    ...place.bounds,
    ...(deps.icon === null ? {} : { icon: deps.icon }),
  });
  if (place.isMaximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
    deps.onReady();
  });
  window.on('close', () => rememberPlace(window, deps.dataFolder, deps.logger));
  void window.loadURL(DESK_URL);
  return window;
}

/** Also called by the ordered end, which closes windows without asking them. */
export function rememberPlace(window: BrowserWindow, dataFolder: string, logger: Logger): void {
  const place: WindowPlace = {
    bounds: window.getNormalBounds(),
    isMaximized: window.isMaximized(),
  };
  tryWritePrivateJson(placePath(dataFolder), place, logger);
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

function placePath(dataFolder: string): string {
  return join(dataFolder, 'window.json');
}
