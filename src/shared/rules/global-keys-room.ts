import type { RoomId } from '../model/ids.ts';

/**
 * The room that keys of the whole system work: the chosen one, or the first where that is none of
 * these; null before any room is known.
 */
export function globalKeysRoom(
  chosen: RoomId | null,
  rooms: readonly { readonly roomId: RoomId }[],
): RoomId | null {
  const isThere = rooms.some(({ roomId }) => roomId === chosen);
  return (isThere ? chosen : rooms[0]?.roomId) ?? null;
}
