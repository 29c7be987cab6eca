import { performance } from 'node:perf_hooks';

/** For looking into a start: any value writes its steps to stderr. */
const ASKED_BY = 'CUEDESK_TIMELINE';

/**
 * A step of the start has been reached: `timeline <UTC milliseconds> <step>` where it was asked for,
 * else nothing. Steps of all processes share the wall's clock, so that they can be put in order.
 */
export function noteStep(step: string): void {
  if (process.env[ASKED_BY] !== undefined) write(performance.timeOrigin + performance.now(), step);
}

/** The program's own code begins to run, and since when its process has been there. */
export function noteProcess(name: string): void {
  if (process.env[ASKED_BY] === undefined) return;
  write(performance.timeOrigin, `${name}: process`);
  noteStep(`${name}: first line`);
}

function write(atMs: number, step: string): void {
  const { user, system } = process.cpuUsage();
  const worked = Math.round((user + system) / 1_000);
  process.stderr.write(`timeline ${Math.round(atMs)} ${step} (worked ${worked} ms)\n`);
}
