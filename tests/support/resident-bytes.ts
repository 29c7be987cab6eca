import { readFileSync } from 'node:fs';

/** Resident memory of a process of this machine, in bytes. Linux only. */
export function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  if (kilobytes === undefined) throw new Error(`no memory figure of process ${pid}`);
  return Number(kilobytes) * 1024;
}
