/**
 * Frames of the host's screen while its prompter runs through 10,000 characters, on a processor slowed
 * down four times: a frame counts where the text moved in it. Beside it, as slow, a page that moves one
 * line of text by a transform.
 */
import { chromium, type Browser, type Page } from '@playwright/test';

import { type BlockPlan, NO_SCRIPT, SCRIPT_MAX } from '#shared/model/run-of-show.ts';
import { percentile } from '#tests/soak/slope.ts';
import { type OpenDesk, startOpenDesk } from '#tests/support/desk-with-screens.ts';
import { systemChromium } from '#tests/support/system-chromium.ts';

import { printBench, rounded } from './bench-line.ts';
import { screenOf } from './painted-screens.ts';

const SLOWED = 4;
const SECONDS = 20;
/** What a display draws; a frame that comes a little late is none less. */
const LEAST_FRAMES = 58;

type Moved = { readonly perSecond: number; readonly p99Ms: number };

/** Frames in which what `find` names has moved, for so long. */
async function watch(page: Page, find: string): Promise<Moved> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  const gaps = await page.evaluate(
    ({ selector, forMs }) =>
      new Promise<number[]>((resolve) => {
        const moved: number[] = [];
        let last = 0;
        const until = performance.now() + forMs;
        const look = (ts: number): void => {
          const top = document.querySelector(selector)?.getBoundingClientRect().top ?? 0;
          if (top !== last) moved.push(ts);
          last = top;
          if (ts < until) requestAnimationFrame(look);
          else resolve(moved.slice(1).map((each, at) => each - (moved[at] ?? each)));
        };
        requestAnimationFrame(look);
      }),
    { selector: find, forMs: SECONDS * 1_000 },
  );
  await session.detach();
  const whole = gaps.reduce((sum, gap) => sum + gap, 0);
  if (whole === 0) throw new Error('nothing moved');
  return { perSecond: (gaps.length * 1_000) / whole, p99Ms: percentile(gaps, 99) };
}

async function prompter(browser: Browser): Promise<Moved> {
  const open = await startOpenDesk();
  const { operator } = open;
  await startLongBlock(operator);
  const page = await screenOf(browser, open, 'anchor');
  await page.getByRole('button', { name: /就这样|Use this/ }).click();
  await page.keyboard.press('3');
  await page.locator('[data-mirrored] p').first().waitFor();
  await operator.must('prompter.run', { isRunning: true });
  const moved = await watch(page, '[data-mirrored] > div');
  await open.close();
  return moved;
}

/** The block that runs has as long a script as one may have. */
async function startLongBlock(operator: OpenDesk['operator']): Promise<void> {
  const sentence = '这件衬衫用的是法国亚麻，预缩水洗过，冷水轻柔洗、阴干就行。';
  const story = sentence.repeat(Math.floor(SCRIPT_MAX / sentence.length));
  const block: BlockPlan = {
    role: 'hero',
    title: '主推',
    plannedMs: 600_000,
    productIds: [],
    owner: '',
    script: { ...NO_SCRIPT, story },
    node: '',
    giveaway: '',
    fallback: '',
    rule: 'push',
    group: '',
  };
  await operator.must('plan.edit', { edits: [{ op: 'insert', beforeId: null, block }] });
  const { blocks } = await operator.must('plan.get', {});
  const [first] = blocks;
  if (first === undefined) throw new Error('no block');
  await operator.must('block.start', { blockId: first.id });
}

async function bare(browser: Browser): Promise<Moved> {
  const page = await (
    await browser.newContext({ viewport: { width: 1280, height: 800 } })
  ).newPage();
  await page.setContent('<p id="line" style="font-size: 60px">新来的姐妹先点关注</p>');
  await page.evaluate(() => {
    const line = document.querySelector<HTMLElement>('#line');
    const move = (ts: number): void => {
      if (line !== null) line.style.transform = `translate3d(0, ${String((ts / 30) % 600)}px, 0)`;
      requestAnimationFrame(move);
    };
    requestAnimationFrame(move);
  });
  return watch(page, '#line');
}

const browser = await chromium.launch(systemChromium());
const comparator = await bare(browser);
const measured = await prompter(browser);
await browser.close();
printBench({
  name: 'prompter.frames',
  value: rounded(measured.perSecond, 1),
  unit: 'frames a second, processor slowed four times',
  comparator: 'a page that moves one line',
  comparatorValue: rounded(comparator.perSecond, 1),
  ratio: rounded(measured.perSecond / comparator.perSecond, 2),
  goal: { of: 'value', is: 'at least', target: LEAST_FRAMES },
  floor: null,
  samples: [rounded(measured.perSecond, 1), rounded(measured.p99Ms, 1)],
});
process.exit(0);
