import type { IpcMainEvent } from 'electron';

import { isAppUrl } from './app-origin.ts';

/** Messages count only from the main frame of the app's own pages. */
export function isTrustedSender(event: IpcMainEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isAppUrl(frame.url);
}
