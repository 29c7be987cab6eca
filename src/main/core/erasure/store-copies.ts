import { closeSync, openSync, readSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

const SQLITE_HEADER = 'SQLite format 3\0';
const GZIP_HEADER = '\x1f\x8b';
/** As exports are named (`transfer/export-format.ts`), and as they were once. */
const EXPORT_NAME = /\.(?:cuedesk|jsonl\.gz)$/;
/** Folders of the data folder that are looked into: backups, quarantine and what lies in them. */
const MAX_DEPTH = 4;
/** The store itself, its lock, and the search index, which is made anew: somebody else's business. */
const OWN_FILES: ReadonlySet<string> = new Set(['cuedesk.sqlite', 'cuedesk.lock', 'search.sqlite']);

export type StoreCopy = {
  readonly path: string;
  /** As it is shown: relative to the data folder. */
  readonly name: string;
  /** `damaged` is named like a store but does not begin like one. */
  readonly kind: 'store' | 'export' | 'damaged';
};

/** A copy that is being made has this in its name; it is looked into when it is whole. */
const UNFINISHED = '.unfinished-';

/** Is a copy of the store being made in this moment? */
export function isCopyBeingMade(dataFolder: string): boolean {
  return filesUnder(dataFolder, MAX_DEPTH).some((path) => basename(path).startsWith(UNFINISHED));
}

/** Every file of the data folder that may hold people: copies of the store, whatever made them, and exports. */
export function storeCopies(dataFolder: string): readonly StoreCopy[] {
  return filesUnder(dataFolder, MAX_DEPTH)
    .flatMap((path): readonly StoreCopy[] => {
      const name = relative(dataFolder, path);
      const isOurs = OWN_FILES.has(name) || basename(name).startsWith(UNFINISHED);
      const kind = isOurs ? null : kindOf(path);
      return kind === null ? [] : [{ path, name, kind }];
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function kindOf(path: string): StoreCopy['kind'] | null {
  const start = firstBytes(path, SQLITE_HEADER.length);
  if (start === SQLITE_HEADER) return 'store';
  if (start.startsWith(GZIP_HEADER) && EXPORT_NAME.test(path)) return 'export';
  const isNamedLikeOne = /\.sqlite(\.(?!json$)\w+)?$/.test(path);
  const isSideFile = /-(wal|shm|journal)$/.test(path);
  return isNamedLikeOne && !isSideFile && start.length > 0 ? 'damaged' : null;
}

function firstBytes(path: string, length: number): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

function filesUnder(folder: string, depth: number): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return depth === 0 ? [] : filesUnder(path, depth - 1);
    // A file may be renamed or gone by now.
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    return entry.isFile() && size > 0 ? [path] : [];
  });
}
