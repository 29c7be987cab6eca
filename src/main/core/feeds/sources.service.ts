import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { ChatAct } from '#shared/model/chat-act.ts';
import { SourceId, type ShowId } from '#shared/model/ids.ts';
import type { Receiving } from '#shared/rules/pulse-series.ts';
import type { SourceStatus } from '#shared/rules/live-metrics.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import { openChatDoor, type ChatDoor } from './chat-door.ts';
import { BridgeSources } from './bridge/bridge-sources.ts';
import { parseFeedAddress } from './feed.ts';
import { findFeed } from './registry.ts';
import { SourceFeeds, type SourceFeedsDeps } from './source-feeds.ts';
import type { LoginChange } from './source-logins.ts';
import type { Resumption } from './source-links.ts';
import { childIn, isHeld, receivingOf, statusesOf, visibleOf } from './source-lists.rules.ts';
import { NO_DATA_CODES } from './source-sink.ts';
import { SourceState } from './source-state.ts';
import { restoreStreams } from './restore-streams.ts';
import {
  hasSource,
  insertSource,
  lastDataTsOf,
  removeSource,
  setSourceEnabled,
  sourcesOf,
  type SourceRow,
} from './sources.queries.ts';

export type SourcesDeps = Omit<SourceFeedsDeps, 'childOf' | 'stateOf'> & {
  readonly isPlayback: () => boolean;
};

/** After a start the first desk has its picture before the log is searched. */
const STREAMS_AFTER_MS = 250;

/** The sources of one room: which there are, which run, what their links say. */
export class SourcesService {
  readonly #deps: SourcesDeps;
  #states = new Map<number, SourceState>();
  #newestDataTs = 0;
  readonly #feeds: SourceFeeds;
  readonly bridges: BridgeSources;

