import { FIRST_ROOM_ID } from '#shared/model/ids.ts';
import type { RoomEntry } from '#shared/model/room.ts';

import type { I18n } from './i18n-context.tsx';

/** A room's own name; what stands for it until somebody gives it one. */
export function roomName({ t }: Pick<I18n, 't'>, room: Pick<RoomEntry, 'roomId' | 'name'>): string {
  if (room.name !== '') return room.name;
  return room.roomId === FIRST_ROOM_ID ? t('rooms.main') : room.roomId;
}
