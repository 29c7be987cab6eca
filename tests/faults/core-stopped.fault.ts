import { setTimeout as pause } from 'node:timers/promises';

import { chromium } from '@playwright/test';

import { askRunningHost } from '#node/running-host.ts';
import { gapsOf } from '#tests/support/ledger.ts';
import { startLedgerShow } from '#tests/support/ledger-show.ts';
import { systemChromium } from '#tests/support/system-chromium.ts';

import type { FaultDefinition, FaultResult, FaultScale } from './fault.ts';

const RATE = 100;
const ANSWERED_BETWEEN = 200;
const SILENT = /没有响应|has not answered/;
/** What the desk says once its line has gone as well, until it has the room again. */
const AWAY = /没有响应|has not answered|与后台断开|No connection to the core/;
const STOPS: Readonly<Record<FaultScale, { readonly count: number; readonly forMs: number }>> = {
  quick: { count: 1, forMs: 8_000 },
  full: { count: 3, forMs: 20_000 },
};

export const fault: FaultDefinition = {
  name: 'core-stopped',
  what: 'SIGSTOP of the core for 20 s while a desk in Chromium watches and 100 events a second come in, then SIGCONT',
  expected:
    'the desk says that the core does not answer and refuses new actions; then the same core goes on, nothing is lost, and where nothing was missed there is no gap',
  needs: null,
  hasQuickForm: true,
  run,
};

async function run(scale: FaultScale): Promise<FaultResult> {
  const { count, forMs } = STOPS[scale];
  const show = await startLedgerShow(RATE);
  const { desk, ledger, operator } = show;
  const browser = await chromium.launch(systemChromium());
  try {
    const link = await askRunningHost(desk.dataFolder, 5_000);
    const page = await browser.newPage();
    await page.goto(link?.url ?? '');
    await page.locator('[data-row-key]').first().waitFor();
    const band = page.getByText(SILENT);
    const { pid } = desk.announced;
    let said = 0;
    const backSeconds: number[] = [];
    for (let stop = 0; stop < count; stop += 1) {
      await ledger.answeredMore(ANSWERED_BETWEEN);
      const until = pause(forMs);
      process.kill(pid, 'SIGSTOP');
      await band.waitFor({ timeout: forMs + 20_000 });
      said += 1;
      await until;
      const continuedMs = performance.now();
      process.kill(pid, 'SIGCONT');
      await page.getByText(AWAY).waitFor({ state: 'hidden' });
      await ledger.answeredMore(1);
      backSeconds.push((performance.now() - continuedMs) / 1_000);
    }
    await operator.must('bookmark.add', { note: 'after the stops' });
    await ledger.finish();
    const exitCode = await desk.interrupt();
    const check = ledger.check(desk.storePath);
    const crashes = gapsOf(desk.storePath, 'core_crashed');
    const restarts = desk.stderr().split('running again').length - 1;
    const slowest = Math.max(...backSeconds);
    return {
      injections: count,
      seen: `said ${said} times, ${restarts} restarts, ${crashes} gaps, ${check.stored} events stored; answers ${slowest.toFixed(2)} s after it may go on`,
      acknowledged: check.acknowledged,
      lost: check.lost,
      doubled: check.doubled,
      secondsToRecover: slowest,
      ok:
        exitCode === 0 &&
        check.lost + check.doubled + restarts + crashes === 0 &&
        said === count &&
        check.rolledUp === check.stored,
    };
  } finally {
    await browser.close();
    await show.remove();
  }
}
