import { setTimeout as pause } from 'node:timers/promises';

import { appProcesses, isRunning, startElectronShow } from '#tests/support/electron-show.ts';
import { gapsOf } from '#tests/support/ledger.ts';
import { launchElectron } from '#tests/support/launch-electron.ts';
import { missingUpTo, storedFacts, storedSeqs } from '#tests/support/stored-events.ts';

import type { FaultDefinition, FaultResult } from './fault.ts';

const LOOK_EVERY_MS = 50;
const ORPHAN_LIMIT_MS = 10_000;

export const fault: FaultDefinition = {
  name: 'main-killed',
  what: 'SIGKILL of the main process of the desktop app during a show on air, then a new start',
  expected:
    'the core ends with it and writes nothing more; the new start holds everything and goes on with the show over a marked gap',
  needs: 'electron',
  hasQuickForm: false,
  run,
};

async function run(): Promise<FaultResult> {
  const show = await startElectronShow();
  const { launched, storePath, dataFolder } = show;
  const core = appProcesses(launched.pid).find(({ type }) => type === 'core');
  const before = storedSeqs(storePath);
  const killedMs = performance.now();
  process.kill(launched.pid, 'SIGKILL');
  while (core !== undefined && isRunning(core.pid)) {
    if (performance.now() - killedMs > ORPHAN_LIMIT_MS) break;
    await pause(LOOK_EVERY_MS);
  }
  const orphanSeconds = (performance.now() - killedMs) / 1_000;
  const isOrphaned = core === undefined || isRunning(core.pid);
  if (core !== undefined && isOrphaned) process.kill(core.pid, 'SIGKILL');
  const ended = storedFacts(storePath);
  const again = await launchElectron(dataFolder, []);
  try {
    await again.page.locator('[data-row-key]').first().waitFor();
    const seconds = (performance.now() - killedMs) / 1_000;
    const gaps = gapsOf(storePath, 'core_crashed');
    const after = storedFacts(storePath);
    const lost = missingUpTo(storePath, before);
    return {
      injections: 1,
      seen: `the core was gone ${orphanSeconds.toFixed(2)} s later, ${ended.events} events held, ${gaps} gap, show back in the window`,
      acknowledged: before.length,
      lost,
      doubled: after.doubled,
      secondsToRecover: seconds,
      ok:
        !isOrphaned &&
        lost + after.doubled === 0 &&
        gaps === 1 &&
        after.events >= ended.events &&
        after.integrity === 'ok',
    };
  } finally {
    await again.close();
    await show.remove();
  }
}
