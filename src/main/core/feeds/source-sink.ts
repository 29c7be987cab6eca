import { isFeedEvent } from '#shared/contract/event-guard.ts';
import type { FeedEvent, FeedEventOf } from '#shared/contract/room-event.ts';
import { EVENT_SCHEMA } from '#shared/contract/event-envelope.ts';
import type { LinkState } from '#shared/model/source.ts';
import type { Ingest } from '../room/ingest.ts';
import type { PendingEvent } from '../room/pending-event.ts';
import type { RoomContext } from '../room/room-context.ts';
import type { FeedSink } from './feed.ts';
import type { SourceState } from './source-state.ts';

/** What the sink tells its room beyond the events themselves. */
export type SinkRoom = {
  /** Events wait for the next commit. */
  scheduleCommit(): void;
  /** True for demo and replay: the events' own times are show times. */
  isShowTimed(): boolean;
  recordGap(gap: {
    readonly sourceId: number;
    readonly sourceLabel: string;
    readonly fromTs: number;
    readonly toTs: number;
    readonly lost: number | null;
    readonly cause: 'source_lost' | 'overload';
  }): void;
  keepRaw(sourceId: number, frame: string | Uint8Array, reason: string | null): void;
  setProgress(fraction: number | null, isFinished: boolean): void;
};

export type SinkDeps = {
  readonly state: SourceState;
  readonly childOf: (platform: string) => SourceState;
  readonly room: RoomContext;
  readonly ingest: Ingest;
  readonly sinkRoom: SinkRoom;
};

const LINK_OF_CONNECTOR: Record<string, LinkState> = {
  connecting: 'connecting',
  ready: 'ready',
  degraded: 'reconnecting',
  auth_failed: 'failed',
  closed: 'off',
};

type ConnectorState = FeedEventOf<'connector'>['state'];

function connectorStateOf(link: LinkState): ConnectorState {
  if (link === 'ready' || link === 'connecting') return link;
  return link === 'failed' ? 'auth_failed' : 'degraded';
}

/**
 * The way from a running feed into the room: every event is checked against the contract before it
 * may wait for its commit; what is not an event is counted and kept in the raw log.
 */
export function makeSink(deps: SinkDeps): { readonly sink: FeedSink; close(): void } {
  const { state, childOf, room, ingest, sinkRoom } = deps;
  const { clock, logger } = room.ports;
  let isOpen = true;
  let reportSerial = 0;
  let recorded: ConnectorState | null = null;

  function bad(frame: string | Uint8Array, reason: string): void {
    if (!isOpen) return;
    state.badCount += 1;
    sinkRoom.keepRaw(state.row.id, frame, reason);
    room.changed('sources');
  }

  function accept(events: readonly FeedEvent[]): void {
    const show = room.show();
    if (!isOpen || show === null || show.state === 'ended') return;
    const pending: PendingEvent[] = [];
    for (const event of events) {
      if (!isFeedEvent(event)) {
        bad(JSON.stringify(event), 'not_an_event');
        continue;
      }
      const owner = childOf(event.platform);
      if (!owner.isEnabled) continue;
      owner.lastDataTs = clock.wallNow();
      noteState(owner, event);
      pending.push({
        event,
        showId: show.id,
        sourceId: owner.row.id,
        eventTs: timeOf(owner, event),
      });
    }
    const dropped = ingest.enqueue(pending);
    if (dropped > 0) {
      logger.log('warn', 'events_dropped', { sourceId: state.row.id, dropped });
      room.changed('store');
    }
    sinkRoom.scheduleCommit();
  }

  function timeOf(owner: SourceState, event: FeedEvent): number {
    if (sinkRoom.isShowTimed()) return event.platformTs ?? room.showNow();
    return owner.time.eventTs(event.platformTs, event.receivedTs, event.historical);
  }

  /** Events that speak of the link or the stream also change what the desk shows of them. */
  function noteState(owner: SourceState, event: FeedEvent): void {
    if (event.kind === 'stream' && event.state !== 'title') {
      owner.stream = event.state;
      room.changed('sources');
    }
    if (event.kind === 'connector' && owner !== state) {
      owner.setLink(LINK_OF_CONNECTOR[event.state] ?? 'off', event.reason, null, clock.wallNow());
      room.changed('sources');
    }
  }

  /** A change of the link is itself an event, so that the review can say what was not received. */
  function recordLink(link: LinkState, reason: string | null): void {
    const connectorState = connectorStateOf(link);
    // An outage is one event: the attempts within it are not.
    const isOutage = connectorState === 'connecting' || connectorState === 'degraded';
    if (connectorState === recorded || (isOutage && recorded === 'degraded')) return;
    recorded = connectorState;
    reportSerial += 1;
    const receivedTs = clock.wallNow();
    const event: FeedEvent = {
      kind: 'connector',
      state: connectorState,
      reason,
      platform: state.row.platform,
      source: state.row.connector,
      platformRoomId: null,
      dedupeKey: `link:${receivedTs}:${reportSerial}`,
      platformTs: sinkRoom.isShowTimed() ? room.showNow() : null,
      receivedTs,
      test: false,
      historical: false,
      actor: null,
      schema: EVENT_SCHEMA,
    };
    const show = room.show();
    if (show === null || show.state === 'ended') return;
    const eventTs = room.showNow();
    ingest.enqueue([{ event, showId: show.id, sourceId: state.row.id, eventTs }]);
    sinkRoom.scheduleCommit();
  }

  const sink: FeedSink = {
    accept,
    bad,
    raw(frame) {
      if (isOpen) sinkRoom.keepRaw(state.row.id, frame, null);
    },
    report({ link, reason, nextAttemptTs }) {
      if (!isOpen) return;
      if (state.setLink(link, reason, nextAttemptTs, clock.wallNow())) recordLink(link, reason);
      room.changed('sources');
    },
    stream(stream) {
      if (!isOpen) return;
      state.stream = stream;
      room.changed('sources');
    },
    gap(fromTs, toTs, lost, platform) {
      if (!isOpen) return;
      const { row } = platform === null ? state : childOf(platform);
      sinkRoom.recordGap({
        sourceId: row.id,
        sourceLabel: row.platform === row.channel ? row.platform : `${row.platform} ${row.channel}`,
        fromTs: Math.round(fromTs),
        toTs: Math.round(toTs),
        lost,
        cause: 'source_lost',
      });
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