  constructor(deps: SourcesDeps) {
    this.#deps = deps;
    this.#feeds = new SourceFeeds({
      ...deps,
      childOf: (parent, platform) => this.childOf(parent, platform),
      stateOf: (id) => this.#states.get(id),
    });
    this.bridges = new BridgeSources({
      ...deps,
      states: () => [...this.#states.values()],
      sinkOf: (id) => this.#feeds.sinkOf(id),
      adopt: (row) => this.#adopt(row),
    });
  }

  slice(): Omit<RoomSlices['sources'], 'warnings'> {
    const { logins, room } = this.#deps;
    return {
      sources: this.#visible().map((state) => state.view(logins.view(state.row))),
      secretProtection: room.ports.secrets.protection,
    };
  }

  /** For the metrics: what each source could give and whether it gives it now. */
  statuses(): readonly SourceStatus[] {
    return statusesOf(this.#visible());
  }

  /** The way into a source's chat. Refused: unknown_source, source_not_ready, chat_act_impossible. */
  chatDoor(sourceId: number, act: ChatAct): Result<ChatDoor> {
    const state = this.#states.get(sourceId);
    if (state === undefined) return fail('unknown_source', { sourceId });
    const login = this.#deps.logins.view(state.row);
    return openChatDoor(state, login, this.#feeds.feedOf(state), act);
  }

  /** For the pulse: is anything received, and from a source that tells orders. */
  receiving(): Receiving {
    return receivingOf(this.statuses());
  }

  /** Whether data came since this was last asked. */
  takeHasNewData(): boolean {
    const newest = Math.max(0, ...[...this.#states.values()].map((state) => state.lastDataTs ?? 0));
    const isNew = newest !== this.#newestDataTs;
    this.#newestDataTs = newest;
    return isNew;
  }

  /**
   * Reads the sources of the current show and starts those that are on.
   * @param resumed the show was running when the program ended
   */
  startAll(resumed: Resumption | null): void {
    const { room, isPlayback } = this.#deps;
    const show = room.show();
    const rows = sourcesOf(room.db, room.roomId, isPlayback() && show !== null ? show.id : null);
    this.#states = new Map();
    for (const row of rows) {
      const feed = findFeed(row.connector);
      if (feed === undefined) continue;
      const state = new SourceState(row, feed, room.ports.clock.wallNow());
      this.#states.set(row.id, state);
    }
    // The first picture of a start does without.
    if (resumed === null) this.readLastData();
    if (resumed !== null && show !== null) this.#noteStop(show.id, resumed);
    for (const state of this.#states.values()) {
      if (resumed !== null && show !== null) this.#feeds.restore(state, show.id, resumed);
      this.#feeds.start(state);
    }
    if (resumed !== null && show !== null) {
      room.ports.clock.after(STREAMS_AFTER_MS, () => restoreStreams(room, show.id, this.#states));
    }
    room.changed('sources');
  }

  /** When data last came of each, where none came since its start. */
  readLastData(): void {
    const { room } = this.#deps;
    const show = room.show();
    if (show === null) return;
    for (const state of this.#states.values()) {
      state.lastDataTs ??= lastDataTsOf(room.db, show.id, state.row.id, NO_DATA_CODES);
    }
  }

  /** Stops all feeds in order: what still arrives until they have closed is taken. */
  stopAll(): void {
    this.#feeds.stopAll();
    const nowTs = this.#deps.room.ports.clock.wallNow();
    for (const state of this.#states.values()) state.setLink('off', null, null, nowTs);
    this.#deps.room.changed('sources');
  }

  /** Resolves when every feed that was stopped has ended. */
  settled(): Promise<void> {
    return this.#feeds.settled();
  }

  /** After a pause of the machine or the core: every link proves at once that it is still there. */
  verify(): void {
    this.#feeds.verify();
  }

  /** The show is over: what was missed until its end is said. */
  endOutages(): void {
    for (const state of this.#states.values()) this.#feeds.endOutage(state);
  }

  /** The machine's clock was set by so much: times that are shown move with it. */
  shiftWall(jumpMs: number): void {
    for (const state of this.#states.values()) state.shiftWall(jumpMs);
    this.#deps.room.changed('sources');
  }

  /** A transaction was rolled back: sources that were new in it are not there. */
  afterRollback(): void {
    const { room } = this.#deps;
    for (const [id, state] of this.#states) {
      if (hasSource(room.db, id)) continue;
      this.#feeds.stop(state);
      this.#states.delete(id);
      room.changed('sources');
    }
  }

  add(
    connector: string,
    typedChannel: string,
    typedAddress: string | null,
  ): Result<{ sourceId: SourceId }> {
    const { room } = this.#deps;
    const feed = findFeed(connector);
    if (feed === undefined) return fail('unknown_platform', { connector });
    const channel = feed.parseChannel(typedChannel);
    if (!channel.ok) return channel;
    const address = parseFeedAddress(feed, typedAddress);
    if (!address.ok) return address;
    if (isHeld([...this.#states.values()], connector, channel.value))
      return fail('source_exists', { channel: channel.value });
    const id = insertSource(room.db, {
      roomId: room.roomId,
      showId: null,
      parentId: null,
      connector,
      platform: feed.platform ?? connector,
      channel: channel.value,
      address: address.value,
      options: {},
    });
    room.ports.clock.after(0, () => this.#startAdded(id));
    return ok({ sourceId: SourceId.parse(id) });
  }

  /** Stores whether it is listened to; `switch` makes it so after the commit. */
  setEnabled(sourceId: SourceId, isEnabled: boolean): Result<Record<string, never>> {
    if (!this.#states.has(sourceId)) return fail('unknown_source', { sourceId });
    setSourceEnabled(this.#deps.room.db, sourceId, isEnabled);
    return ok({});
  }

  /**
   * Off: what was received before is on disk when this returns, what still arrives until the
   * platform has closed is taken, and from then on a gap runs until the link is there again.
   */
  switch(sourceId: SourceId, isEnabled: boolean): void {
    const { room } = this.#deps;
    const state = this.#states.get(sourceId);
    if (state === undefined || state.isEnabled === isEnabled) return;
    state.isEnabled = isEnabled;
    if (isEnabled) this.#feeds.switchOn(state);
    else this.#feeds.switchOff(state);
    room.commit(() => undefined);
    room.changed('sources');
  }

  remove(sourceId: SourceId): Result<Record<string, never>> {
    const { room } = this.#deps;
    if (!this.#states.has(sourceId)) return fail('unknown_source', { sourceId });
    removeSource(room.db, sourceId, room.ports.clock.wallNow());
    return ok({});
  }

  /** After its removal was stored: listened to no more; a gap it was in ends here, its login goes. */
  async forget(sourceId: SourceId): Promise<void> {
    const { room } = this.#deps;
    const state = this.#states.get(sourceId);
    if (state === undefined) return;
    this.#feeds.end(state);
    this.#states.delete(sourceId);
    room.commit(() => undefined);
    room.changed('sources');
    await this.#deps.logins.remove(sourceId);
  }

  /** Changes as whom a source listens, then makes its link anew. Refused: unknown_source, and by `change`. */
  async changeLogin(sourceId: SourceId, change: LoginChange): ReturnType<LoginChange> {
    const state = this.#states.get(sourceId);
    if (state === undefined) return fail('unknown_source', { sourceId });
    const changed = await change(this.#deps.logins, state.row);
    // It may have been removed while the secret was being sealed.
    if (changed.ok && this.#states.get(sourceId) === state) this.#feeds.restart(state);
    this.#deps.room.changed('sources');
    return changed;
  }

  /** The state of one platform inside a feed that carries several; made when first heard of. */
  childOf(parent: SourceState, platform: string): SourceState {
    const held = childIn(this.#states.values(), parent, platform);
    if (held !== undefined) return held;
    const { room } = this.#deps;
    const { row } = parent;
    const base = { roomId: room.roomId, showId: row.showId, parentId: row.id };
    const own = { connector: row.connector, platform, channel: platform, address: null };
    const id = room.commit(() => insertSource(room.db, { ...base, ...own, options: {} }));
    if (id === null) return parent;
    const nowTs = room.ports.clock.wallNow();
    const child = new SourceState(
      { ...own, id, showId: row.showId, parentId: row.id, options: '{}', isEnabled: 1 },
      parent.feed,
      nowTs,
    );
    child.setLink('ready', null, null, nowTs);
    this.#states.set(id, child);
    room.changed('sources');
    return child;
  }

  /** While the program was not running nothing came from anywhere. */
  #noteStop(showId: ShowId, { cause, fromTs }: Resumption): void {
    const { room, gaps } = this.#deps;
    const all = { showId, sourceId: null, sourceLabel: null, lost: null };
    gaps.record({ ...all, cause, fromTs, toTs: room.showNow() });
  }

  #visible(): readonly SourceState[] {
    return visibleOf([...this.#states.values()]);
  }

  #adopt(row: SourceRow): void {
    const { room } = this.#deps;
    const feed = findFeed(row.connector);
    if (feed === undefined) return;
    const state = new SourceState(row, feed, room.ports.clock.wallNow());
    this.#states.set(row.id, state);
    this.#feeds.start(state);
    room.changed('sources');
  }

  #startAdded(id: number): void {
    const { room } = this.#deps;
    const row = sourcesOf(room.db, room.roomId, null).find((candidate) => candidate.id === id);
    if (row !== undefined && !this.#deps.isPlayback()) this.#adopt(row);
  }
}
