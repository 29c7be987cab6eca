import { utilityProcess, type UtilityProcess } from 'electron';

/** Starts the core's process from the bundled `entry`; needs a ready app. */
export function forkCore(entry: string): UtilityProcess {
  return utilityProcess.fork(entry, [], {
    serviceName: 'Cuedesk Core',
    // Stdout is kept for the machine-readable line.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
