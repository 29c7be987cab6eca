import type { Room } from './room.ts';

/** Every screen corrects its own clock by a snapshot, and its sources' times move along. */
export function noteClockSet(room: Room): void {
  const jumpMs = room.shows.takeClockJump();
  if (jumpMs === 0) return;
  room.ports.logger.log('warn', 'clock_set', { jumpMs });
  room.sources.shiftWall(jumpMs);
  room.broadcast.restart();
}
