import { PROTOCOL_VERSION } from '#shared/contract/frames.ts';
import type { RoomSnapshot } from '#shared/contract/room-snapshot.ts';
import type { ScreenRole } from '#shared/model/screen.ts';
import { storedMarks } from './marks.ts';
import type { Room } from './room.ts';

const RECENT_EVENTS = 200;

/** All that a screen of this role is told when it comes. */
export function roomSnapshot(
  room: Room,
  role: ScreenRole,
  host: RoomSnapshot['host'],
): RoomSnapshot {
  const show = room.show();
  const seesEvents = role === 'desk' || role === 'team';
  const hasFigures = !room.figures.isWaiting();
  room.figures.afterPicture();
  return {
    protocol: PROTOCOL_VERSION,
    roomId: room.roomId,
    seq: room.broadcast.seq(),
    host,
    slices: room.broadcast.slicesFor(role, null),
    recent: seesEvents ? [...room.chatBefore(null, RECENT_EVENTS)] : [],
    series: !hasFigures ? null : seesEvents ? [...room.metrics.series()] : [],
    marks: !hasFigures
      ? null
      : seesEvents && show !== null
        ? storedMarks(room.db, room.roomId, show.id)
        : [],
  };
}
