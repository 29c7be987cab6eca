import { gapsOf } from '#tests/support/ledger.ts';
import { startLedgerShow } from '#tests/support/ledger-show.ts';
import { coreOtherThan } from '#tests/support/running-desk.ts';

import { type FaultDefinition, type FaultResult, type FaultScale, median } from './fault.ts';

const RATE = 2_000;
const KILLS: Readonly<Record<FaultScale, number>> = { quick: 5, full: 100 };
/** Events answered between two kills: a fresh core has really taken some, and lived a while. */
const ANSWERED_BETWEEN = 3_000;

export const fault: FaultDefinition = {
  name: 'core-kill',
  what: 'SIGKILL of the core in the browser host in the middle of 2,000 events a second of a sender with a ledger of its own',
  expected:
    'started again each time within 1 s, unanswered batches sent again and stored once, each outage one marked gap',
  needs: null,
  hasQuickForm: true,
  run,
};

async function run(scale: FaultScale): Promise<FaultResult> {
  const kills = KILLS[scale];
  const show = await startLedgerShow(RATE);
  const { desk, ledger } = show;
  try {
    const seconds: number[] = [];
    let { pid } = desk.announced;
    for (let kill = 0; kill < kills; kill += 1) {
      await ledger.answeredMore(ANSWERED_BETWEEN);
      const killedMs = performance.now();
      process.kill(pid, 'SIGKILL');
      pid = (await coreOtherThan(desk.dataFolder, pid)).pid;
      await ledger.answeredMore(1);
      seconds.push((performance.now() - killedMs) / 1_000);
    }
    await ledger.answeredMore(ANSWERED_BETWEEN);
    await ledger.finish();
    const exitCode = await desk.interrupt();
    const check = ledger.check(desk.storePath);
    const gaps = gapsOf(desk.storePath, 'core_crashed');
    const slowest = Math.max(...seconds);
    return {
      injections: kills,
      seen: `${check.stored} events stored and as many rolled up, ${gaps} gaps, integrity ${check.integrity}; answers again after ${median(seconds).toFixed(2)} s (median), ${slowest.toFixed(2)} s (slowest)`,
      acknowledged: check.acknowledged,
      lost: check.lost,
      doubled: check.doubled,
      secondsToRecover: slowest,
      ok:
        exitCode === 0 &&
        check.lost + check.doubled === 0 &&
        check.acknowledged >= (kills + 1) * ANSWERED_BETWEEN &&
        check.rolledUp === check.stored &&
        check.integrity === 'ok' &&
        gaps === kills,
    };
  } finally {
    await show.remove();
  }
}
