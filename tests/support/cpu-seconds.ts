import { readFileSync } from 'node:fs';

/** The kernel counts in hundredths of a second on every Linux there is. */
const TICKS_A_SECOND = 100;

/** Processor time of a process so far, its own and the kernel's for it: what `process.cpuUsage` says inside. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // After the name, which may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}
