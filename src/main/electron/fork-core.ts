import { utilityProcess, type UtilityProcess } from 'electron';

/**
 * Starts the core's process from the bundled `entry`; needs a ready app. `cacheFolder` keeps what its
 * code was compiled to; whoever deletes it loses nothing but some of the next start's speed.
 */
export function forkCore(entry: string, cacheFolder: string): UtilityProcess {
  return utilityProcess.fork(entry, [cacheFolder], {
    serviceName: 'Cuedesk Core',
    // Stdout is kept for the machine-readable line.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
