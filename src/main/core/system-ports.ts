import { randomBytes } from 'node:crypto';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

import { createFileLogger } from './file-logger.ts';
import type { Clock, Logger, LogLevel, Randomness } from './ports.ts';

/** The machine's own clocks and timers. */
export const systemClock: Clock = {
  wallNow: () => Date.now(),
  monotonicNow: () => performance.now(),
  // The uptime goes on while the machine sleeps, the monotonic clock stands still.
  sleptMs: () => uptime() * 1_000 - performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  every(periodMs, run) {
    const timer = setInterval(run, periodMs);
    return () => clearInterval(timer);
  },
};

export const systemRandomness: Randomness = {
  bytes: (length) => randomBytes(length),
  fraction: () => Math.random(),
};

/**
 * Logs go to `<dataFolder>/logs`, from `stderrLevel` on also to stderr. CUEDESK_LOG=debug makes the file
 * say more.
 */
export function createSystemLogger(dataFolder: string, stderrLevel: LogLevel): Logger {
  return createFileLogger({
    folder: join(dataFolder, 'logs'),
    fileLevel: process.env['CUEDESK_LOG'] === 'debug' ? 'debug' : 'info',
    stderrLevel,
    wallNow: () => systemClock.wallNow(),
    writeError: (line) => void process.stderr.write(line),
  });
}

/** The machine's zone; UTC where it names none that exists, as with a broken TZ. */
export function machineTimeZone(): string {
  const zone: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone === undefined || zone === 'Etc/Unknown' ? 'UTC' : zone;
}
