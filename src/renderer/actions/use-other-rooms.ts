import { useMemo } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { roomName } from '#renderer/i18n/room-name.ts';
import { useRoomId, useRooms } from '#renderer/store/selectors.ts';

import type { ActionSight } from './action-sight.ts';

/** Rooms beside this window's, by the names they go by. */
export function useOtherRooms(): ActionSight['otherRooms'] {
  const i18n = useI18n();
  const own = useRoomId();
  const rooms = useRooms();
  return useMemo(
    () =>
      rooms
        .filter(({ roomId }) => roomId !== own)
        .map((room) => ({ roomId: room.roomId, name: roomName(i18n, room) })),
    [rooms, own, i18n],
  );
}
