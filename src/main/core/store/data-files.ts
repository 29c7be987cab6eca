import { join } from 'node:path';

/** Where everything of the store lies in its data folder. */
export function dataFiles(dataFolder: string) {
  const store = join(dataFolder, 'cuedesk.sqlite');
  return {
    store,
    /** Beside the store while it is open; together they are the store. */
    companions: [`${store}-wal`, `${store}-shm`] as const,
    backups: join(dataFolder, 'backups'),
    quarantine: join(dataFolder, 'quarantine'),
    /** What is to replace the store, whole and verified, before it is moved to its place. */
    incoming: join(dataFolder, 'cuedesk.sqlite.incoming'),
    request: join(dataFolder, 'replacement.json'),
    state: join(dataFolder, 'store-state.json'),
    reserve: join(dataFolder, 'reserve.bin'),
    /** Scratch of a recovery. */
    salvage: join(dataFolder, 'salvage'),
  } as const;
}

/** A time as part of a file name: 2026-03-01T20-00-00-000Z. */
export function fileStamp(ts: number): string {
  return new Date(ts).toISOString().replace(/[:.]/g, '-');
}
