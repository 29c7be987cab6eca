import type { Pause } from './pause-watch.ts';
import type { Room } from './room.ts';

/**
 * The machine slept, or this process was held. Every link proves itself at once. What a machine that
 * slept did not hear is a gap; a process that was held finds what came meanwhile in its sockets, and
 * a link that was lost over it says so by itself.
 */
export function afterPause(room: Room, pause: Pause): void {
  const show = room.show();
  const isListening = show !== null && (show.state === 'on_air' || show.state === 'paused');
  if (isListening && pause.cause === 'slept' && !room.shows.isPlayback()) {
    const toTs = room.showNow();
    const all = { showId: show.id, sourceId: null, sourceLabel: null, lost: null };
    room.gaps.record({ ...all, cause: 'slept', fromTs: toTs - pause.lengthMs, toTs });
    room.commit(() => undefined);
  }
  room.sources.verify();
}
