import { join } from 'node:path';

import { listBackups, makeBackup, removeUnfinishedBackups, verify } from '#core/store/backup.ts';
import { dataFiles } from '#core/store/data-files.ts';
import { engineOf } from '#core/store/engine.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

import type { FaultDefinition, FaultResult } from './fault.ts';
import { addRoom, inFolder, opened } from './store-faults.ts';

const STEPS = ['copy', 'sync', 'describe', 'name', 'prune'] as const;

export const fault: FaultDefinition = {
  name: 'power-cut-backup',
  what: 'the power goes off at every step of making a backup',
  expected: 'whatever is listed as a backup is whole; what is unfinished goes at the next start',
  needs: null,
  hasQuickForm: true,
  run: (scale) => inFolder((dataFolder) => run(dataFolder, scale === 'quick' ? 1 : 10)),
};

function run(dataFolder: string, rounds: number): FaultResult {
  const engine = engineOf(null);
  let bad = 0;
  let injections = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const cut of STEPS) {
      const store = opened(dataFolder);
      addRoom(store, `${round}-${cut}`);
      injections += 1;
      const order = { dataFolder, reason: 'request', nowTs: TEST_NOW + injections } as const;
      try {
        makeBackup(engine, store.db.raw, order, (step) => {
          if (step === cut) throw new Error('cut');
        });
      } catch (error) {
        if (!(error instanceof Error) || error.message !== 'cut') throw error;
      }
      store.close();
      removeUnfinishedBackups(dataFolder);
      for (const { name, isVerified } of listBackups(dataFolder)) {
        const path = join(dataFiles(dataFolder).backups, name);
        if (!isVerified || verify(engine, path) === null) bad += 1;
      }
    }
  }
  return {
    injections,
    seen: `${bad} files that passed for a backup and were none`,
    acknowledged: injections,
    lost: bad,
    doubled: 0,
    secondsToRecover: null,
    ok: bad === 0,
  };
}
