import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

import { dataFiles } from '../data-files.ts';
import type { Engine } from '../engine.ts';

const HEADER_BYTES = 100;
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
/** Places in the header: https://www.sqlite.org/fileformat2.html#the_database_header */
const PAGE_SIZE_AT = 16;
const CHANGES_AT = 24;
const PAGES_AT = 28;
const VALID_FOR_AT = 92;

/**
 * Copies the damaged store with its log, so that reading it changes nothing of the original, and
 * mends what keeps SQLite from opening it at all: a lost header and a lost end. Returns the path.
 */
export function makeWorkingCopy(engine: Engine, dataFolder: string): string {
  const { store, companions, salvage } = dataFiles(dataFolder);
  rmSync(salvage, { recursive: true, force: true });
  mkdirSync(salvage, { recursive: true });
  const copy = join(salvage, 'damaged.sqlite');
  copyScratch(store, copy);
  const [log] = companions;
  if (existsSync(log)) copyScratch(log, `${copy}-wal`);
  mend(copy, () => headerOfNew(engine, join(salvage, 'empty.sqlite')));
  return copy;
}

/** Nothing of it outlives the recovery, so it need not reach the disk. */
function copyScratch(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
}

export function removeWorkingCopy(dataFolder: string): void {
  rmSync(dataFiles(dataFolder).salvage, { recursive: true, force: true });
}

function mend(path: string, newHeader: () => Buffer): void {
  const file = openSync(path, 'r+');
  let wantedBytes = 0;
  try {
    const { size } = fstatSync(file);
    const header = Buffer.alloc(HEADER_BYTES);
    readSync(file, header, 0, HEADER_BYTES, 0);
    if (!header.subarray(0, MAGIC.length).equals(MAGIC)) {
      const made = newHeader();
      made.writeUInt32BE(Math.ceil(size / pageSize(made)), PAGES_AT);
      writeSync(file, made, 0, HEADER_BYTES, 0);
      return;
    }
    // The end was cut off: SQLite opens nothing that is shorter than its header says.
    const isKnown = header.readUInt32BE(CHANGES_AT) === header.readUInt32BE(VALID_FOR_AT);
    wantedBytes = isKnown ? header.readUInt32BE(PAGES_AT) * pageSize(header) : 0;
    if (wantedBytes <= size) wantedBytes = 0;
  } finally {
    closeSync(file);
  }
  if (wantedBytes > 0) truncateSync(path, wantedBytes);
}

/** As SQLite itself writes it for a store of ours. */
function headerOfNew(engine: Engine, path: string): Buffer {
  const empty = engine(path);
  empty.exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = WAL; CREATE TABLE t (a)');
  empty.close();
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    readSync(file, header, 0, HEADER_BYTES, 0);
    return header;
  } finally {
    closeSync(file);
  }
}

function pageSize(header: Buffer): number {
  const size = header.readUInt16BE(PAGE_SIZE_AT);
  return size === 1 ? 65_536 : size;
}
