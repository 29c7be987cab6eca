import { z } from 'zod';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { SourceId } from '#shared/model/ids.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { Receiving } from '#shared/rules/pulse-series.ts';
import type { SourceStatus } from '#shared/rules/live-metrics.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import type { Ingest } from '../room/ingest.ts';
import type { RoomContext } from '../room/room-context.ts';
import type { FeedConfig, FeedDefinition, FeedSink, RoomView, RunningFeed } from './feed.ts';
import { findFeed } from './registry.ts';
import { makeSink, type SinkRoom } from './source-sink.ts';
import { SourceState } from './source-state.ts';
import {
  insertSource,
  removeSource,
  setSourceEnabled,
  sourcesOf,
  type SourceRow,
} from './sources.queries.ts';

const BRIDGE = 'bridge';
const StoredOptions = z.record(z.string(), z.unknown());

export type SourcesDeps = {
  readonly room: RoomContext;
  readonly ingest: Ingest;
  readonly view: RoomView;
  readonly sinkRoom: SinkRoom;
  readonly isPlayback: () => boolean;
  /** What a feed is given beyond its stored options (the pages of a stored show). */
  readonly feedOptions: (
    connector: string,
    stored: Readonly<Record<string, unknown>>,
  ) => Readonly<Record<string, unknown>>;
};

/** The sources of one room: which there are, which run, what their links say. */
export class SourcesService {
  readonly #deps: SourcesDeps;
  #states = new Map<number, SourceState>();
  #newestDataTs = 0;
  readonly #running = new Map<number, RunningFeed>();
  readonly #sinks = new Map<number, FeedSink>();
  readonly #stopping = new Set<Promise<void>>();

  constructor(deps: SourcesDeps) {
    this.#deps = deps;
  }

