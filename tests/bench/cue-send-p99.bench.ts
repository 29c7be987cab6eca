/**
 * From a cue on the desk's line to the frame that has it on the host's screen, by one clock: the
 * command, its commit, the screen's line and its drawing. Against a bare socket.io message to a page
 * that writes it into one element.
 */
import { chromium, type Browser } from '@playwright/test';

import { percentile } from '#tests/soak/slope.ts';
import { startOpenDesk } from '#tests/support/desk-with-screens.ts';
import { systemChromium } from '#tests/support/system-chromium.ts';

import { printBench, rounded } from './bench-line.ts';
import { bareMessages, now, paintedTs, screenOf } from './painted-screens.ts';

const TURNS = { warmUp: 10, times: 200 };
const TARGET_MS = 300;
const TEXTS = ['新来的姐妹先点关注', '已拍未付的先把单付了'] as const;

async function cues(browser: Browser): Promise<readonly number[]> {
  const open = await startOpenDesk();
  const page = await screenOf(browser, open, 'anchor');
  // It asks where it stands until it was told.
  await page.getByRole('button', { name: /就这样|Use this/ }).click();
  const delays: number[] = [];
  for (let turn = 0; turn < TURNS.warmUp + TURNS.times; turn += 1) {
    const text = TEXTS[turn % TEXTS.length];
    if (text === undefined) throw new Error('no text');
    const sentTs = now();
    const [, painted] = await Promise.all([
      open.operator.must('cue.send', { kind: 'retain', text }),
      paintedTs(page, text),
    ]);
    if (turn >= TURNS.warmUp) delays.push(painted - sentTs);
  }
  await open.close();
  return delays;
}

const browser = await chromium.launch(systemChromium());
const comparator = await bareMessages(browser, TEXTS, TURNS);
const measured = await cues(browser);
await browser.close();
const [value, comparatorValue] = [percentile(measured, 99), percentile(comparator, 99)];
printBench({
  name: 'cue.send-p99',
  value: rounded(value, 1),
  unit: 'ms, 99 of 100 cues on the host’s screen',
  comparator: 'a bare socket.io message painted',
  comparatorValue: rounded(comparatorValue, 1),
  ratio: rounded(value / comparatorValue, 2),
  goal: { of: 'value', is: 'at most', target: TARGET_MS },
  floor: null,
  samples: [50, 95, 99].map((share) => rounded(percentile(measured, share), 1)),
});
process.exit(0);
