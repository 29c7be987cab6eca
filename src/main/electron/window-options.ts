import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';

export const SMALLEST_WINDOW = { width: 1024, height: 640 } as const;

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

export function windowOptions(preloadPath: string): BrowserWindowConstructorOptions {
  return {
    title: 'Cuedesk',
    show: false,
    backgroundColor: '#0e1116',
    minWidth: SMALLEST_WINDOW.width,
    minHeight: SMALLEST_WINDOW.height,
    autoHideMenuBar: true,
    webPreferences: { ...lockedWebPreferences, preload: preloadPath },
  };
}
