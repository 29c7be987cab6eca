import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { migrate } from '#core/database/migrate.ts';
import { migrations } from '#core/database/migrations/list.ts';
import { listBackups, noSteps } from '#core/store/backup.ts';
import { dataFiles } from '#core/store/data-files.ts';
import { engineOf } from '#core/store/engine.ts';
import { storeDump } from '#tests/support/store-dump.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

import type { FaultDefinition, FaultResult } from './fault.ts';
import { inFolder } from './store-faults.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'stores');

export const fault: FaultDefinition = {
  name: 'failed-migration',
  what: 'an error at every statement of every migration, on a store of each shape there ever was',
  expected:
    'the store is byte for byte in its dump what it was, its copy from before is there and the same',
  needs: null,
  hasQuickForm: true,
  async run(scale) {
    const shapes = readdirSync(FIXTURES).toSorted();
    const results: FaultResult[] = [];
    for (const shape of scale === 'quick' ? shapes.slice(0, 1) : shapes) {
      results.push(await inFolder((dataFolder) => failEverywhere(dataFolder, shape)));
    }
    return joined(results, shapes.length);
  },
};

function failEverywhere(dataFolder: string, shape: string): FaultResult {
  const engine = engineOf(null);
  const order = { engine, dataFolder, nowTs: TEST_NOW };
  const db = engine(dataFiles(dataFolder).store);
  db.pragma('foreign_keys = OFF');
  db.exec(readFileSync(join(FIXTURES, shape), 'utf8'));
  const before = storeDump(db);
  const rows = before.split('\n').length;
  const steps = stepsOf(shape, order);
  let changed = 0;
  for (const failing of steps) {
    try {
      migrate(db, migrations, order, (step) => {
        if (step === failing) throw new Error('cut');
      });
    } catch (error) {
      if (!(error instanceof Error) || error.message !== 'cut') throw error;
    }
    const [copy] = listBackups(dataFolder);
    const image = engine(join(dataFiles(dataFolder).backups, copy?.name ?? ''));
    if (storeDump(db) !== before || storeDump(image) !== before) changed += 1;
    image.close();
  }
  const opens = migrate(db, migrations, order, noSteps).ok;
  db.close();
  return {
    injections: steps.length,
    seen: `${changed} stores changed`,
    acknowledged: rows * steps.length,
    lost: changed,
    doubled: 0,
    secondsToRecover: null,
    ok: changed === 0 && opens,
  };
}

function stepsOf(shape: string, order: Parameters<typeof migrate>[2]): readonly string[] {
  const db = order.engine(':memory:');
  db.pragma('foreign_keys = OFF');
  db.exec(readFileSync(join(FIXTURES, shape), 'utf8'));
  const steps: string[] = [];
  migrate(db, migrations, order, (step) => steps.push(step));
  db.close();
  return steps.filter((step) => step.startsWith('migration'));
}

function joined(results: readonly FaultResult[], shapes: number): FaultResult {
  const sum = (of: (result: FaultResult) => number): number =>
    results.reduce((total, result) => total + of(result), 0);
  return {
    injections: sum((result) => result.injections),
    seen: `${sum((result) => result.lost)} stores changed, in ${results.length} of ${shapes} shapes`,
    acknowledged: sum((result) => result.acknowledged),
    lost: sum((result) => result.lost),
    doubled: 0,
    secondsToRecover: null,
    ok: results.every((result) => result.ok),
  };
}
