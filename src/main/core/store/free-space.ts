import { existsSync, rmSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';

import { dataFiles } from './data-files.ts';

/** Below it the operator is told while there is still time. */
export const LOW_SPACE_BYTES = 1024 ** 3;
/** Given back when the disk is full, so that the show can go on and end in order. */
export const RESERVE_BYTES = 64 * 1024 ** 2;

/** Bytes that this user may still write in the data folder; null where the system does not say. */
export async function freeBytes(dataFolder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(dataFolder);
    return Math.floor(bavail * bsize);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

export function hasReserve(dataFolder: string): boolean {
  return existsSync(dataFiles(dataFolder).reserve);
}

/** Gives the reserve back to the disk; returns the bytes gained. */
export function releaseReserve(dataFolder: string): number {
  const { reserve } = dataFiles(dataFolder);
  const bytes = statSync(reserve, { throwIfNoEntry: false })?.size ?? 0;
  rmSync(reserve, { force: true });
  return bytes;
}
