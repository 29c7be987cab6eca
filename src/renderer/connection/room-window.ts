import { RoomId } from '#shared/model/ids.ts';

import { makeCommandId } from './command-id.ts';

/** Only the desktop app serves its pages under this scheme; it opens windows of its own. */
const APP_PROTOCOL = 'cuedesk:';
/** What a window that was just made has for an address. */
const BLANK = 'about:blank';

/** An id that no other room has: 48 random bits. */
export function makeRoomId(): RoomId {
  return RoomId.parse(`room-${makeCommandId().slice(0, 12)}`);
}

/**
 * Opens another room's desk in a window of its own, or brings the one that is open to the front.
 * False where the browser did not let a window open.
 */
export function openRoomWindow(page: Window, roomId: RoomId): boolean {
  const { origin, pathname, protocol } = page.location;
  const search = new URLSearchParams({ room: roomId }).toString();
  if (protocol === APP_PROTOCOL) {
    // Answered by a window of the app; the page is given none.
    page.open(`${origin}/desk/?${search}`);
    return true;
  }
  const opened = page.open('', `cuedesk-desk-${roomId}`);
  if (opened === null) return false;
  if (opened.location.href === BLANK) opened.location.replace(`${origin}${pathname}?${search}`);
  else opened.focus();
  return true;
}
