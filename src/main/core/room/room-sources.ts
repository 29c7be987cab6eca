import type { SinkRoom } from '../feeds/source-sink.ts';
import { SourceLogins } from '../feeds/source-logins.ts';
import { SourcesService } from '../feeds/sources.service.ts';
import { feedOptionsOf } from './feed-options.queries.ts';
import type { Room } from './room.ts';

/** The sources of a room, with what they need of its services. */
export function roomSources(
  room: Room,
  sink: Pick<SinkRoom, 'scheduleCommit' | 'keepRaw'>,
): SourcesService {
  const { shows } = room;
  return new SourcesService({
    room,
    ingest: room.ingest,
    gaps: room.gaps,
    logins: new SourceLogins(room.ports.secrets),
    view: {
      showNow: () => shows.now(),
      showStartTs: () => shows.current()?.startedTs ?? shows.now(),
      speed: () => shows.clock()?.speed ?? 1,
      productOnShelf: () => room.pushes.codeOnShelf(),
      lastCue: () => room.cues.last(),
    },
    sinkRoom: {
      ...sink,
      isShowTimed: () => shows.isPlayback(),
      showTimeOf: (wallTs) => shows.timeOf(wallTs),
      setProgress: (fraction, isFinished) => room.playback.setProgress(fraction, isFinished),
    },
    isPlayback: () => shows.isPlayback(),
    feedOptions: (connector, stored) =>
      feedOptionsOf(room.db, room.roomId, connector, room.show()?.id ?? null, stored),
  });
}
