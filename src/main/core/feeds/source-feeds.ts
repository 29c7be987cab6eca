import { z } from 'zod';

import type { ShowId } from '#shared/model/ids.ts';
import type { GapLog } from '../room/gap-log.ts';
import type { Ingest } from '../room/ingest.ts';
import type { RoomContext } from '../room/room-context.ts';
import type { FeedConfig, FeedDefinition, FeedSink, RoomView, RunningFeed } from './feed.ts';
import { FeedRuns, type StartedFeed } from './feed-runs.ts';
import { findFeed } from './registry.ts';
import type { SourceLogins } from './source-logins.ts';
import { SourceLinks, type Resumption } from './source-links.ts';
import { makeSink, type SinkRoom } from './source-sink.ts';
import type { SourceState } from './source-state.ts';

const StoredOptions = z.record(z.string(), z.unknown());
const NOTHING = (): void => undefined;

export type SourceFeedsDeps = {
  readonly room: RoomContext;
  readonly ingest: Ingest;
  readonly gaps: GapLog;
  readonly logins: SourceLogins;
  readonly view: RoomView;
  readonly sinkRoom: SinkRoom;
  /** What a feed is given beyond its stored options (the pages of a stored show). */
  readonly feedOptions: (
    connector: string,
    stored: Readonly<Record<string, unknown>>,
  ) => Readonly<Record<string, unknown>>;
  readonly childOf: (parent: SourceState, platform: string) => SourceState;
  readonly stateOf: (sourceId: number) => SourceState | undefined;
};

/** The feeds behind the sources: starting, switching and ending them without losing anything. */
export class SourceFeeds {
  readonly #deps: SourceFeedsDeps;
  readonly #runs = new FeedRuns();
  readonly #links: SourceLinks;

  constructor(deps: SourceFeedsDeps) {
    this.#deps = deps;
    const { scheduleCommit, isShowTimed } = deps.sinkRoom;
    this.#links = new SourceLinks({ ...deps, scheduleCommit, isShowTimed });
  }

  sinkOf(id: number): FeedSink | undefined {
    return this.#runs.sinkOf(id);
  }

  /** The feed that carries the source: its own, or its parent's. */
  feedOf({ row }: SourceState): RunningFeed | undefined {
    return this.#runs.feedOf(row.parentId ?? row.id);
  }

  restore(state: SourceState, showId: ShowId, resumed: Resumption): void {
    this.#links.restore(state, showId, resumed);
  }

  /** Starts what is on, when there is a show to listen for. */
  start(state: SourceState): void {
    const { room } = this.#deps;
    const show = room.show();
    const feed = findFeed(state.row.connector);
    const mayRun = show !== null && show.state !== 'ended' && state.isEnabled;
    if (feed === undefined || !mayRun) return;
    if (state.row.parentId !== null) {
      state.setLink('ready', null, null, room.ports.clock.wallNow());
      return;
    }
    if (this.#runs.isWanted(state.row.id)) return;
    state.setLink('connecting', null, null, room.ports.clock.wallNow());
    this.#runs.start(state.row.id, () => this.#begin(state, feed, show.id));
  }

  switchOn(state: SourceState): void {
    if (state.row.parentId !== null) {
      // Its data comes with its parent's feed, which never stopped.
      this.#links.endOutage(state);
      this.#links.record(state, 'ready', null, this.#deps.room.showNow());
    }
    this.start(state);
  }

  /** The gap that begins here starts when the platform has closed, up to which data is taken. */
  switchOff(state: SourceState): void {
    const { room } = this.#deps;
    const showTs = room.showNow();
    state.setLink('off', null, null, room.ports.clock.wallNow());
    this.#links.endOutage(state);
    // Of a platform inside another source's feed it is seen what is not taken.
    const lost = state.row.parentId === null ? null : 0;
    this.#links.beginOutage(state, 'switched_off', showTs, lost);
    this.#links.record(state, 'closed', null, showTs);
    this.#runs.stop(state.row.id, () => {
      const { outage } = state;
      if (outage?.cause !== 'switched_off') return;
      state.outage = { ...outage, fromTs: Math.max(outage.fromTs, room.showNow()) };
    });
  }

  /** It is listened to no more; a gap it was in ends here. */
  end(state: SourceState): void {
    this.#runs.stop(state.row.id, NOTHING);
    this.#links.endOutage(state);
    this.#links.record(state, 'closed', null, this.#deps.room.showNow());
  }

  /** Makes the link anew, with a gap for what is missed in between. */
  restart(state: SourceState): void {
    if (!this.#runs.isWanted(state.row.id)) return;
    this.switchOff(state);
    this.switchOn(state);
  }

  stop(state: SourceState): void {
    this.#runs.stop(state.row.id, NOTHING);
  }

  stopAll(): void {
    for (const id of this.#runs.ids()) this.#runs.stop(id, NOTHING);
  }

  verify(): void {
    this.#runs.verify();
  }

  /** Resolves when every feed that was stopped has ended. */
  settled(): Promise<void> {
    return this.#runs.settled();
  }

  endOutage(state: SourceState): void {
    this.#links.endOutage(state);
  }

  #begin(state: SourceState, feed: FeedDefinition, showId: ShowId): StartedFeed {
    const { room, view } = this.#deps;
    const childOf =
      feed.platform === null
        ? (platform: string) => this.#deps.childOf(state, platform)
        : () => state;
    const own = makeSink({ ...this.#deps, state, showId, childOf, links: this.#links });
    const running = feed.start(this.#configOf(state), own.sink, view, room.ports);
    return { sink: own.sink, feed: running, closeSink: () => own.close() };
  }

  #configOf(state: SourceState): FeedConfig {
    const { connector, channel, address, options } = state.row;
    const stored = StoredOptions.parse(JSON.parse(options));
    const login = this.#deps.logins.read(state.row);
    return { channel, address, options: this.#deps.feedOptions(connector, stored), login };
  }
}
