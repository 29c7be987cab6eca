import { gapsOf } from '#tests/support/ledger.ts';
import { startLedgerShow } from '#tests/support/ledger-show.ts';
import { coreOtherThan } from '#tests/support/running-desk.ts';

import type { FaultDefinition, FaultResult } from './fault.ts';

const RATE = 500;
const ANSWERED = 1_000;
/** Fifteen questions, two seconds apart, and a slow machine. */
const LIMIT_SECONDS = 45;

export const fault: FaultDefinition = {
  name: 'core-hung',
  what: 'SIGSTOP of the core for good, as a core that hangs for ever, while 500 events a second come in',
  expected: `killed and started again by its supervisor within ${LIMIT_SECONDS} s, unanswered batches stored once, the outage one marked gap`,
  needs: null,
  hasQuickForm: false,
  run,
};

async function run(): Promise<FaultResult> {
  const show = await startLedgerShow(RATE);
  const { desk, ledger } = show;
  try {
    await ledger.answeredMore(ANSWERED);
    const stoppedMs = performance.now();
    process.kill(desk.announced.pid, 'SIGSTOP');
    await coreOtherThan(desk.dataFolder, desk.announced.pid);
    await ledger.answeredMore(ANSWERED);
    const seconds = (performance.now() - stoppedMs) / 1_000;
    await ledger.finish();
    const exitCode = await desk.interrupt();
    const check = ledger.check(desk.storePath);
    const gaps = gapsOf(desk.storePath, 'core_crashed');
    const isSaid = desk.stderr().includes('does not answer');
    return {
      injections: 1,
      seen: `killed and back after ${seconds.toFixed(1)} s, ${gaps} gap, ${check.stored} events stored${isSaid ? ', said so' : ''}`,
      acknowledged: check.acknowledged,
      lost: check.lost,
      doubled: check.doubled,
      secondsToRecover: seconds,
      ok:
        exitCode === 0 &&
        check.lost + check.doubled === 0 &&
        gaps === 1 &&
        isSaid &&
        seconds <= LIMIT_SECONDS &&
        check.rolledUp === check.stored,
    };
  } finally {
    await show.remove();
  }
}
