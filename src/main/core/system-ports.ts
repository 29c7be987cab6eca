import { randomBytes } from 'node:crypto';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

import { createFileLogger } from './file-logger.ts';
import { createSecretFile, PLAIN_CIPHER } from './secrets/secret-file.ts';
import type { Clock, LogLevel, Ports, Randomness } from './ports.ts';

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
 * What both hosts give the core: logs go to `<dataFolder>/logs`, from `stderrLevel` on also to
 * stderr. CUEDESK_LOG=debug makes the file say more. Secrets are in a file that only this user reads;
 * the desktop app puts the system's key ring in its place.
 */
export function createSystemPorts(dataFolder: string, stderrLevel: LogLevel): Ports {
  const logger = createFileLogger({
    folder: join(dataFolder, 'logs'),
    fileLevel: process.env['CUEDESK_LOG'] === 'debug' ? 'debug' : 'info',
    stderrLevel,
    wallNow: () => systemClock.wallNow(),
    writeError: (line) => void process.stderr.write(line),
  });
  const secrets = createSecretFile(dataFolder, PLAIN_CIPHER, logger);
  return { clock: systemClock, logger, randomness: systemRandomness, secrets };
}

/** The machine's zone; UTC where it names none that exists, as with a broken TZ. */
export function machineTimeZone(): string {
  const zone: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone === undefined || zone === 'Etc/Unknown' ? 'UTC' : zone;
}
