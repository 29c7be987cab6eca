import { chromium } from '@playwright/test';

import { type CorpusResult, runCorpus, WHOLE } from '#tests/corpus/run-corpus.ts';
import { readPayloads } from '#tests/support/payloads.ts';
import { systemChromium } from '#tests/support/system-chromium.ts';

import type { FaultDefinition, FaultResult } from './fault.ts';

/** As many run where a page takes them for markup, or the canary is deaf. */
const LEAST_ALIVE = 40;

export const fault: FaultDefinition = {
  name: 'payload-corpus',
  what: 'hostile texts through every input a stranger or a spreadsheet reaches, onto every screen in Chromium, under the real policy and without it',
  expected:
    '0 executions, 0 policy reports, 0 requests to other hosts, shown as text, copied without a formula that runs',
  needs: null,
  // The end-to-end tests run it already.
  hasQuickForm: false,
  run,
};

async function run(): Promise<FaultResult> {
  const browser = await chromium.launch(systemChromium());
  try {
    const result = await runCorpus(browser, readPayloads(), WHOLE);
    const bad = [
      ...result.executed,
      ...result.cspReports,
      ...result.foreignRequests,
      ...result.made,
      ...result.pageErrors,
      ...result.wrong,
    ];
    return {
      injections: result.inputs,
      seen: seen(result),
      acknowledged: result.stored,
      lost: 0,
      doubled: 0,
      secondsToRecover: null,
      ok: bad.length === 0 && result.images > 0 && result.alive >= LEAST_ALIVE,
    };
  } finally {
    await browser.close();
  }
}

function seen(result: CorpusResult): string {
  const { payloads, executed, cspReports, foreignRequests, made, wrong, alive } = result;
  const not = wrong.length === 0 ? '' : ` (${wrong.slice(0, 3).join('; ')})`;
  return (
    `${payloads} payloads: ${executed.length} executions, ${cspReports.length} policy reports, ` +
    `${foreignRequests.length} foreign requests, ${made.length} elements of their own, ` +
    `${wrong.length} not as text${not}; ${alive} run in a careless page`
  );
}
