import type { Clock, Ports } from '#core/ports.ts';
import { memorySecrets, noPrinter } from '#tests/support/test-ports.ts';

export type PlaybackClock = Clock & {
  /** Moves both clocks on and runs what falls due, in order of time. */
  advance(ms: number): void;
};

type Timer = { dueMs: number; readonly periodMs: number | null; readonly run: () => void };

/** Ports whose clock stands still until it is advanced. */
export function playbackPorts(): { readonly ports: Ports; readonly clock: PlaybackClock } {
  const startTs = 1_790_000_000_000;
  let nowMs = 0;
  const timers = new Set<Timer>();
  function add(delayMs: number, periodMs: number | null, run: () => void): () => void {
    const timer = { dueMs: nowMs + delayMs, periodMs, run };
    timers.add(timer);
    return () => void timers.delete(timer);
  }
  function firstDue(untilMs: number): Timer | null {
    let first: Timer | null = null;
    for (const timer of timers) {
      if (timer.dueMs <= untilMs && (first === null || timer.dueMs < first.dueMs)) first = timer;
    }
    return first;
  }
  const clock: PlaybackClock = {
    wallNow: () => startTs + nowMs,
    monotonicNow: () => nowMs,
    sleptMs: () => 0,
    after: (delayMs, run) => add(delayMs, null, run),
    every: (periodMs, run) => add(periodMs, periodMs, run),
    advance(ms) {
      const untilMs = nowMs + ms;
      for (let timer = firstDue(untilMs); timer !== null; timer = firstDue(untilMs)) {
        nowMs = timer.dueMs;
        if (timer.periodMs === null) timers.delete(timer);
        else timer.dueMs += timer.periodMs;
        timer.run();
      }
      nowMs = untilMs;
    },
  };
  const ports: Ports = {
    clock,
    logger: { log: () => undefined },
    randomness: { bytes: (length) => new Uint8Array(length), fraction: () => 0.5 },
    secrets: memorySecrets(),
    printer: noPrinter,
  };
  return { ports, clock };
}
