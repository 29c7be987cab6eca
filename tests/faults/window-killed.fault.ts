import { setTimeout as pause } from 'node:timers/promises';

import { appProcesses, startElectronShow } from '#tests/support/electron-show.ts';
import { missingUpTo, storedFacts, storedSeqs } from '#tests/support/stored-events.ts';
import { windowShows } from '#tests/support/window-text.ts';

import type { FaultDefinition, FaultResult } from './fault.ts';

const KILLS = 3;
const LOOK_EVERY_MS = 20;
const RETURNED = /窗口出错后已重新载入|This window failed and was loaded anew/;

export const fault: FaultDefinition = {
  name: 'window-killed',
  what: 'SIGKILL of the page process of the desktop app during a show on air, three times within a minute',
  expected:
    'the window comes back by itself with the show and says so; the core is the same process and has gone on storing',
  needs: 'electron',
  hasQuickForm: false,
  run,
};

async function run(): Promise<FaultResult> {
  const show = await startElectronShow();
  const { launched, storePath } = show;
  try {
    const corePid = pidOf(launched.pid, 'core');
    const before = storedSeqs(storePath);
    const seconds: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const pid = pidOf(launched.pid, 'renderer');
      const killedMs = performance.now();
      process.kill(pid, 'SIGKILL');
      while (show.logged('window_died').length === kill) await pause(LOOK_EVERY_MS);
      await windowShows(launched.app, RETURNED);
      seconds.push((performance.now() - killedMs) / 1_000);
    }
    const deaths = show.logged('window_died').length;
    const after = storedFacts(storePath);
    const isSameCore = pidOf(launched.pid, 'core') === corePid;
    const lost = missingUpTo(storePath, before);
    const slowest = Math.max(...seconds);
    return {
      injections: KILLS,
      seen: `back ${seconds.length} times with the show, ${deaths} deaths logged, core ${isSameCore ? 'untouched' : 'another'}, ${before.length} events before and ${after.events} after`,
      acknowledged: before.length,
      lost,
      doubled: after.doubled,
      secondsToRecover: slowest,
      ok:
        isSameCore &&
        deaths === KILLS &&
        lost + after.doubled === 0 &&
        after.events > before.length &&
        after.integrity === 'ok',
    };
  } finally {
    await show.remove();
  }
}

function pidOf(mainPid: number, type: string): number {
  const found = appProcesses(mainPid).find((each) => each.type === type);
  if (found === undefined) throw new Error(`the app has no ${type} process`);
  return found.pid;
}
