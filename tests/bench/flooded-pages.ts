import { join } from 'node:path';

import {
  type Browser,
  type BrowserContext,
  chromium,
  type LaunchOptions,
  type Page,
} from '@playwright/test';

import { askRunningHost } from '#node/running-host.ts';
import { PROTOCOL_VERSION } from '#shared/contract/frames.ts';
import { LightScreen } from '#tests/soak/light-screen.ts';
import { percentile } from '#tests/soak/slope.ts';
import { takeFrames, watchFrames } from '#tests/soak/soak-samples.ts';
import { Flood } from '#tests/support/flood.ts';
import { type RunningDesk, startDesk } from '#tests/support/running-desk.ts';
import { systemChromium } from '#tests/support/system-chromium.ts';

const SOCKET_IO = join(
  import.meta.dirname,
  '../../node_modules/socket.io-client/dist/socket.io.min.js',
);
const VIEWPORT = { width: 1440, height: 900 };
/** What a page is given to get going in a flood, before its frames count. */
const WARM_UP_SECONDS = 3;

/** How a page's frames came while it was fed. */
export type Frames = {
  readonly perSecond: number;
  readonly p99Ms: number;
  /** Share of the time its main thread was busy. */
  readonly busyPercent: number;
  /** Messages the page says it took, of those that were sent; null where it takes none. */
  readonly taken: number | null;
  readonly sent: number;
};

/** A core whose one source is flooded, and a Chromium for pages of that core. */
export class FloodedPages {
  readonly desk: RunningDesk;
  readonly flood: Flood;
  readonly browser: Browser;
  readonly #context: BrowserContext;

  private constructor(desk: RunningDesk, flood: Flood, browser: Browser, context: BrowserContext) {
    this.desk = desk;
    this.flood = flood;
    this.browser = browser;
    this.#context = context;
  }

  static async open(): Promise<FloodedPages> {
    const desk = await startDesk();
    const flood = await Flood.start();
    const operator = await LightScreen.desk(desk.announced.url);
    await flood.join((name, input) => operator.run(name, input));
    operator.close();
    const browser = await chromium.launch(launchOptions());
    const context = await browser.newContext({ locale: 'zh-CN', viewport: VIEWPORT });
    return new FloodedPages(desk, flood, browser, context);
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
    const session = await this.browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  }

  /** Feeds the page and watches its frames; ends when it has taken what was sent. */
  async watch(page: Page, perSecond: number, seconds: number): Promise<Frames> {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const busySeconds = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
    };
    const before = await takenBy(page);
    const sending = this.flood.send(perSecond, seconds + 2 * WARM_UP_SECONDS);
    await page.waitForTimeout(WARM_UP_SECONDS * 1000);
    await watchFrames(page);
    const [busyBefore, startMs] = [await busySeconds(), performance.now()];
    await page.waitForTimeout(seconds * 1000);
    const frames = (await takeFrames(page)).filter((ms) => ms > 0);
    const tookMs = performance.now() - startMs;
    const busyPercent = ((await busySeconds()) - busyBefore) / (tookMs / 100_000);
    const sent = await sending;
    const taken = before === null ? null : await takenAfter(page, before, sent);
    await session.detach();
    const framesMs = frames.reduce((sum, ms) => sum + ms, 0);
    return {
      perSecond: (frames.length * 1000) / framesMs,
      p99Ms: percentile(frames, 99),
      busyPercent,
      taken,
      sent,
    };
  }

  async close(): Promise<void> {
    this.flood.close();
    await this.browser.close();
    await this.desk.remove();
  }

  async #link(): Promise<string> {
    const link = await askRunningHost(this.desk.dataFolder, 5_000);
    if (link === null) throw new Error('the host gave no link');
    return link.url;
  }
}

/** A page that a test makes up counts as one of a foreign network, which may not ask this machine. */
function launchOptions(): LaunchOptions {
  const options = systemChromium();
  return {
    ...options,
    args: [...(options.args ?? []), '--disable-features=LocalNetworkAccessChecks'],
  };
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
