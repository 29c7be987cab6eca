import { requestReplacement } from '#core/store/replacement.ts';
import { runStoreJob } from '#core/store/store-jobs.ts';
import { damage, fillStore } from '#tests/support/damaged-store.ts';
import { heldFigures } from '#tests/support/held-figures.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

import type { FaultResult } from './fault.ts';
import { countOf, inFolder, integrityOf, opened, reportOf } from './store-faults.ts';

/**
 * Damages a store with a backup in the given ways and opens it again. Lost is what was in the backup
 * and is not there, or is missing without having been told.
 */
export async function runDamages(
  hows: readonly string[],
  before: number,
  after: number,
): Promise<FaultResult> {
  const lines: string[] = [];
  let lost = 0;
  let slowest = 0;
  let isSound = true;
  for (const how of hows) {
    await inFolder((dataFolder) => {
      fillStore(dataFolder, before, after, true);
      damage(dataFolder, how);
      const startedMs = performance.now();
      const check = runStoreJob({ type: 'check', dataFolder, sqliteBinding: null });
      if (check.type === 'checked' && check.damage !== null) {
        requestReplacement(dataFolder, { reason: 'recover', found: 'by_check' }, TEST_NOW);
      }
      const store = opened(dataFolder);
      const seconds = (performance.now() - startedMs) / 1_000;
      const events = countOf(store, 'events');
      const report = reportOf(dataFolder);
      const rolledUp = [1, 2].map((show) => heldFigures(store.db.raw, show).minutes as Minute[]);
      const sum = rolledUp.flat().reduce((total, minute) => total + minute.events, 0);
      isSound &&= integrityOf(store) === 'ok' && sum === events;
      store.close();
      const missing = before + after - events;
      lost += Math.max(0, before - events) + Math.abs(missing - (report.lost.events ?? missing));
      slowest = Math.max(slowest, seconds);
      lines.push(`${how}: ${missing} of ${after} since the backup lost, ${seconds.toFixed(1)} s`);
    });
  }
  return {
    injections: hows.length,
    seen: `${lines.join('; ')} (${before + after} events each)`,
    acknowledged: hows.length * before,
    lost,
    doubled: 0,
    secondsToRecover: slowest,
    ok: isSound && lost === 0,
  };
}

type Minute = { readonly events: number };