  slice(): RoomSlices['sources'] {
    return { sources: this.#visible().map((state) => state.view()) };
  }

  /** For the metrics: what each source could give and whether it gives it now. */
  statuses(): readonly SourceStatus[] {
    return this.#visible()
      .filter((state) => state.isEnabled)
      .map((state) => ({
        id: state.row.id,
        platform: state.row.platform,
        link: state.link,
        can: state.can,
      }));
  }

  /** For the pulse: is anything received, and from a source that tells orders. */
  receiving(): Receiving {
    const ready = this.statuses().filter((status) => status.link === 'ready');
    return { any: ready.length > 0, orders: ready.some((status) => status.can.orders) };
  }

  /** Whether data came since this was last asked. */
  takeHasNewData(): boolean {
    const newest = Math.max(0, ...[...this.#states.values()].map((state) => state.lastDataTs ?? 0));
    const isNew = newest !== this.#newestDataTs;
    this.#newestDataTs = newest;
    return isNew;
  }

  /** Reads the sources of the current show and starts those that are on. */
  startAll(): void {
    const { room, isPlayback } = this.#deps;
    const show = room.show();
    const rows = sourcesOf(room.db, room.roomId, isPlayback() && show !== null ? show.id : null);
    this.#states = new Map();
    for (const row of rows) {
      const feed = findFeed(row.connector);
      if (feed === undefined) continue;
      this.#states.set(row.id, new SourceState(row, feed.can, room.ports.clock.wallNow()));
    }
    if (show !== null && show.state !== 'ended') {
      for (const state of this.#states.values()) this.#start(state);
    }
    room.changed('sources');
  }

  /** Stops all feeds; nothing is taken from them from now on. */
  stopAll(): void {
    for (const id of this.#running.keys()) this.#stop(id);
    const nowTs = this.#deps.room.ports.clock.wallNow();
    for (const state of this.#states.values()) state.setLink('off', null, null, nowTs);
    this.#deps.room.changed('sources');
  }

  /** Resolves when every feed that was stopped has ended. */
  async settled(): Promise<void> {
    await Promise.all(this.#stopping);
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
    const address = parseAddress(feed, typedAddress);
    if (!address.ok) return address;
    const isHeld = [...this.#states.values()].some(
      ({ row }) => row.connector === connector && row.channel === channel.value,
    );
    if (isHeld) return fail('source_exists', { channel: channel.value });
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

  setEnabled(sourceId: SourceId, isEnabled: boolean): Result<Record<string, never>> {
    const { room } = this.#deps;
    const state = this.#states.get(sourceId);
    if (state === undefined) return fail('unknown_source', { sourceId });
    setSourceEnabled(room.db, sourceId, isEnabled);
    state.isEnabled = isEnabled;
    const nowTs = room.ports.clock.wallNow();
    if (!isEnabled) {
      this.#stop(sourceId);
      state.setLink('off', null, null, nowTs);
    } else if (state.row.parentId !== null) {
      // Its data comes with its parent's feed, which never stopped.
      state.setLink('ready', null, null, nowTs);
    } else if (this.#mayRun()) {
      this.#start(state);
    }
    room.changed('sources');
    return ok({});
  }

  remove(sourceId: SourceId): Result<Record<string, never>> {
    const { room } = this.#deps;
    if (!this.#states.has(sourceId)) return fail('unknown_source', { sourceId });
    this.#stop(sourceId);
    removeSource(room.db, sourceId, room.ports.clock.wallNow());
    this.#states.delete(sourceId);
    room.changed('sources');
    return ok({});
  }

  /** The source of another program's events; made when first heard of. */
  openBridge(sender: string): void {
    this.#bridgeSink(sender);
  }

  acceptFromBridge(sender: string, events: readonly FeedEvent[]): void {
    this.#bridgeSink(sender)?.accept(events);
  }

  /** The state of one platform inside a feed that carries several; made when first heard of. */
  childOf(parent: SourceState, platform: string): SourceState {
    for (const state of this.#states.values()) {
      if (state.row.parentId === parent.row.id && state.row.platform === platform) return state;
    }
    const { room } = this.#deps;
    const { row } = parent;
    const base = { roomId: room.roomId, showId: row.showId, parentId: row.id };
    const own = { connector: row.connector, platform, channel: platform, address: null };
    const id = room.commit(() => insertSource(room.db, { ...base, ...own, options: {} }));
    if (id === null) return parent;
    const nowTs = room.ports.clock.wallNow();
    const child = new SourceState(
      { ...own, id, showId: row.showId, parentId: row.id, options: '{}', isEnabled: 1 },
      parent.can,
      nowTs,
    );
    child.setLink('ready', null, null, nowTs);
    this.#states.set(id, child);
    room.changed('sources');
    return child;
  }

  /** A feed of several platforms is shown as those; itself only until the first is known. */
  #visible(): readonly SourceState[] {
    const parents = new Set([...this.#states.values()].map((state) => state.row.parentId));
    return [...this.#states.values()].filter((state) => !parents.has(state.row.id));
  }

  #mayRun(): boolean {
    const show = this.#deps.room.show();
    return show !== null && show.state !== 'ended';
  }

  #bridgeSink(sender: string): FeedSink | undefined {
    const { room, isPlayback } = this.#deps;
    const isBridge = ({ row }: SourceState): boolean =>
      row.connector === BRIDGE && row.channel === sender && row.parentId === null;
    const held = [...this.#states.values()].find(isBridge);
    if (held !== undefined) return this.#sinks.get(held.row.id);
    const show = room.show();
    const place = { roomId: room.roomId, showId: isPlayback() ? (show?.id ?? null) : null };
    const own = { parentId: null, connector: BRIDGE, platform: BRIDGE, channel: sender };
    const id = insertSource(room.db, { ...place, ...own, address: null, options: {} });
    this.#adopt({ ...place, ...own, id, address: null, options: '{}', isEnabled: 1 });
    return this.#sinks.get(id);
  }

  #adopt(row: SourceRow): void {
    const { room } = this.#deps;
    const feed = findFeed(row.connector);
    if (feed === undefined) return;
    const state = new SourceState(row, feed.can, room.ports.clock.wallNow());
    this.#states.set(row.id, state);
    if (this.#mayRun()) this.#start(state);
    room.changed('sources');
  }

  #startAdded(id: number): void {
    const { room } = this.#deps;
    const row = sourcesOf(room.db, room.roomId, null).find((candidate) => candidate.id === id);
    if (row !== undefined && !this.#deps.isPlayback()) this.#adopt(row);
  }

  #start(state: SourceState): void {
    const { room, ingest, view, sinkRoom } = this.#deps;
    const feed = findFeed(state.row.connector);
    const isOwnFeed = state.row.parentId === null;
    if (feed === undefined || !state.isEnabled) return;
    if (!isOwnFeed) {
      state.setLink('ready', null, null, room.ports.clock.wallNow());
      return;
    }
    if (this.#running.has(state.row.id)) return;
    const childOf =
      feed.platform === null ? (platform: string) => this.childOf(state, platform) : () => state;
    const sink = makeSink({ state, childOf, room, ingest, sinkRoom });
    state.setLink('connecting', null, null, room.ports.clock.wallNow());
    this.#sinks.set(state.row.id, sink.sink);
    const running = feed.start(this.#configOf(state), sink.sink, view, room.ports);
    this.#running.set(state.row.id, {
      stop() {
        sink.close();
        return running.stop();
      },
    });
  }

  #configOf(state: SourceState): FeedConfig {
    const { connector, channel, address, options } = state.row;
    const stored = StoredOptions.parse(JSON.parse(options));
    return { channel, address, options: this.#deps.feedOptions(connector, stored) };
  }

  #stop(id: number): void {
    const running = this.#running.get(id);
    if (running === undefined) return;
    this.#running.delete(id);
    this.#sinks.delete(id);
    const stopped = running.stop().finally(() => this.#stopping.delete(stopped));
    this.#stopping.add(stopped);
  }
}

function parseAddress(feed: FeedDefinition, typed: string | null): Result<string | null> {
  if (typed === null || typed.trim() === '') return ok(null);
  if (feed.parseAddress === null) return fail('address_invalid', { address: typed });
  return feed.parseAddress(typed.trim());
}
