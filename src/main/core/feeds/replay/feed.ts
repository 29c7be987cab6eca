import { ok } from '#shared/contract/app-error.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import { noActs } from '#shared/model/chat-act.ts';

import type { Ports } from '../../ports.ts';
import { IDLE_FEED, NO_OUTAGE } from '../feed.ts';
import type { FeedDefinition, FeedSink, RoomView, RunningFeed } from '../feed.ts';
import { openRecording } from './open-recording.ts';
import { ReplayOptions } from './replay-options.ts';
import { type TimedEvent, Timeline, rebase } from './timeline.ts';
import type { ReplayReader } from './types.ts';

const POLL_MS = 50;
/** A start this late after the show's own start is a restart: what lies before was told already. */
const RESTART_AFTER_MS = 30_000;
/** Told again before the place of a restart; the store drops what it has. */
const OVERLAP_MS = 5_000;
const PROGRESS_STEP = 0.001;

/** Plays a recorded show or event file into the room at the room's speed. */
export const replayFeed: FeedDefinition = {
  connector: 'replay',
  platform: null,
  can: { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true },
  acts: () => noActs('recorded'),
  parseChannel: (typed) => ok(typed.trim()),
  parseAddress: null,
  parseLogin: null,
  start(config, sink, room, ports) {
    const options = ReplayOptions.safeParse(config.options);
    if (!options.success) {
      sink.report({ link: 'failed', reason: 'bad_options', ...NO_OUTAGE });
      return IDLE_FEED;
    }
    const replay = new Replay(options.data, sink, room, ports);
    return replay;
  },
};

class Replay implements RunningFeed {
  readonly act = null;
  readonly #sink: FeedSink;
  readonly #room: RoomView;
  readonly #ports: Ports;
  readonly #startTs: number;
  readonly #tellFromMs: number;
  readonly #ended: Promise<void>;
  #isStopped = false;
  #wake: (() => void) | null = null;

  constructor(options: ReplayOptions, sink: FeedSink, room: RoomView, ports: Ports) {
    this.#sink = sink;
    this.#room = room;
    this.#ports = ports;
    this.#startTs = room.showStartTs();
    const offsetMs = room.showNow() - this.#startTs;
    this.#tellFromMs = offsetMs > RESTART_AFTER_MS ? offsetMs - OVERLAP_MS : 0;
    this.#ended = this.#run(options);
  }

  /** A file proves nothing. */
  verify(): void {}

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#wake?.();
    await this.#ended;
  }

  async #run(options: ReplayOptions): Promise<void> {
    let reader: ReplayReader | null = null;
    try {
      reader = await openRecording(options);
      if (!this.#isStopped) await this.#play(reader);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      this.#ports.logger.log('warn', 'replay_unreadable', { code });
      if (!this.#isStopped) {
        this.#sink.report({ link: 'failed', reason: 'file_unreadable', ...NO_OUTAGE });
      }
    } finally {
      await reader?.close();
    }
  }

  async #play(reader: ReplayReader): Promise<void> {
    this.#sink.report({ link: 'ready', reason: null, ...NO_OUTAGE });
    this.#sink.progress(0, false);
    let toldFraction = 0;
    const timeline = new Timeline();
    for (let page = await reader.next(); page !== null; page = await reader.next()) {
      if (this.#isStopped) return;
      for (const { raw, reason } of page.bad) this.#sink.bad(raw, reason);
      const timed = page.events.map((record) => timeline.place(record));
      await this.#tell(timed.filter(({ dueMs }) => dueMs >= this.#tellFromMs));
      if (this.#isStopped) return;
      if (page.fraction === null || page.fraction - toldFraction < PROGRESS_STEP) continue;
      toldFraction = page.fraction;
      this.#sink.progress(page.fraction, false);
    }
    if (!this.#isStopped) this.#sink.progress(1, true);
  }

  /** Tells a page as its events become due; returns when all of it is told or the feed is stopped. */
  async #tell(page: readonly TimedEvent[]): Promise<void> {
    let place = 0;
    while (place < page.length && !this.#isStopped) {
      const nowMs = this.#room.showNow() - this.#startTs;
      const receivedTs = this.#ports.clock.wallNow();
      const due: FeedEvent[] = [];
      for (let timed = page[place]; timed !== undefined && timed.dueMs <= nowMs;) {
        due.push(rebase(timed, this.#startTs, receivedTs));
        place += 1;
        timed = page[place];
      }
      if (due.length > 0) this.#accept(due);
      if (place < page.length) await this.#pause();
    }
  }

  #accept(due: readonly FeedEvent[]): void {
    this.#sink.accept(due);
    for (const event of due) {
      if (event.kind === 'stream' && event.state !== 'title') this.#sink.stream(event.state);
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#ports.clock.after(POLL_MS, resolve);
      this.#wake = () => {
        cancel();
        resolve();
      };
    });
  }
}
