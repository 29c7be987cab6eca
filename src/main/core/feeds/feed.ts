import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { SourceActs } from '#shared/model/chat-act.ts';
import type { LinkState, SourceCan, SourceLogin, StreamState } from '#shared/model/source.ts';
import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { SourceReason } from '#shared/model/source-reason.ts';
import type { Ports } from '../ports.ts';
import type { ActReply, ActRequest } from './chat-door.ts';

/** How a running feed tells the room about its link; `source.reason.<reason>` is shown. */
export type LinkReport = {
  readonly link: LinkState;
  readonly reason: SourceReason | null;
  /** Wall time of the next attempt while reconnecting. */
  readonly nextAttemptTs: number | null;
  /**
   * Show time since which data is missing; null while nothing is known to be. The room writes the
   * gap when the link is `ready` again, or when the source or its show ends.
   */
  readonly missingSinceTs: number | null;
};

/** The rest of a report by which nothing is missing and no attempt is planned. */
export const NO_OUTAGE = { nextAttemptTs: null, missingSinceTs: null } as const;

/** What a running feed may do; one for each source, made by the room. */
export interface FeedSink {
  /**
   * Takes decoded events in their order of arrival. Events that were seen already (same dedupeKey)
   * may come again after a reconnect: the store drops them. Returns at once; the events are
   * committed within 50 ms.
   */
  accept(events: readonly FeedEvent[]): void;
  /** A message that could not be decoded: counted, kept in the bounded raw log, never thrown. */
  bad(raw: string | Uint8Array, reason: string): void;
  /** A raw frame for the bounded log of raw frames (optional for feeds without frames). */
  raw(frame: string | Uint8Array): void;
  report(report: LinkReport): void;
  /** The platform's stream went on or off air, where the source can tell. */
  stream(state: StreamState): void;
  /**
   * A feed that knows by itself what was missed between two show times (a simulation); becomes an
   * explicit gap. What a lost link costs is told by `report`.
   * `lost` null: it cannot be known how much. `platform` names the one of several that this feed
   * carries; null means the feed as a whole.
   */
  gap(fromTs: number, toTs: number, lost: number | null, platform: string | null): void;
  /** A playback (demo, replay) reached its end or moved on; 0..1, null unknown. */
  progress(fraction: number | null, isFinished: boolean): void;
}

/** What the room tells a feed about itself; the simulator reacts to it, live feeds ignore it. */
export interface RoomView {
  /** Show time now, UTC milliseconds. */
  showNow(): number;
  /** Show time at which the show started. */
  showStartTs(): number;
  /** 1..20; always 1 for live shows. May change while running. */
  speed(): number;
  /** Code of the product on the shelf now, null for none. */
  productOnShelf(): string | null;
  /** Show time of the last cue that was sent, with its kind; null for none. */
  lastCue(): { readonly kind: string; readonly sentTs: number } | null;
}

/** Who a feed logs in as. */
export type FeedLogin = { readonly name: string; readonly token: string };

export type FeedConfig = {
  readonly channel: string;
  readonly address: string | null;
  /** What this kind of feed needs besides (seed, rate, file); parsed by the feed itself. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Null listens without one; `unreadable` must be entered again. */
  readonly login: FeedLogin | 'unreadable' | null;
};

export interface RunningFeed {
  /**
   * Does something in the platform's chat and gives its answer; that it is so comes as the platform's
   * own event by the sink. Null where the feed only reads.
   */
  readonly act: ((request: ActRequest) => Promise<ActReply>) | null;
  /**
   * Time passed in which nothing was listened to (the machine slept): proves the link at once
   * instead of waiting for its watchdog; does nothing where there is no link.
   */
  verify(): void;
  /**
   * Ends in order: what still arrives until the platform has closed too is handed over, then what
   * the feed itself holds back; no sink call comes after the promise resolves.
   */
  stop(): Promise<void>;
}

/** A feed that has nothing to run. */
export const IDLE_FEED: RunningFeed = {
  act: null,
  verify: () => undefined,
  stop: () => Promise.resolve(),
};

/** One platform connector. Registered with one line in registry.ts. */
export interface FeedDefinition {
  readonly connector: string;
  /** Platform of its events where it is always the same; null where events say it (simulator, replay). */
  readonly platform: string | null;
  readonly can: SourceCan;
  /** What can be done in the chat of one of its platforms; `login` as the source has it. */
  acts(platform: string, login: SourceLogin | null): SourceActs;
  /** Checks and tidies what the operator typed (`https://www.twitch.tv/Foo` -> `foo`). */
  parseChannel(typed: string): Result<string>;
  /** null when the address cannot be set for this feed. */
  parseAddress: ((typed: string) => Result<string>) | null;
  /** Checks and tidies a login that was typed; null where there is none. */
  parseLogin: ((name: string, token: string) => Result<FeedLogin>) | null;
  start(config: FeedConfig, sink: FeedSink, room: RoomView, ports: Ports): RunningFeed;
}

/** A pure decoder of one platform's raw messages, shared by the feed and the command line. */
export interface LineDecoder {
  /** Never throws. Lines that carry no event of a room (PING, CAP) give `events: []`. */
  decode(line: string, receivedTs: number): DecodeResult;
}

export type DecodeResult =
  | { readonly ok: true; readonly events: readonly FeedEvent[] }
  | { readonly ok: false; readonly reason: string };

/** What the operator typed as a server; null is the platform's own. Refused: address_invalid. */
export function parseFeedAddress(
  feed: FeedDefinition,
  typed: string | null,
): Result<string | null> {
  if (typed === null || typed.trim() === '') return ok(null);
  if (feed.parseAddress === null) return fail('address_invalid', { address: typed });
  return feed.parseAddress(typed.trim());
}
