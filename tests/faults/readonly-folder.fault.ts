import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { openStore } from '#core/database/open-store.ts';
import { CommitFailed, Committer } from '#core/room/committer.ts';
import { testPorts } from '#tests/support/test-ports.ts';

import type { FaultDefinition, FaultResult } from './fault.ts';
import { addRoom, countOf, inFolder, integrityOf, opened } from './store-faults.ts';

export const fault: FaultDefinition = {
  name: 'readonly-folder',
  what: 'the data folder is on a read-only file system at the start; the store refuses to be written while the desk runs',
  expected:
    'refused with the folder and the reason; nothing acknowledged is lost and it goes on once it may be written',
  needs: null,
  hasQuickForm: process.getuid?.() === 0 || process.env['CI'] !== undefined,
  run: (scale) => inFolder((dataFolder) => run(dataFolder, scale === 'quick' ? 3 : 30)),
};

function run(dataFolder: string, rounds: number): FaultResult {
  let wrong = startOnReadOnly(dataFolder) === 'store_unwritable' ? 0 : 1;
  const ports = testPorts();
  const store = opened(join(dataFolder, 'data'));
  const committer = new Committer(store.db, ports);
  let acknowledged = 0;
  for (let round = 0; round < rounds; round += 1) {
    committer.runNow(() => addRoom(store, `before ${round}`));
    acknowledged += 1;
    // What SQLite says on a file system that turned read-only, whoever runs this.
    store.db.raw.pragma('query_only = ON');
    if (
      refusalOf(() => committer.runNow(() => addRoom(store, `while ${round}`))) !==
      'store_unwritable'
    )
      wrong += 1;
    store.db.raw.pragma('query_only = OFF');
    committer.runNow(() => addRoom(store, `after ${round}`));
    acknowledged += 1;
  }
  const held = countOf(store, 'rooms');
  const integrity = integrityOf(store);
  committer.close();
  store.close();
  return {
    injections: rounds + 1,
    seen: `${wrong} answers not as expected, ${held} of ${acknowledged} acknowledged rows, integrity ${integrity}`,
    acknowledged,
    lost: Math.max(0, acknowledged - held),
    doubled: Math.max(0, held - acknowledged),
    secondsToRecover: null,
    ok: wrong === 0 && held === acknowledged && integrity === 'ok',
  };
}

/** The code with which a core refuses to start there. */
function startOnReadOnly(dataFolder: string): string {
  const folder = join(dataFolder, 'mounted');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,ro', 'tmpfs', folder]);
  } catch (error) {
    throw new Error('a file system of its own cannot be made here: run this as root', {
      cause: error,
    });
  }
  try {
    const started = openStore({ dataFolder: folder, sqliteBinding: null }, testPorts());
    if (!started.ok) return started.error.code;
    started.value.close();
    return 'started';
  } finally {
    execFileSync('umount', [folder]);
  }
}

function refusalOf(work: () => void): string {
  try {
    work();
    return 'taken';
  } catch (error) {
    if (error instanceof CommitFailed) return error.error.code;
    throw error;
  }
}
