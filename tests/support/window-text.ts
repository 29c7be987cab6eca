import { setTimeout as pause } from 'node:timers/promises';

import type { ElectronApplication } from '@playwright/test';

const LOOK_EVERY_MS = 50;

export type WindowLook = { readonly text: string; readonly rows: number };

/**
 * What the app's window shows, asked through the main process: a page object of the test tool does
 * not outlive a crash of the page. Null while there is no page to ask.
 */
export async function lookAtWindow(app: ElectronApplication): Promise<WindowLook | null> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined || contents.isCrashed() || contents.isLoading()) return null;
    const script =
      '({ text: document.body.innerText, rows: document.querySelectorAll("[data-row-key]").length })';
    // A page that dies while it is asked answers nothing, not even that it died.
    const silence = new Promise<null>((resolve) => setTimeout(() => resolve(null), 2_000));
    const answer = contents.executeJavaScript(script).catch(() => null);
    const look: unknown = await Promise.race([answer, silence]);
    return look as { text: string; rows: number } | null;
  });
}

/** Resolves once the window shows rows of chat and words like these. */
export async function windowShows(app: ElectronApplication, words: RegExp): Promise<void> {
  for (;;) {
    const look = await lookAtWindow(app);
    if (look !== null && look.rows > 0 && words.test(look.text)) return;
    await pause(LOOK_EVERY_MS);
  }
}
