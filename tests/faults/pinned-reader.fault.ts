import { statSync } from 'node:fs';

import { ReaderEvicted } from '#core/database/database.ts';
import { sql } from '#core/database/sql.ts';
import { WalKeeper } from '#core/store/wal-keeper.ts';
import { testPorts } from '#tests/support/test-ports.ts';

import type { FaultDefinition, FaultResult } from './fault.ts';
import { inFolder, opened } from './store-faults.ts';

const MIB = 1024 * 1024;
const LIMIT_MIB = 64;

export const fault: FaultDefinition = {
  name: 'pinned-reader',
  what: 'a long read of our own is left open while the store grows by several times the limit of its log',
  expected: `the reader is ended, the log stays within ${LIMIT_MIB} MB and is brought into the store`,
  needs: null,
  hasQuickForm: true,
  run: (scale) => inFolder((dataFolder) => run(dataFolder, scale === 'quick' ? 80 : 400)),
};

function run(dataFolder: string, mebibytes: number): FaultResult {
  const ports = testPorts();
  const store = opened(dataFolder);
  const wal = new WalKeeper(store.db, store.path, ports);
  const walBytes = (): number => statSync(`${store.path}-wal`).size;
  const write = (): void => {
    store.db.run(sql`INSERT INTO raw_frames (source_id, received_ts, is_bad, frame)
      VALUES (${1}, ${1}, ${0}, ${new Uint8Array(MIB)})`);
    ports.clock.advance(1_000);
  };
  write();
  const rows = store.db.each(sql`SELECT id FROM raw_frames`);
  rows.next();
  let largest = 0;
  for (let at = 1; at < mebibytes; at += 1) {
    write();
    largest = Math.max(largest, walBytes());
  }
  const isEvicted = throwsEvicted(() => rows.next());
  ports.clock.advance(30_000);
  const stored = Number(store.db.raw.prepare('SELECT count(*) FROM raw_frames').pluck().get());
  const after = walBytes();
  wal.close();
  store.close();
  return {
    injections: 1,
    seen: `log at most ${(largest / MIB).toFixed(0)} MB while ${mebibytes} MB were written, ${after} bytes afterwards; reader ended: ${isEvicted ? 'yes' : 'no'}`,
    acknowledged: mebibytes,
    lost: mebibytes - stored,
    doubled: 0,
    secondsToRecover: null,
    ok: isEvicted && largest <= LIMIT_MIB * MIB && after === 0 && stored === mebibytes,
  };
}

function throwsEvicted(work: () => unknown): boolean {
  try {
    work();
    return false;
  } catch (error) {
    if (error instanceof ReaderEvicted) return true;
    throw error;
  }
}
