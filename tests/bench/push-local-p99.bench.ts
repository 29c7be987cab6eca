/**
 * From GO on the desk's line to the frame that has the product's card on the host's screen and on the
 * overlay, by one clock: the command, its commit, the screens' lines and their drawing. Against a bare
 * socket.io message to a page that writes it into one element.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { chromium, type Browser, type Page } from '@playwright/test';
import { Server } from 'socket.io';

import type { ProductId } from '#shared/model/ids.ts';
import { percentile } from '#tests/soak/slope.ts';
import { startOpenDesk, type OpenDesk } from '#tests/support/desk-with-screens.ts';
import { STRAINING_PRODUCTS } from '#tests/support/sample-products.ts';
import { systemChromium } from '#tests/support/system-chromium.ts';

import { printBench, rounded } from './bench-line.ts';

const WARM_UP = 10;
const TIMES = 200;
const TARGET_MS = 300;
const NAMES = ['Linen shirt', 'Wide trousers'] as const;

const now = (): number => performance.timeOrigin + performance.now();

/** In the page: when the text that `sign` finds was first in a painted frame, by the machine's clock. */
function watchPaints(): void {
  const painted = new Map<string, number>();
  Object.assign(globalThis, { painted });
  const look = (): void => {
    // What leaves still says its name: only what stands counts.
    const signs = document.querySelectorAll('article:not([data-leaving="true"]) h1, h2, #sign');
    const text = [...signs].map((sign) => sign.textContent).join('\n');
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      const paintedTs = performance.timeOrigin + performance.now();
      for (const line of text.split('\n')) {
        if (!painted.has(line)) painted.set(line, paintedTs);
      }
      for (const line of painted.keys()) if (!text.includes(line)) painted.delete(line);
    };
    // After the frame: the message is taken when it has been painted.
    channel.port2.postMessage(null);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function paintedTs(page: Page, name: string): Promise<number> {
  const handle = await page.waitForFunction((wanted) => {
    const held: unknown = Reflect.get(globalThis, 'painted');
    if (!(held instanceof Map)) return null;
    for (const [line, ts] of held) if (String(line).includes(wanted)) return Number(ts);
    return null;
  }, name);
  return Number(await handle.jsonValue());
}

async function screenOf(
  browser: Browser,
  open: OpenDesk,
  role: 'anchor' | 'overlay',
): Promise<Page> {
  const cookie = await open.letIn(role);
  const origin = `http://${open.address}:${open.port}`;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  await page.addInitScript(watchPaints);
  await page.goto(`${origin}/${role}/`);
  await page.waitForLoadState('networkidle');
  return page;
}

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

/** The least that a message to a page can take: one server, one element, nothing else. */
async function bare(browser: Browser): Promise<readonly number[]> {
  const http = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(
      `<p id="sign"></p><script src="/socket.io/socket.io.js"></script><script>
        io({ transports: ['websocket'] }).on('say', (text) => { sign.textContent = text; });
      </script>`,
    );
  });
  const server = new Server(http);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript(watchPaints);
  const isThere = once(server, 'connection');
  await page.goto(`http://127.0.0.1:${port}/`);
  await isThere;
  const delays: number[] = [];
  for (let turn = 0; turn < WARM_UP + TIMES; turn += 1) {
    const name = NAMES[turn % NAMES.length];
    if (name === undefined) throw new Error('no name');
    const sentTs = now();
    server.emit('say', name);
    const painted = await paintedTs(page, name);
    if (turn >= WARM_UP) delays.push(painted - sentTs);
  }
  await server.close();
  return delays;
}

const browser = await chromium.launch(systemChromium());
const comparator = await bare(browser);
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
