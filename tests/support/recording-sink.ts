import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { FeedSink, LinkReport, RoomView } from '#core/feeds/feed.ts';
import type { FakeClock } from './test-ports.ts';

export type RecordedGap = {
  readonly fromTs: number;
  readonly toTs: number;
  readonly lost: number | null;
};

/** A sink that keeps everything in order, and lets a test wait for what it expects. */
export class RecordingSink implements FeedSink {
  readonly events: FeedEvent[] = [];
  readonly refused: { readonly raw: string | Uint8Array; readonly reason: string }[] = [];
  readonly frames: (string | Uint8Array)[] = [];
  readonly reports: LinkReport[] = [];
  readonly gaps: RecordedGap[] = [];
  /** Names of the calls, in order. */
  readonly calls: string[] = [];
  readonly #clock: FakeClock | null;
  #missingSinceTs: number | null = null;
  #waiters: (() => void)[] = [];

  /** @param clock of a show that runs by it, for the ends of gaps; null where none are looked at */
  constructor(clock: FakeClock | null) {
    this.#clock = clock;
  }

  accept(events: readonly FeedEvent[]): void {
    this.events.push(...events);
    this.#note('accept');
  }

  bad(raw: string | Uint8Array, reason: string): void {
    this.refused.push({ raw, reason });
    this.#note('bad');
  }

  raw(frame: string | Uint8Array): void {
    this.frames.push(frame);
    this.#note('raw');
  }

  /** Gaps come of reports as the room makes them: from the first that says so until it is ready. */
  report(report: LinkReport): void {
    this.reports.push(report);
    const { link, missingSinceTs } = report;
    if (link !== 'ready') this.#missingSinceTs ??= missingSinceTs;
    else if (this.#missingSinceTs !== null) {
      const toTs = this.#clock?.wallNow() ?? this.#missingSinceTs;
      this.gaps.push({ fromTs: this.#missingSinceTs, toTs, lost: null });
      this.#missingSinceTs = null;
    }
    this.#note(`report ${report.link}`);
  }

  stream(): void {
    this.#note('stream');
  }

  gap(fromTs: number, toTs: number, lost: number | null): void {
    this.gaps.push({ fromTs, toTs, lost });
    this.#note('gap');
  }

  progress(): void {
    this.#note('progress');
  }

  /** Resolves as soon as the condition holds, looked at after each call. */
  until(isTrue: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): boolean => {
        if (!isTrue()) return false;
        resolve();
        return true;
      };
      if (look()) return;
      const waiter = (): void => {
        if (look()) this.#waiters = this.#waiters.filter((other) => other !== waiter);
      };
      this.#waiters.push(waiter);
    });
  }

  get link(): LinkReport | undefined {
    return this.reports.at(-1);
  }

  #note(call: string): void {
    this.calls.push(call);
    for (const waiter of this.#waiters) waiter();
  }
}

/** A room whose show runs by the clock, with nothing on the shelf. */
export function liveRoomView(clock: FakeClock): RoomView {
  const startTs = clock.wallNow();
  return {
    showNow: () => clock.wallNow(),
    showStartTs: () => startTs,
    speed: () => 1,
    productOnShelf: () => null,
    lastCue: () => null,
  };
}
