import type { ShowId } from '#shared/model/ids.ts';
import type { RoomContext } from '../room/room-context.ts';
import type { SourceState } from './source-state.ts';
import { lastStreamsOf } from './sources.queries.ts';

/** A stream that was down when the program ended is so until its platform says otherwise. */
export function restoreStreams(
  room: RoomContext,
  showId: ShowId,
  states: ReadonlyMap<number, SourceState>,
): void {
  if (room.show()?.id !== showId) return;
  for (const { sourceId, state, receivedTs } of lastStreamsOf(room.db, showId)) {
    const source = states.get(sourceId);
    if (source?.stream === 'unknown') source.setStream(state, receivedTs);
  }
  room.changed('sources');
}
