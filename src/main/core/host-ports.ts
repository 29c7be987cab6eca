import type { LogLevel, Ports } from './ports.ts';
import { createBrowserPrinter } from './printing/browser-printer.ts';
import { createSecretFile, PLAIN_CIPHER } from './secrets/secret-file.ts';
import { createSystemLogger, systemClock, systemRandomness } from './system-ports.ts';

/**
 * What both hosts give the core. Secrets are in a file that only this user reads; the desktop app puts
 * the system's key ring in its place. Pages are printed by a browser of this machine; the desktop app
 * prints them itself.
 */
export function createSystemPorts(dataFolder: string, stderrLevel: LogLevel): Ports {
  const logger = createSystemLogger(dataFolder, stderrLevel);
  const secrets = createSecretFile(dataFolder, PLAIN_CIPHER, logger);
  const printer = createBrowserPrinter({
    clock: systemClock,
    logger,
    platform: process.platform,
    environment: process.env,
  });
  return { clock: systemClock, logger, randomness: systemRandomness, secrets, printer };
}
