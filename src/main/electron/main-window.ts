/** The only maker of windows: every one has the same locks. */
import { join } from 'node:path';

import { BrowserWindow, screen } from 'electron';

import type { Logger } from '#core/ports.ts';
import { readJsonValue, tryWritePrivateJson } from '#core/screens/private-file.ts';

import { DESK_URL } from './app-origin.ts';
import { DESK_SIZES, windowOptions } from './window-options.ts';
import {
  placeWindow,
  type Rectangle,
  type WindowPlace,
  windowPlaceOf,
  type WindowSize,
} from './window-place.rules.ts';

export type WindowDeps = {
  readonly dataFolder: string;
  readonly preloadPath: string;
  /** A picture file; null where the system takes the program's. */
  readonly icon: string | null;
  readonly logger: Logger;
};

export type MainWindowDeps = WindowDeps & {
  /** The page is loaded and painted. */
  onReady(): void;
};

/** Opens the desk's window where it was last time. */
export function openMainWindow(deps: MainWindowDeps): BrowserWindow {
  const remembered = windowPlaceOf(readJsonValue(placePath(deps.dataFolder)));
  const place = placeWindow(remembered, workAreas(), DESK_SIZES, null);
  const window = openWindow(deps, { url: DESK_URL, place, smallest: DESK_SIZES.smallest });
  window.once('ready-to-show', () => {
    window.show();
    deps.onReady();
  });
  window.on('close', () => rememberPlace(window, deps.dataFolder, deps.logger));
  return window;
}

/** A hidden, locked window on a page of the desk; whoever opens it shows it. */
export function openWindow(
  deps: WindowDeps,
  opened: {
    readonly url: string;
    readonly place: WindowPlace;
    readonly smallest: WindowSize;
  },
): BrowserWindow {
  const window = new BrowserWindow({
    ...windowOptions(deps.preloadPath, opened.smallest),
    ...opened.place.bounds,
    ...(deps.icon === null ? {} : { icon: deps.icon }),
  });
  if (opened.place.isMaximized) window.maximize();
  void window.loadURL(opened.url);
  return window;
}

/** Also called by the ordered end, which closes windows without asking them. */
export function rememberPlace(window: BrowserWindow, dataFolder: string, logger: Logger): void {
  tryWritePrivateJson(placePath(dataFolder), placeOf(window), logger);
}

export function placeOf(window: BrowserWindow): WindowPlace {
  return { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
}

export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Work areas of the displays that are there, the primary one first. */
export function workAreas(): readonly Rectangle[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}

function placePath(dataFolder: string): string {
  return join(dataFolder, 'window.json');
}
