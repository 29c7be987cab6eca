import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { SourceReason } from '#shared/model/source-reason.ts';
import type { LinkState } from '#shared/model/source.ts';
import type { RoomContext } from '../../room/room-context.ts';
import type { FeedSink } from '../feed.ts';
import { findFeed } from '../registry.ts';
import { bridgeOf, isPlatformOff, type BridgeKey } from '../source-lists.rules.ts';
import type { SourceState } from '../source-state.ts';
import { insertSource, type SourceRow } from '../sources.queries.ts';

export type BridgeSourcesDeps = {
  readonly room: RoomContext;
  readonly isPlayback: () => boolean;
  readonly states: () => readonly SourceState[];
  readonly sinkOf: (sourceId: number) => FeedSink | undefined;
  /** Takes a new source among the room's, and starts it. */
  readonly adopt: (row: SourceRow) => void;
};

/** How a bridge stands; `lostMs`: for so long nothing has been known of it, null while it is there. */
export type BridgeLink = {
  readonly link: Extract<LinkState, 'ready' | 'reconnecting'>;
  readonly reason: SourceReason | null;
  readonly lostMs: number | null;
};

/** The sources of other programs' events, each made when its sender is first heard of. */
export class BridgeSources {
  readonly #deps: BridgeSourcesDeps;

  constructor(deps: BridgeSourcesDeps) {
    this.#deps = deps;
  }

  /** False while it, or one of the platforms the events are of, is switched off. */
  open(key: BridgeKey, platforms: ReadonlySet<string>): boolean {
    if (this.#sink(key) === undefined) return false;
    const states = this.#deps.states();
    return !isPlatformOff(states, bridgeOf(states, key), platforms);
  }

  accept(key: BridgeKey, events: readonly FeedEvent[]): void {
    this.#sink(key)?.accept(events);
  }

  /** The sender's source, if it has been made. */
  find(key: BridgeKey): SourceState | undefined {
    return bridgeOf(this.#deps.states(), key);
  }

  /** Inside a commit: its source, made if it is not there yet. */
  ensure(key: BridgeKey): void {
    if (this.find(key) === undefined) this.#make(key);
  }

  /** Says how its sender stands, if that is another word than before. */
  report(key: BridgeKey, { link, reason, lostMs }: BridgeLink): void {
    const { room, sinkOf } = this.#deps;
    const state = this.find(key);
    if (state === undefined || (state.link === link && state.reason === reason)) return;
    const nowTs = room.ports.clock.wallNow();
    // Of the time before this show nothing is missing in it.
    const missingMs = lostMs === null ? null : Math.min(lostMs, nowTs - state.linkSinceTs);
    const missingSinceTs = missingMs === null ? null : room.showNow() - missingMs;
    sinkOf(state.row.id)?.report({ link, reason, nextAttemptTs: null, missingSinceTs });
  }

  #sink(key: BridgeKey): FeedSink | undefined {
    const held = this.find(key);
    return this.#deps.sinkOf(held === undefined ? this.#make(key) : held.row.id);
  }

  #make({ connector, sender }: BridgeKey): number {
    const { room, isPlayback, adopt } = this.#deps;
    const show = room.show();
    const place = { roomId: room.roomId, showId: isPlayback() ? (show?.id ?? null) : null };
    const platform = findFeed(connector)?.platform ?? connector;
    const own = { parentId: null, connector, platform, channel: sender };
    const id = insertSource(room.db, { ...place, ...own, address: null, options: {} });
    adopt({ ...place, ...own, id, address: null, options: '{}', isEnabled: 1 });
    return id;
  }
}
