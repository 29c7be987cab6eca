import { EVENT_SCHEMA } from '#shared/contract/event-envelope.ts';
import type { FeedEvent, FeedEventOf } from '#shared/contract/room-event.ts';
import type { GapCause } from '#shared/model/gap.ts';
import type { ShowId } from '#shared/model/ids.ts';
import type { GapLog } from '../room/gap-log.ts';
import type { Ingest } from '../room/ingest.ts';
import type { RoomContext } from '../room/room-context.ts';
import { showById } from '../room/show.queries.ts';
import { linkHistoryOf } from './sources.queries.ts';
import type { SourceState } from './source-state.ts';

type LinkEventState = FeedEventOf<'connector'>['state'];

/** A show that was running when the program ended: from when on nothing was received, and why. */
export type Resumption = {
  readonly cause: Extract<GapCause, 'desk_stopped' | 'core_crashed'>;
  readonly fromTs: number;
};

export type SourceLinksDeps = {
  readonly room: RoomContext;
  readonly ingest: Ingest;
  readonly gaps: GapLog;
  readonly scheduleCommit: () => void;
  /** True for demo and replay: the events' own times are show times. */
  readonly isShowTimed: () => boolean;
};

/**
 * When each source's link was there and when it was not. Every change is an event of the log, from
 * which a restart takes it up again, and every outage ends in exactly one gap.
 */
export class SourceLinks {
  readonly #deps: SourceLinksDeps;
  #serial = 0;

  constructor(deps: SourceLinksDeps) {
    this.#deps = deps;
  }

  /** A change of the link, at a show time, as an event; the same state twice is one. */
  record(state: SourceState, link: LinkEventState, reason: string | null, eventTs: number): void {
    // An outage is one event: the attempts within it are not.
    const isAttempt = link === 'connecting' && state.recordedLink === 'degraded';
    const { room, ingest, scheduleCommit, isShowTimed } = this.#deps;
    const show = room.show();
    if (link === state.recordedLink || isAttempt || show === null) return;
    state.recordedLink = link;
    this.#serial += 1;
    const receivedTs = room.ports.clock.wallNow();
    const event: FeedEvent = {
      kind: 'connector',
      state: link,
      reason,
      platform: state.row.platform,
      source: state.row.connector,
      platformRoomId: null,
      dedupeKey: `link:${receivedTs}:${this.#serial}`,
      platformTs: isShowTimed() ? eventTs : null,
      receivedTs,
      test: false,
      historical: false,
      actor: null,
      schema: EVENT_SCHEMA,
    };
    ingest.enqueueLink({ event, showId: show.id, sourceId: state.row.id, eventTs });
    scheduleCommit();
  }

  /** Data is missing since a show time. An outage that is under way already goes on as it is. */
  beginOutage(state: SourceState, cause: GapCause, fromTs: number, lost: number | null): void {
    const show = this.#deps.room.show();
    if (show === null || show.state === 'ended' || state.outage !== null) return;
    state.outage = { showId: show.id, cause, fromTs: Math.round(fromTs), lost };
  }

  /** Data comes again, or the show is over: what was missed becomes the outage's one gap. */
  endOutage(state: SourceState): void {
    const { outage } = state;
    if (outage === null) return;
    state.outage = null;
    const { fromTs } = outage;
    const toTs = Math.max(fromTs, this.#endOf(outage.showId));
    const sourceId = state.row.id;
    this.#deps.gaps.record({ ...outage, sourceId, sourceLabel: state.label(), toTs });
    this.#deps.scheduleCommit();
  }

  /** Takes up a show that was running when the program ended, as its log tells it. */
  restore(state: SourceState, showId: ShowId, resumed: Resumption): void {
    const { room } = this.#deps;
    const { hasAny, open } = linkHistoryOf(room.db, showId, state.row.id);
    const isOwnFeed = state.row.parentId === null;
    if (!state.isEnabled) {
      // One that was off before the show began is no part of it.
      if (!hasAny) return;
      this.beginOutage(state, 'switched_off', open?.eventTs ?? resumed.fromTs, null);
      state.recordedLink = 'closed';
    } else if (!hasAny || !isOwnFeed) {
      return;
    } else if (open === undefined) {
      const nowTs = room.showNow();
      this.beginOutage(state, resumed.cause, nowTs, null);
      this.record(state, 'connecting', null, nowTs);
    } else {
      const cause = open.state === 'closed' ? 'switched_off' : 'source_lost';
      this.beginOutage(state, cause, open.eventTs, null);
      state.recordedLink = 'degraded';
    }
  }

  /** Show time at which an outage of that show ends now at the latest. */
  #endOf(showId: ShowId): number {
    const { room } = this.#deps;
    if (room.show()?.id === showId) return room.showNow();
    return showById(room.db, showId)?.show.endedTs ?? room.showNow();
  }
}
