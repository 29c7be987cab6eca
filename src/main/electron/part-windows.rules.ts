import { DeskPart, PART_PARAM } from '#shared/model/desk-part.ts';
import { RoomId } from '#shared/model/ids.ts';

import { DESK_URL } from './app-origin.ts';

/**
 * The part of the desk that an address asks to be opened in a window of its own; null for every
 * other address. There are exactly as many as parts: neither another order, nor anything added, nor
 * another spelling is one.
 */
export function askedPart(url: string): DeskPart | null {
  return DeskPart.options.find((part) => url === `${DESK_URL}?${PART_PARAM}=${part}`) ?? null;
}

/** The address of a part of the room that the desk has open; of the desk's own where that is none. */
export function partUrl(part: DeskPart, deskUrl: string): string {
  const url = new URL(DESK_URL);
  url.searchParams.set(PART_PARAM, part);
  const open = new URL(URL.canParse(deskUrl) ? deskUrl : DESK_URL);
  const room = RoomId.safeParse(open.searchParams.get('room'));
  if (room.success) url.searchParams.set('room', room.data);
  return url.href;
}
