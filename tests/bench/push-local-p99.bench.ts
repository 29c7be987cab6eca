/**
 * From GO on the desk's line to the frame that has the product's card on the host's screen and on the
 * overlay, by one clock: the command, its commit, the screens' lines and their drawing. Against a bare
 * socket.io message to a page that writes it into one element.
 */
import { chromium, type Browser } from '@playwright/test';

import type { ProductId } from '#shared/model/ids.ts';
import { percentile } from '#tests/soak/slope.ts';
import { startOpenDesk } from '#tests/support/desk-with-screens.ts';
import { STRAINING_PRODUCTS } from '#tests/support/sample-products.ts';
import { systemChromium } from '#tests/support/system-chromium.ts';

import { printBench, rounded } from './bench-line.ts';
import { bareMessages, now, paintedTs, screenOf } from './painted-screens.ts';

const WARM_UP = 10;
const TIMES = 200;
const TARGET_MS = 300;
const NAMES = ['Linen shirt', 'Wide trousers'] as const;

async function pushes(browser: Browser): Promise<readonly number[]> {
  const open = await startOpenDesk();
  const [like] = STRAINING_PRODUCTS;
  if (like === undefined) throw new Error('no sample product');
  const ids: ProductId[] = [];
  for (const [index, name] of NAMES.entries()) {
    const fields = { ...like, code: name, name };
    const put = await open.operator.must('shelf.putProduct', { fields, linkNumber: index + 1 });
    ids.push(put.productId);
  }
  const pages = [await screenOf(browser, open, 'anchor'), await screenOf(browser, open, 'overlay')];
  const delays: number[] = [];
  for (let turn = 0; turn < WARM_UP + TIMES; turn += 1) {
    const at = turn % NAMES.length;
    const [name, productId] = [NAMES[at], ids[at]];
    if (name === undefined || productId === undefined) throw new Error('no product');
    await open.operator.must('shelf.arm', { linkNumber: at + 1 });
    const goTs = now();
    const [, ...painted] = await Promise.all([
      open.operator.must('shelf.go', { productId }),
      ...pages.map((page) => paintedTs(page, name)),
    ]);
    if (turn >= WARM_UP) delays.push(Math.max(...painted) - goTs);
  }
  await open.close();
  return delays;
}

const browser = await chromium.launch(systemChromium());
const comparator = await bareMessages(browser, NAMES, { warmUp: WARM_UP, times: TIMES });
const measured = await pushes(browser);
await browser.close();
const [value, comparatorValue] = [percentile(measured, 99), percentile(comparator, 99)];
printBench({
  name: 'push.local-p99',
  value: rounded(value, 1),
  unit: 'ms, 99 of 100 pushes on both screens',
  comparator: 'a bare socket.io message painted',
  comparatorValue: rounded(comparatorValue, 1),
  ratio: rounded(value / comparatorValue, 2),
  goal: { of: 'value', is: 'at most', target: TARGET_MS },
  floor: null,
  samples: [50, 95, 99].map((share) => rounded(percentile(measured, share), 1)),
});
process.exit(0);
