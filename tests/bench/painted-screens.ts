import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Browser, Page } from '@playwright/test';
import { Server } from 'socket.io';

import type { OpenDesk } from '#tests/support/desk-with-screens.ts';

/** This machine's clock, in milliseconds with a fraction. */
export const now = (): number => performance.timeOrigin + performance.now();

/** In the page: when the text that `sign` finds was first in a painted frame, by the machine's clock. */
function watchPaints(): void {
  const painted = new Map<string, number>();
  Object.assign(globalThis, { painted });
  const look = (): void => {
    // What leaves still says its name: only what stands counts.
    const signs = document.querySelectorAll(
      'article:not([data-leaving="true"]) h1, h2, #sign, section[data-kind] p[role="status"]',
    );
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

/** When the text was first in a painted frame of this page. */
export async function paintedTs(page: Page, name: string): Promise<number> {
  const handle = await page.waitForFunction((wanted) => {
    const held: unknown = Reflect.get(globalThis, 'painted');
    if (!(held instanceof Map)) return null;
    for (const [line, ts] of held) if (String(line).includes(wanted)) return Number(ts);
    return null;
  }, name);
  return Number(await handle.jsonValue());
}

/** A second screen that is in, and notes what it paints. */
export async function screenOf(
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

/** The least that a message to a page can take: one server, one element, nothing else. */
export async function bareMessages(
  browser: Browser,
  texts: readonly string[],
  turns: { readonly warmUp: number; readonly times: number },
): Promise<readonly number[]> {
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
  for (let turn = 0; turn < turns.warmUp + turns.times; turn += 1) {
    const name = texts[turn % texts.length];
    if (name === undefined) throw new Error('no text');
    const sentTs = now();
    server.emit('say', name);
    const painted = await paintedTs(page, name);
    if (turn >= turns.warmUp) delays.push(painted - sentTs);
  }
  await server.close();
  return delays;
}
