import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';

import { askRunningHost } from '#node/running-host.ts';
import { PROTOCOL_VERSION } from '#shared/contract/frames.ts';
import { LightScreen } from '#tests/soak/light-screen.ts';
import { percentile } from '#tests/soak/slope.ts';
import { Flood } from '#tests/support/flood.ts';
import { type RunningDesk, startDesk } from '#tests/support/running-desk.ts';

import { type BareChromium, processorMs, startBareChromium } from './bare-chromium.ts';

const SOCKET_IO = join(
  import.meta.dirname,
  '../../node_modules/socket.io-client/dist/socket.io.min.js',
);
const VIEWPORT = { width: 1440, height: 900 };
/** What a page is given to get going in a flood, before its frames count. */
const WARM_UP_SECONDS = 3;

/** How a page's frames came while it was fed. */
export type Frames = {
  /** The page that was watched. */
  readonly page: Page;
  readonly perSecond: number;
  readonly p99Ms: number;
  /** Processor time of its process, percent of one core. */
  readonly busyPercent: number;
  /** Messages the page says it took, of those that were sent; null where it takes none. */
  readonly taken: number | null;
  readonly sent: number;
};

/**
 * A core whose one source is flooded, and a Chromium for pages of that core. Nobody is attached to it
 * while frames are counted: a debugger is handed every frame of a page's socket, at the page's cost.
 */
export class FloodedPages {
  readonly desk: RunningDesk;
  readonly flood: Flood;
  readonly #chromium: BareChromium;
  #browser: Browser;

  private constructor(desk: RunningDesk, flood: Flood, bare: BareChromium, browser: Browser) {
    this.desk = desk;
    this.flood = flood;
    this.#chromium = bare;
    this.#browser = browser;
  }

  static async open(): Promise<FloodedPages> {
    const desk = await startDesk();
    const flood = await Flood.start();
    const operator = await LightScreen.desk(desk.announced.url);
    await flood.join((name, input) => operator.run(name, input));
    operator.close();
    const bare = await startBareChromium(VIEWPORT);
    return new FloodedPages(desk, flood, bare, await chromium.connectOverCDP(bare.address));
  }

  get #context(): BrowserContext {
    const [context] = this.#browser.contexts();
    if (context === undefined) throw new Error('the browser has no window');
    return context;
  }

  /** The whole desk, pinned to the end of its chat. */
  async openDesk(): Promise<Page> {
    const page = await this.#context.newPage();
    await page.goto(await this.#link());
    await page.locator('[data-row-key]').first().waitFor();
    return page;
  }

  /** A page at the core's own address with nothing on it. */
  async openBlank(): Promise<Page> {
    // The cookie of a desk comes with the first page of the context.
    if ((await this.#context.cookies()).length === 0) await (await this.openDesk()).close();
    const page = await this.#context.newPage();
    const { origin } = new URL(this.desk.announced.url);
    await page.route('**/plain-list', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><body></body>' }),
    );
    await page.goto(`${origin}/plain-list`);
    return page;
  }

  /** The same, with a list that listens to the core. */
  async openList(list: (feed: { readonly protocol: number }) => void): Promise<Page> {
    const page = await this.openBlank();
    await page.addScriptTag({ path: SOCKET_IO });
    await page.evaluate(list, { protocol: PROTOCOL_VERSION });
    return page;
  }

  /** Another desk without a page: a core that nobody listens to does less. */
  async openListener(): Promise<LightScreen> {
    return LightScreen.desk(await this.#link());
  }

  /** Processes of pages, by id. */
  async rendererPids(): Promise<readonly number[]> {
    const session = await this.#browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  }

  /**
   * Feeds the page and watches its frames; ends when it has taken what was sent. The page that was
   * given is of no use afterwards, the one that comes back is the same.
   */
  async watch(given: Page, perSecond: number, seconds: number): Promise<Frames> {
    const before = await takenBy(given);
    const pids = await this.rendererPids();
    await noteFrames(given);
    const { page, result } = await this.unattended(given, async () => {
      const sending = this.flood.send(perSecond, seconds + 2 * WARM_UP_SECONDS);
      await delay(WARM_UP_SECONDS * 1000);
      const [busyBefore, startTs] = [processorMs(pids), Date.now()];
      await delay(seconds * 1000);
      const endTs = Date.now();
      const busyPercent = (processorMs(pids) - busyBefore) / ((endTs - startTs) / 100);
      return { startTs, endTs, busyPercent, sent: await sending };
    });
    const { startTs, endTs, busyPercent, sent } = result;
    const frames = await framesBetween(page, startTs, endTs);
    const taken = before === null ? null : await takenAfter(page, before, sent);
    const framesMs = frames.reduce((sum, ms) => sum + ms, 0);
    return {
      page,
      perSecond: (frames.length * 1000) / framesMs,
      p99Ms: percentile(frames, 99),
      busyPercent,
      taken,
      sent,
    };
  }

  /** Lets a page alone while something is done; the page that comes back is the given one. */
  async unattended<T>(
    given: Page,
    work: () => Promise<T>,
  ): Promise<{ readonly page: Page; readonly result: T }> {
    const address = given.url();
    await this.#browser.close();
    const result = await work();
    this.#browser = await chromium.connectOverCDP(this.#chromium.address);
    const page = this.#context.pages().find((each) => each.url() === address);
    if (page === undefined) throw new Error(`${address} is gone`);
    return { page, result };
  }

  async close(): Promise<void> {
    this.flood.close();
    await this.#browser.close();
    await this.#chromium.end();
    await this.desk.remove();
  }

  async #link(): Promise<string> {
    const link = await askRunningHost(this.desk.dataFolder, 5_000);
    if (link === null) throw new Error('the host gave no link');
    return link.url;
  }
}

/** From now on the page notes when each of its frames began. */
async function noteFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const began: number[] = [];
    Reflect.set(window, 'framesBegan', began);
    const next = (now: number): void => {
      began.push(now);
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
}

/** How long each frame between two moments took, milliseconds. */
async function framesBetween(page: Page, fromTs: number, toTs: number): Promise<number[]> {
  const began = await page.evaluate(() => {
    const noted: unknown = Reflect.get(window, 'framesBegan');
    return Array.isArray(noted) ? noted.map((now) => performance.timeOrigin + Number(now)) : [];
  });
  const within = began.filter((ts) => ts >= fromTs && ts <= toTs);
  return within.slice(1).map((ts, index) => ts - (within[index] ?? ts));
}

/** What a page says it has taken since it was opened; null when it does not say. */
async function takenBy(page: Page): Promise<number | null> {
  const says = page.locator('[data-taken]').first();
  if ((await says.count()) === 0) return null;
  return Number(await says.getAttribute('data-taken'));
}

const SETTLE_MS = 10_000;

/** How many more it has taken: all that were sent, or what it stands at after ten seconds. */
async function takenAfter(page: Page, before: number, sent: number): Promise<number> {
  const endMs = performance.now() + SETTLE_MS;
  for (;;) {
    const taken = ((await takenBy(page)) ?? 0) - before;
    if (taken >= sent || performance.now() > endMs) return taken;
    await page.waitForTimeout(100);
  }
}
