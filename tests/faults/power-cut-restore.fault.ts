import { readFileSync, writeFileSync } from 'node:fs';

import { migrations } from '#core/database/migrations/list.ts';
import { makeBackup, noSteps } from '#core/store/backup.ts';
import { dataFiles } from '#core/store/data-files.ts';
import { engineOf } from '#core/store/engine.ts';
import { incomingBuilder } from '#core/store/incoming.ts';
import { carryOutReplacement, requestReplacement } from '#core/store/replacement.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

import type { FaultDefinition, FaultResult } from './fault.ts';
import { addRoom, countOf, inFolder, integrityOf, opened } from './store-faults.ts';

export const fault: FaultDefinition = {
  name: 'power-cut-restore',
  what: 'the power goes off at every step of restoring a backup, and again at every step of what goes on after it',
  expected: 'the next start has the restored store, whole; the replaced one is kept, whole',
  needs: null,
  hasQuickForm: true,
  run: (scale) => inFolder((dataFolder) => run(dataFolder, scale === 'full')),
};

function run(dataFolder: string, isTwice: boolean): FaultResult {
  const files = dataFiles(dataFolder);
  const { backupName, left } = prepare(dataFolder);
  const putBack = (nowTs: number): void => {
    for (const [path, bytes] of left) writeFileSync(path, bytes);
    requestReplacement(dataFolder, { reason: 'restore', backupName }, nowTs);
  };
  putBack(TEST_NOW);
  const steps: string[] = [];
  carryOut(dataFolder, (step) => steps.push(step));
  let injections = 0;
  let wrong = 0;
  for (const first of steps) {
    for (const second of isTwice ? [null, ...steps] : [null]) {
      injections += 1;
      putBack(TEST_NOW + injections);
      for (const cut of [first, second]) cutAt(dataFolder, cut);
      const store = opened(dataFolder);
      if (countOf(store, 'rooms') !== 1 || integrityOf(store) !== 'ok') wrong += 1;
      store.close();
    }
  }
  return {
    injections,
    seen: `${steps.length} steps, ${wrong} starts with another store than the restored one; kept in ${files.quarantine.endsWith('quarantine') ? 'quarantine' : '?'}`,
    acknowledged: injections,
    lost: wrong,
    doubled: 0,
    secondsToRecover: null,
    ok: wrong === 0 && steps.length >= 10,
  };
}

/** A backup with one room; since then two more, the last of them only in the log. */
function prepare(dataFolder: string) {
  const files = dataFiles(dataFolder);
  const store = opened(dataFolder);
  addRoom(store, 'then');
  const order = { dataFolder, reason: 'request', nowTs: TEST_NOW } as const;
  const made = makeBackup(engineOf(null), store.db.raw, order, noSteps);
  if (!made.ok) throw new Error(made.error.code);
  addRoom(store, 'now');
  const left = [files.store, ...files.companions].map(
    (path) => [path, readFileSync(path)] as const,
  );
  store.close();
  return { backupName: made.value.name, left };
}

function cutAt(dataFolder: string, cut: string | null): void {
  try {
    carryOut(dataFolder, (step) => {
      if (step === cut) throw new Error('cut');
    });
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'cut') throw error;
  }
}

function carryOut(dataFolder: string, atStep: (step: string) => void): void {
  const build = incomingBuilder({
    engine: engineOf(null),
    dataFolder,
    programVersion: migrations.length,
    bringToNewest: () => undefined,
    wallNow: () => TEST_NOW,
    monotonicNow: () => 0,
  });
  carryOutReplacement(dataFolder, build, atStep);
}
