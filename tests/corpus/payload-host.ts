import BetterSqlite from 'better-sqlite3';
import type { Browser, BrowserContext, Page } from '@playwright/test';

import { askRunningHost } from '#node/running-host.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import { DeskProgram } from '#tests/support/desk-program.ts';
import type { Payload } from '#tests/support/payloads.ts';
import { coreOtherThan, startDesk, type RunningDesk } from '#tests/support/running-desk.ts';
import { SenderProgram } from '#tests/support/sender-program.ts';

import { Canary } from './canary.ts';

/** Taller than any desk, so that a hundred rows are painted at once. */
const DESK = { width: 1_600, height: 3_200 };
const SCREEN = { width: 1_180, height: 820 };
/** A screen that has not done by then what it was told does not do it. */
const STEP_LIMIT_MS = 60_000;

/** One browser context with the three screens, under the real policy or with it switched off. */
export type Screens = {
  readonly canary: Canary;
  readonly context: BrowserContext;
  readonly desk: Page;
  readonly anchor: Page;
  readonly overlay: Page;
};

/** A real host on a folder of its own, a program that works its desk, and one that sends events. */
export class PayloadHost {
  readonly running: RunningDesk;
  readonly program: DeskProgram;
  readonly origin: string;
  #sender: SenderProgram | null = null;

  private constructor(running: RunningDesk, program: DeskProgram) {
    this.running = running;
    this.program = program;
    this.origin = new URL(running.announced.url).origin;
  }

  static async start(): Promise<PayloadHost> {
    const running = await startDesk();
    return new PayloadHost(running, await DeskProgram.connect(running.announced.url));
  }

  async openScreens(browser: Browser, bypassCSP: boolean): Promise<Screens> {
    const canary = new Canary();
    const open = async (): Promise<BrowserContext> => {
      const context = await browser.newContext({ viewport: DESK, locale: 'zh-CN', bypassCSP });
      context.setDefaultTimeout(STEP_LIMIT_MS);
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await canary.watch(context, this.origin);
      return context;
    };
    const link = await askRunningHost(this.running.dataFolder, 5_000);
    if (link === null) throw new Error('the host gave no link');
    const context = await open();
    const desk = await context.newPage();
    await desk.goto(link.url);
    // Each in a window of its own: a page behind another one draws a frame a second.
    const anchor = await this.#pair(await open(), 'anchor');
    const overlay = await this.#pair(await open(), 'overlay');
    return { canary, context, desk, anchor, overlay };
  }

  async #pair(context: BrowserContext, role: 'anchor' | 'overlay'): Promise<Page> {
    const offer = await this.program.must('screens.offer', { role });
    const page = await context.newPage();
    await page.setViewportSize(SCREEN);
    await page.goto(offer.url);
    await this.letIn();
    // The host says once how far away the screen stands.
    if (role === 'anchor') await page.getByRole('button', { name: '就这样' }).click();
    return page;
  }

  /** The operator's yes to every device that waits, once there is one. */
  async letIn(): Promise<void> {
    await this.program.until(() => this.#requests().length > 0);
    for (const { id } of this.#requests()) {
      await this.program.must('screens.approve', { requestId: id });
    }
  }

  #requests(): RoomSlices['screens']['requests'] {
    for (const frame of this.program.frames.toReversed()) {
      const slices = frame.type === 'snapshot' ? frame.snapshot.slices : null;
      const changed = frame.type === 'batch' ? frame.batch.slices : slices;
      if (changed?.screens !== undefined) return changed.screens.requests;
    }
    return [];
  }

  /** Blocks are planned outside a show; here as a plan that is in the store when the core starts. */
  async planBlocks(showId: number, payloads: readonly Payload[]): Promise<void> {
    const db = new BetterSqlite(this.running.storePath);
    db.pragma('busy_timeout = 5000');
    const put = db.prepare(
      `INSERT INTO blocks (show_id, position, role, title, planned_ms) VALUES (?, ?, 'hero', ?, 60000)`,
    );
    db.transaction(() => {
      for (const [index, { text }] of payloads.entries())
        put.run(showId, index + 1, text.slice(0, 200));
    })();
    db.close();
    const { pid } = this.running.announced;
    process.kill(pid, 'SIGKILL');
    const welcomes = this.#welcomes();
    await coreOtherThan(this.running.dataFolder, pid);
    await this.program.until(() => this.#welcomes() > welcomes);
  }

  #welcomes(): number {
    return this.program.frames.filter(({ type }) => type === 'snapshot').length;
  }

  /** Sends a batch of events as another program does; resolves with what was stored of them. */
  async append(events: CommandInput<'ingest.append'>['events']): Promise<number> {
    this.#sender ??= await SenderProgram.connect(this.running.dataFolder, 'payloads');
    return this.#sender.append(events);
  }

  async remove(): Promise<void> {
    this.#sender?.close();
    this.program.close();
    await this.running.remove();
  }
}
