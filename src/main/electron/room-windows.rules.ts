import { RoomId } from '#shared/model/ids.ts';

import { DESK_URL } from './app-origin.ts';

/** The address of a room's desk, in the one spelling that opens a window. */
export function roomUrl(roomId: RoomId): string {
  return `${DESK_URL}?${new URLSearchParams({ room: roomId }).toString()}`;
}

/**
 * The room whose desk an address asks to be opened in a window of its own; null for every other
 * address: neither another order, nor anything added, nor another spelling is one.
 */
export function askedRoom(url: string): RoomId | null {
  if (!url.startsWith(`${DESK_URL}?room=`) || !URL.canParse(url)) return null;
  const parsed = RoomId.safeParse(new URL(url).searchParams.get('room'));
  return parsed.success && roomUrl(parsed.data) === url ? parsed.data : null;
}
