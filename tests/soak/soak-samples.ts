import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';

import type { CDPSession, Page } from '@playwright/test';
import BetterSqlite from 'better-sqlite3';

import { mib } from './soak-figures.ts';

/** Resident memory of a process in bytes, as the kernel counts it. */
export function residentBytes(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) * 1024;
}

/** What the process holds open: files, sockets, pipes. */
export function openHandles(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).filter((name) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${name}`) !== '';
    } catch {
      // Closed since the folder was read.
      return false;
    }
  }).length;
}

export function walMiB(storePath: string): number {
  return mib(statSync(`${storePath}-wal`, { throwIfNoEntry: false })?.size ?? 0);
}

/** Bytes on disk for each event so far. */
export function bytesPerEvent(storePath: string): number {
  const db = new BetterSqlite(storePath, { readonly: true });
  try {
    const events = Number(db.prepare('SELECT count(*) FROM events').pluck().get());
    return events === 0 ? 0 : statSync(storePath).size / events;
  } finally {
    db.close();
  }
}

/** Every frame of the page from now on; `takeFrames` gives what came since it was asked last. */
export async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frames: number[] = [];
    Reflect.set(window, 'soakFrames', frames);
    let last = performance.now();
    const next = (now: number): void => {
      frames.push(now - last);
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
}

export function takeFrames(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const frames: unknown = Reflect.get(window, 'soakFrames');
    return Array.isArray(frames) ? frames.splice(0).map(Number) : [];
  });
}

export type PageFigures = {
  readonly deskHeap: number;
  readonly deskListeners: number;
  readonly deskNodes: number;
};

/** After a forced collection, so that only what is held counts. */
export async function pageFigures(session: CDPSession): Promise<PageFigures> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  return {
    deskHeap: mib(of('JSHeapUsedSize')),
    deskListeners: of('JSEventListeners'),
    deskNodes: of('Nodes'),
  };
}

/** Milliseconds for a loop that is always the same: the machine's speed at this moment. */
export function fixedLoopMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const startedMs = performance.now();
    let sum = 0;
    for (let turn = 0; turn < 3_000_000; turn += 1) sum += turn % 7;
    return sum > 0 ? performance.now() - startedMs : 0;
  });
}
