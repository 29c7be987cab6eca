import { globalKeysRoom } from '#shared/rules/global-keys-room.ts';
import type { RoomEntry } from '#shared/model/room.ts';

import { useRoomId, useRooms, useSettings } from './selectors.ts';

/** The room of this window among all of the store; null until the core has told of it. */
export function useOwnRoom(): RoomEntry | null {
  const roomId = useRoomId();
  return useRooms().find((room) => room.roomId === roomId) ?? null;
}

/** Keys of the whole system are taken, and work the room of this window; null: not known yet. */
export function useWantsGlobalKeys(): boolean | null {
  const roomId = useRoomId();
  const rooms = useRooms();
  const settings = useSettings();
  if (settings === null) return null;
  return settings.hasGlobalKeys && globalKeysRoom(settings.globalKeysRoom, rooms) === roomId;
}
