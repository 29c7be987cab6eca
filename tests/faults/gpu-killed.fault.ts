import { setTimeout as pause } from 'node:timers/promises';

import { appProcesses, startElectronShow } from '#tests/support/electron-show.ts';
import { storedFacts } from '#tests/support/stored-events.ts';

import type { FaultDefinition, FaultResult } from './fault.ts';

const KILLS = 4;
const LOOK_EVERY_MS = 250;
const LIMIT_MS = 30_000;

export const fault: FaultDefinition = {
  name: 'gpu-killed',
  what: "SIGKILL of the desktop app's GPU process during a show on air, four times in a row",
  expected:
    'the same window goes on and paints the desk, each death is logged, the core is untouched',
  needs: 'electron',
  hasQuickForm: false,
  run,
};

async function run(): Promise<FaultResult> {
  const show = await startElectronShow();
  const { launched, storePath } = show;
  const { page, pid: mainPid } = launched;
  try {
    const before = storedFacts(storePath);
    const seconds: number[] = [];
    let kills = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const gpu = await gpuPid(mainPid);
      // Chromium stops starting it again after some deaths and draws without.
      if (gpu === null) break;
      const killedMs = performance.now();
      process.kill(gpu, 'SIGKILL');
      kills += 1;
      await page.locator('[data-row-key]').first().waitFor();
      // A picture of many colours is a painted desk; a blank one compresses to almost nothing.
      while ((await page.screenshot()).length < 20_000) await pause(LOOK_EVERY_MS);
      seconds.push((performance.now() - killedMs) / 1_000);
    }
    const rows = await page.locator('[data-row-key]').count();
    const gone = show.logged('child_process_gone').filter((line) => line.includes('"GPU"')).length;
    const windowDeaths = show.logged('window_died').length;
    const after = storedFacts(storePath);
    return {
      injections: kills,
      seen: `painted after each of ${kills}, ${gone} deaths logged, ${windowDeaths} of the window, ${rows} rows of chat drawn`,
      acknowledged: before.events,
      lost: Math.max(0, before.events - after.events),
      doubled: after.doubled,
      secondsToRecover: Math.max(...seconds),
      ok: kills > 0 && gone >= kills && windowDeaths === 0 && after.events >= before.events,
    };
  } finally {
    await show.remove();
  }
}

/** Null when none has come within a while: there is none any more. */
async function gpuPid(mainPid: number): Promise<number | null> {
  const startedMs = performance.now();
  while (performance.now() - startedMs < LIMIT_MS) {
    const found = appProcesses(mainPid).find(({ type }) => type === 'gpu-process');
    if (found !== undefined) return found.pid;
    await pause(LOOK_EVERY_MS);
  }
  return null;
}
