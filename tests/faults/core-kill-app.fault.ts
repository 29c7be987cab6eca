import { setTimeout as pause } from 'node:timers/promises';

import { DeskWatch } from '#tests/support/desk-watch.ts';
import { appProcesses, startElectronShow } from '#tests/support/electron-show.ts';
import { gapsOf } from '#tests/support/ledger.ts';
import { missingUpTo, storedFacts, storedSeqs } from '#tests/support/stored-events.ts';

import type { FaultDefinition, FaultResult } from './fault.ts';

const KILLS = 10;
const LOOK_EVERY_MS = 20;
const SERVED_MS = 2_000;

export const fault: FaultDefinition = {
  name: 'core-kill-app',
  what: "SIGKILL of the core's process in the desktop app during a show on air, ten times",
  expected:
    'started again each time, the window comes back by itself and says so, nothing that was stored is gone, each outage one marked gap',
  needs: 'electron',
  hasQuickForm: false,
  run,
};

async function run(): Promise<FaultResult> {
  const show = await startElectronShow();
  const { launched, storePath } = show;
  const watch = new DeskWatch(launched.page);
  try {
    const seconds: number[] = [];
    let lost = 0;
    let acknowledged = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await watch.moreRows();
      // One that has served is started again at once.
      await pause(SERVED_MS);
      const core = appProcesses(launched.pid).find(({ type }) => type === 'core');
      if (core === undefined) throw new Error('the app has no core process');
      const before = storedSeqs(storePath);
      const killedMs = performance.now();
      process.kill(core.pid, 'SIGKILL');
      while (
        !appProcesses(launched.pid).some(({ pid, type }) => type === 'core' && pid !== core.pid)
      ) {
        await pause(LOOK_EVERY_MS);
      }
      // What was under way when it died has been drawn by now.
      await watch.look();
      await watch.moreRows();
      seconds.push((performance.now() - killedMs) / 1_000);
      lost += missingUpTo(storePath, before);
      acknowledged = before.length;
    }
    const gaps = gapsOf(storePath, 'core_crashed');
    const after = storedFacts(storePath);
    const slowest = Math.max(...seconds);
    return {
      injections: KILLS,
      seen: `new chat in the window after ${seconds.map((each) => each.toFixed(1)).join(', ')} s, ${gaps} gaps, ${after.events} events stored, integrity ${after.integrity}`,
      acknowledged,
      lost,
      doubled: after.doubled,
      secondsToRecover: slowest,
      ok: lost + after.doubled === 0 && gaps === KILLS && after.integrity === 'ok',
    };
  } finally {
    await show.remove();
  }
}
