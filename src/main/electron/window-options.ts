import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';

import type { WindowSize, WindowSizes } from './window-place.rules.ts';

export const DESK_SIZES: WindowSizes = {
  first: { width: 1440, height: 900 },
  smallest: { width: 1024, height: 640 },
};

/** Of a part in a window of its own. */
export const PART_SIZES: WindowSizes = {
  first: { width: 480, height: 860 },
  smallest: { width: 360, height: 440 },
};

/** What a page may do: nothing but be a page. Tests hold every line of this. */
export const lockedWebPreferences = {
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
  // The desk's clocks and charts go on while another window covers it.
  backgroundThrottling: false,
} as const satisfies WebPreferences;

export function windowOptions(
  preloadPath: string,
  smallest: WindowSize,
): BrowserWindowConstructorOptions {
  return {
    title: 'Cuedesk',
    show: false,
    backgroundColor: '#0e1116',
    minWidth: smallest.width,
    minHeight: smallest.height,
    autoHideMenuBar: true,
    webPreferences: { ...lockedWebPreferences, preload: preloadPath },
  };
}
