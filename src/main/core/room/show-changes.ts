import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { ShowId } from '#shared/model/ids.ts';
import type { Room } from './room.ts';

/** Another show is current: its sources run, every screen starts from a new snapshot. */
export async function switchShow(room: Room): Promise<void> {
  await closeSources(room);
  openShow(room);
}

/** The same where none was before, so that no source has to be waited for. */
export function openShow(room: Room): void {
  room.reload();
  room.sources.startAll(null);
  room.broadcast.restart();
}

/** Ends all feeds; what they still hand over, and the gaps they were in, are on disk afterwards. */
export async function closeSources(room: Room): Promise<void> {
  room.sources.stopAll();
  await room.sources.settled();
  room.sources.endOutages();
  room.commit(() => undefined);
}

/** Ends the show itself; its feeds are closed after the commit. */
export function endShow(room: Room): Result<{ showId: ShowId }> {
  // Facts of a show stand before its end.
  room.stage.keepVoice();
  room.pushes.outlets.outputs.keep();
  const ended = room.shows.advance('end');
  if (!ended.ok) return ended;
  room.pushes.endShow();
  room.blocks.endRunning();
  room.changed('metrics');
  room.changed('cues');
  // Marks that hold until the show ends do not any more.
  room.changed('people');
  return ok({ showId: ended.value.id });
}

/** A playback that still runs is ended first; a live show must be ended by its operator. */
export function leaveShow(room: Room): Result<Record<string, never>> {
  const show = room.show();
  if (show === null) return ok({});
  if (show.state !== 'ended' && show.state !== 'planned') {
    if (!room.shows.isPlayback()) {
      return fail('show_wrong_state', { state: show.state, action: 'leave' });
    }
    endShow(room);
  }
  room.shows.leave();
  return ok({});
}
