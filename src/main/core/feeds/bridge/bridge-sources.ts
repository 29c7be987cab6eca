import type { RoomContext } from '../../room/room-context.ts';
import type { FeedSink } from '../feed.ts';
import { BRIDGE, bridgeOf, isPlatformOff } from '../source-lists.rules.ts';
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

/** The sources of other programs' events, each made when its sender is first heard of. */
export class BridgeSources {
  readonly #deps: BridgeSourcesDeps;

  constructor(deps: BridgeSourcesDeps) {
    this.#deps = deps;
  }

  /** False while it, or one of the platforms the events are of, is switched off. */
  open(sender: string, platforms: ReadonlySet<string>): boolean {
    if (this.sink(sender) === undefined) return false;
    const states = this.#deps.states();
    return !isPlatformOff(states, bridgeOf(states, sender), platforms);
  }

  sink(sender: string): FeedSink | undefined {
    const { room, isPlayback, states, sinkOf, adopt } = this.#deps;
    const held = bridgeOf(states(), sender);
    if (held !== undefined) return sinkOf(held.row.id);
    const show = room.show();
    const place = { roomId: room.roomId, showId: isPlayback() ? (show?.id ?? null) : null };
    const own = { parentId: null, connector: BRIDGE, platform: BRIDGE, channel: sender };
    const id = insertSource(room.db, { ...place, ...own, address: null, options: {} });
    adopt({ ...place, ...own, id, address: null, options: '{}', isEnabled: 1 });
    return sinkOf(id);
  }
}
