import type { FeedSink, LinkReport, RoomView } from '#core/feeds/feed.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import { type ShowClock, showTimeAt } from '#shared/model/show.ts';

import type { PlaybackClock } from './playback-clock.ts';

export type Told = {
  readonly events: FeedEvent[];
  readonly batches: number[];
  readonly bad: { readonly raw: string; readonly reason: string }[];
  readonly reports: LinkReport[];
  readonly gaps: { readonly fromTs: number; readonly toTs: number; readonly lost: number | null }[];
  readonly progress: { readonly fraction: number | null; readonly isFinished: boolean }[];
};

/** A sink that keeps all it is told. */
export function recordingSink(): { readonly sink: FeedSink; readonly told: Told } {
  const told: Told = { events: [], batches: [], bad: [], reports: [], gaps: [], progress: [] };
  const sink: FeedSink = {
    accept(events) {
      told.events.push(...events);
      told.batches.push(events.length);
    },
    bad: (raw, reason) => void told.bad.push({ raw: String(raw), reason }),
    raw: () => undefined,
    report: (report) => void told.reports.push(report),
    stream: () => undefined,
    gap: (fromTs, toTs, lost) => void told.gaps.push({ fromTs, toTs, lost }),
    progress: (fraction, isFinished) => void told.progress.push({ fraction, isFinished }),
  };
  return { sink, told };
}

export type PlaybackRoom = RoomView & {
  setSpeed(speed: number): void;
  push(product: string | null): void;
  sendCue(kind: string): void;
};

/** A room whose show began `sinceStartMs` of show time ago and runs on a fake clock. */
export function playbackRoom(
  clock: PlaybackClock,
  speed: number,
  sinceStartMs: number,
): PlaybackRoom {
  const startTs = clock.wallNow() - sinceStartMs;
  let time: ShowClock = { anchorShowTs: clock.wallNow(), anchorWallTs: clock.wallNow(), speed };
  let product: string | null = null;
  let cue: { readonly kind: string; readonly sentTs: number } | null = null;
  const showNow = () => showTimeAt(time, clock.wallNow());
  return {
    showNow,
    showStartTs: () => startTs,
    speed: () => time.speed,
    productOnShelf: () => product,
    lastCue: () => cue,
    setSpeed(next) {
      time = { anchorShowTs: showNow(), anchorWallTs: clock.wallNow(), speed: next };
    },
    push(code) {
      product = code;
    },
    sendCue(kind) {
      cue = { kind, sentTs: showNow() };
    },
  };
}
