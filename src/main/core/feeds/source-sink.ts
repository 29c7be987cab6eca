import { isFeedEvent } from '#shared/contract/event-guard.ts';
import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
import type { FeedEvent, FeedEventOf } from '#shared/contract/room-event.ts';
import type { ShowId } from '#shared/model/ids.ts';
import type { LinkState } from '#shared/model/source.ts';
import type { GapLog } from '../room/gap-log.ts';
import type { Ingest } from '../room/ingest.ts';
import type { PendingEvent } from '../room/pending-event.ts';
import type { RoomContext } from '../room/room-context.ts';
import type { FeedSink } from './feed.ts';
import type { SourceLinks } from './source-links.ts';
import type { SourceState } from './source-state.ts';

/** What the sink tells its room beyond the events themselves. */
export type SinkRoom = {
  /** Events wait for the next commit. */
  scheduleCommit(): void;
  /** True for demo and replay: the events' own times are show times. */
  isShowTimed(): boolean;
  /** Show time at a wall time of this machine. */
  showTimeOf(wallTs: number): number;
  keepRaw(sourceId: number, frame: string | Uint8Array, reason: string | null): void;
  setProgress(fraction: number | null, isFinished: boolean): void;
};

export type SinkDeps = {
  readonly state: SourceState;
  /** The show its events belong to, also while the feed closes after that has ended. */
  readonly showId: ShowId;
  readonly childOf: (platform: string) => SourceState;
  /** The state of any source of the room. */
  readonly stateOf: (sourceId: number) => SourceState | undefined;
  readonly room: RoomContext;
  readonly ingest: Ingest;
  readonly gaps: GapLog;
  readonly links: SourceLinks;
  readonly sinkRoom: SinkRoom;
};

const LINK_OF_CONNECTOR: Record<string, LinkState> = {
  connecting: 'connecting',
  ready: 'ready',
  degraded: 'reconnecting',
  auth_failed: 'failed',
  closed: 'off',
};

function connectorStateOf(link: LinkState): FeedEventOf<'connector'>['state'] {
  if (link === 'ready' || link === 'connecting') return link;
  return link === 'failed' ? 'auth_failed' : 'degraded';
}

/** Kinds that speak of the link or the room itself, not of anybody in it. */
const NO_DATA: ReadonlySet<FeedEvent['kind']> = new Set(['connector', 'stream', 'room_state']);
/** The same, as the store has them. */
export const NO_DATA_CODES = [...NO_DATA].map((kind) => EVENT_KIND_CODES[kind]);

/**
 * The way from a running feed into the room: every event is checked against the contract before it
 * may wait for its commit; what is not an event is counted and kept in the raw log.
 */
export function makeSink(deps: SinkDeps): { readonly sink: FeedSink; close(): void } {
  const { state, showId, childOf, room, ingest, gaps, links, sinkRoom } = deps;
  const { clock, logger } = room.ports;
  let isOpen = true;

  function bad(frame: string | Uint8Array, reason: string): void {
    if (!isOpen) return;
    state.badCount += 1;
    sinkRoom.keepRaw(state.row.id, frame, reason);
    room.changed('sources');
  }

  function accept(events: readonly FeedEvent[]): void {
    if (!isOpen) return;
    const pending: PendingEvent[] = [];
    for (const event of events) {
      if (!isFeedEvent(event)) {
        bad(JSON.stringify(event), 'not_an_event');
        continue;
      }
      const owner = childOf(event.platform);
      if (owner !== state && !owner.isEnabled) {
        owner.countLost();
        continue;
      }
      if (!NO_DATA.has(event.kind)) owner.lastDataTs = clock.wallNow();
      noteState(owner, event);
      pending.push({ event, showId, sourceId: owner.row.id, eventTs: timeOf(owner, event) });
    }
    noteDropped(pending.slice(pending.length - ingest.enqueue(pending)));
    sinkRoom.scheduleCommit();
  }

  /** What did not fit is lost: it becomes a gap that names the exact number. */
  function noteDropped(dropped: readonly PendingEvent[]): void {
    if (dropped.length === 0) return;
    logger.log('warn', 'events_dropped', { sourceId: state.row.id, dropped: dropped.length });
    const atTs = room.showNow();
    for (const { sourceId } of dropped) {
      const sourceLabel = deps.stateOf(sourceId)?.label() ?? state.label();
      gaps.noteDropped({ showId, sourceId, sourceLabel, atTs, lost: 1 });
    }
    room.changed('store');
  }

  function timeOf(owner: SourceState, event: FeedEvent): number {
    if (sinkRoom.isShowTimed()) return event.platformTs ?? room.showNow();
    const { platformTs, receivedTs, historical } = event;
    return sinkRoom.showTimeOf(owner.time.eventTs(platformTs, receivedTs, historical));
  }

  /** Events that speak of the link or the stream also change what the desk shows of them. */
  function noteState(owner: SourceState, event: FeedEvent): void {
    if (event.kind === 'stream' && event.state !== 'title') {
      owner.setStream(event.state, clock.wallNow());
      room.changed('sources');
    }
    if (event.kind === 'connector' && owner !== state) {
      owner.setLink(LINK_OF_CONNECTOR[event.state] ?? 'off', event.reason, null, clock.wallNow());
      room.changed('sources');
    }
  }

  const sink: FeedSink = {
    accept,
    bad,
    raw(frame) {
      if (isOpen) sinkRoom.keepRaw(state.row.id, frame, null);
    },
    report({ link, reason, nextAttemptTs, missingSinceTs }) {
      if (!isOpen) return;
      const hasChanged = state.setLink(link, reason, nextAttemptTs, clock.wallNow());
      if (link === 'ready') links.endOutage(state);
      else if (missingSinceTs !== null) {
        links.beginOutage(state, 'source_lost', missingSinceTs, null);
      }
      // A link that is lost was so since its last sign of life, not since we noticed.
      const eventTs = link === 'ready' ? room.showNow() : (missingSinceTs ?? room.showNow());
      if (hasChanged) links.record(state, connectorStateOf(link), reason, Math.round(eventTs));
      room.changed('sources');
    },
    stream(stream) {
      if (!isOpen) return;
      state.setStream(stream, clock.wallNow());
      room.changed('sources');
    },
    gap(fromTs, toTs, lost, platform) {
      if (!isOpen) return;
      const owner = platform === null ? state : childOf(platform);
      gaps.record({
        showId,
        sourceId: owner.row.id,
        sourceLabel: owner.label(),
        fromTs: Math.round(fromTs),
        toTs: Math.round(toTs),
        lost,
        cause: 'source_lost',
      });
      sinkRoom.scheduleCommit();
    },
    progress(fraction, isFinished) {
      if (isOpen) sinkRoom.setProgress(fraction, isFinished);
    },
  };
  return {
    sink,
    close() {
      isOpen = false;
    },
  };
}
