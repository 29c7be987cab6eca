import type { Clock, LogLevel, Ports, SecretStore } from '#core/ports.ts';
import type { PagePrinter } from '#core/printing/page-printer.ts';
import { fail, ok } from '#shared/contract/app-error.ts';

/** A clock that stands still until a test moves it; timers run in the order of their time. */
export interface FakeClock extends Clock {
  /** Moves wall and monotonic time and runs what falls due on the way. */
  advance(ms: number): void;
  /** The machine's clock is set: wall time jumps, monotonic time and timers do not. */
  setWall(wallTs: number): void;
  /** The machine sleeps: wall time goes on, monotonic time and timers stand still. */
  sleep(ms: number): void;
  /** The process is held: all clocks go on, then each timer that fell due runs once, late. */
  hold(ms: number): void;
  /** Timers that wait. */
  timerCount(): number;
}

export type LogLine = {
  readonly level: LogLevel;
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

export interface TestPorts extends Ports {
  readonly clock: FakeClock;
  readonly lines: readonly LogLine[];
}

type Timer = { readonly dueMs: number; readonly run: () => void; readonly everyMs: number | null };

function fakeClock(startWallTs: number): FakeClock {
  let wallTs = startWallTs;
  let nowMs = 1_000;
  let sleptMs = 0;
  let serial = 0;
  const timers = new Map<number, Timer>();

  function add(delayMs: number, run: () => void, everyMs: number | null): () => void {
    serial += 1;
    const id = serial;
    timers.set(id, { dueMs: nowMs + delayMs, run, everyMs });
    return () => timers.delete(id);
  }

  function nextDue(untilMs: number): readonly [number, Timer] | null {
    let next: readonly [number, Timer] | null = null;
    for (const entry of timers) {
      if (entry[1].dueMs <= untilMs && (next === null || entry[1].dueMs < next[1].dueMs)) {
        next = entry;
      }
    }
    return next;
  }

  return {
    wallNow: () => Math.round(wallTs),
    monotonicNow: () => nowMs,
    sleptMs: () => sleptMs,
    after: (delayMs, run) => add(delayMs, run, null),
    every: (periodMs, run) => add(periodMs, run, periodMs),
    advance(ms) {
      const untilMs = nowMs + ms;
      for (let next = nextDue(untilMs); next !== null; next = nextDue(untilMs)) {
        const [id, timer] = next;
        wallTs += timer.dueMs - nowMs;
        nowMs = timer.dueMs;
        if (timer.everyMs === null) timers.delete(id);
        else timers.set(id, { ...timer, dueMs: nowMs + timer.everyMs });
        timer.run();
      }
      wallTs += untilMs - nowMs;
      nowMs = untilMs;
    },
    setWall(next) {
      wallTs = next;
    },
    sleep(ms) {
      wallTs += ms;
      sleptMs += ms;
    },
    hold(ms) {
      wallTs += ms;
      nowMs += ms;
      const due = [...timers].filter(([, { dueMs }]) => dueMs <= nowMs);
      for (const [id, timer] of due.toSorted(([, a], [, b]) => a.dueMs - b.dueMs)) {
        // One of those before may have cancelled it.
        if (!timers.has(id)) continue;
        if (timer.everyMs === null) timers.delete(id);
        else timers.set(id, { ...timer, dueMs: nowMs + timer.everyMs });
        timer.run();
      }
    },
    timerCount: () => timers.size,
  };
}

/** Secrets in memory alone, readable at once. */
export function memorySecrets(): SecretStore {
  const texts = new Map<string, string>();
  return {
    protection: 'file',
    open: () => Promise.resolve(),
    read(name) {
      const text = texts.get(name);
      return text === undefined ? { state: 'absent' } : { state: 'ready', text };
    },
    put(name, text) {
      texts.set(name, text);
      return Promise.resolve(ok({}));
    },
    remove(name) {
      texts.delete(name);
      return Promise.resolve(ok({}));
    },
  };
}

/** A machine on which nothing can print. */
export const noPrinter: PagePrinter = {
  print: () => Promise.resolve(fail('printer_missing', { looked: 'test' })),
  close: () => Promise.resolve(),
};

/** 2026-03-01 20:00 UTC: a fixed evening, so that minutes and days are the same in every run. */
export const TEST_NOW = Date.UTC(2026, 2, 1, 20, 0, 0);

/** Ports that neither wait nor write anywhere; random bytes count up from a seed. */
export function testPorts(startWallTs: number = TEST_NOW): TestPorts {
  const lines: LogLine[] = [];
  let next = 1;
  return {
    clock: fakeClock(startWallTs),
    lines,
    logger: {
      log(level, event, fields) {
        lines.push({ level, event, fields });
      },
    },
    randomness: {
      bytes(length) {
        return Uint8Array.from({ length }, () => {
          next = (next * 73 + 41) % 251;
          return next;
        });
      },
      fraction: () => 0.5,
    },
    secrets: memorySecrets(),
    printer: noPrinter,
  };
}
