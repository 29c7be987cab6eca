import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { type Browser, type BrowserContextOptions, type Page } from '@playwright/test';

import { askRunningHost } from '#node/running-host.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import { DeskProgram } from '#tests/support/desk-program.ts';
import { type RunningDesk, startDesk } from '#tests/support/running-desk.ts';

import { toPalettePng } from './palette-png.ts';

/** What is drawn at most every quarter of a second, and transitions, have come to rest after this. */
const SETTLE_MS = 1_000;
const STEP_TIMEOUT_MS = 600_000;

/** A small dark window in Chinese and a larger light one in English, of the same desk. */
export type BothDesks = { readonly zh: Page; readonly en: Page };

/** Takes pictures of states, one after the other, and keeps in mind which could not be taken. */
export class Studio {
  readonly failures: string[] = [];
  readonly #browser: Browser;
  readonly #folder: string;
  readonly #say: (line: string) => void;

  constructor(browser: Browser, folder: string, say: (line: string) => void) {
    this.#browser = browser;
    this.#folder = folder;
    this.#say = say;
  }

  /** What fails in here is said at the end, and does not stop the others. */
  async step(name: string, work: () => Promise<void>): Promise<void> {
    const late = new AbortController();
    const timer = wait(STEP_TIMEOUT_MS, null, { signal: late.signal }).then(
      () => Promise.reject(new Error('took too long')),
      () => undefined,
    );
    try {
      await Promise.race([work(), timer]);
    } catch (error) {
      this.failures.push(name);
      this.#say(`states/${name}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      late.abort();
    }
  }

  async page(options: BrowserContextOptions): Promise<Page> {
    const context = await this.#browser.newContext({ timezoneId: 'UTC', ...options });
    // A busy machine takes its time.
    context.setDefaultTimeout(90_000);
    return context.newPage();
  }

  /** One PNG; `settleMs` 0 where the state does not wait. */
  async take(page: Page, name: string, settleMs = SETTLE_MS): Promise<void> {
    await wait(settleMs);
    const path = join(this.#folder, `${name}.png`);
    writeFileSync(path, toPalettePng(await page.screenshot()));
    this.#say(`states/${name}.png ${Math.round(statSync(path).size / 1024)} KB`);
  }

  async takeBoth({ zh, en }: BothDesks, name: string, settleMs = SETTLE_MS): Promise<void> {
    await wait(settleMs);
    await Promise.all([
      this.take(zh, `${name}-dark-zh-CN`, 0),
      this.take(en, `${name}-light-en`, 0),
    ]);
  }

  /** The desk on this data folder (null: one of its own), with both windows and a program in that room. */
  async openDesk(existing: string | null = null, roomId = 'main'): Promise<OpenedDesk> {
    const desk = await startDesk([], existing);
    const permissions = ['clipboard-read', 'clipboard-write'];
    const zh = await this.page({
      locale: 'zh-CN',
      colorScheme: 'dark',
      viewport: { width: 1280, height: 720 },
      permissions,
    });
    await zh.goto(desk.announced.url);
    const link = await askRunningHost(desk.dataFolder, 20_000);
    const operator = await DeskProgram.connect(link?.url ?? '', roomId);
    await operator.must('settings.change', { theme: 'system' });
    await zh.getByRole('banner').first().waitFor();
    const en = await this.page({
      locale: 'en-US',
      colorScheme: 'light',
      viewport: { width: 1440, height: 900 },
      permissions,
      storageState: await zh.context().storageState(),
    });
    await en.goto(zh.url());
    await en.getByRole('banner').first().waitFor();
    return new OpenedDesk(desk, operator, zh, en);
  }
}

export class OpenedDesk implements BothDesks {
  readonly desk: RunningDesk;
  readonly operator: DeskProgram;
  readonly zh: Page;
  readonly en: Page;

  constructor(desk: RunningDesk, operator: DeskProgram, zh: Page, en: Page) {
    this.desk = desk;
    this.operator = operator;
    this.zh = zh;
    this.en = en;
  }

  slice<N extends keyof RoomSlices>(name: N): RoomSlices[N] | undefined {
    return newestSlice(this.operator, name);
  }

  /** Does the same in both windows. */
  async both(work: (page: Page, language: 'zh' | 'en') => Promise<unknown>): Promise<void> {
    await Promise.all([work(this.zh, 'zh'), work(this.en, 'en')]);
  }

  /** Waits until both windows show these words. */
  async shown(words: RegExp): Promise<void> {
    await this.both((page) => page.getByText(words).first().waitFor());
  }

  async press(name: RegExp): Promise<void> {
    await this.both((page) => page.getByRole('button', { name }).first().click());
  }

  /** Closes whatever sheet is open. */
  async closeSheet(): Promise<void> {
    await this.both((page) => page.keyboard.press('Escape'));
  }

  /** The demo show with its chat on screen. */
  async playDemo(): Promise<void> {
    await this.zh.getByRole('button', { name: '开始示例' }).click();
    await this.both((page) => page.locator('[data-row-key]').first().waitFor());
  }

  /** A show of one's own on air, as sources need it. */
  async goLive(): Promise<void> {
    await this.operator.must('show.create', {
      title: '秋季亚麻专场',
      origin: 'live',
      currency: 'CNY',
    });
    await this.operator.must('show.start', {});
  }

  /**
   * Stops the core at the moment the slice is so, which passes too fast to be seen otherwise. It
   * goes on when `work` is done; windows say after six seconds that it does not answer.
   */
  async frozenWhen<N extends keyof RoomSlices>(
    name: N,
    isSo: (slice: RoomSlices[N]) => boolean,
    work: () => Promise<void>,
  ): Promise<void> {
    const { pid } = this.desk.announced;
    await this.operator.until(() => {
      const slice = this.slice(name);
      return slice !== undefined && isSo(slice);
    });
    process.kill(pid, 'SIGSTOP');
    try {
      await work();
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  }

  async close(): Promise<void> {
    this.operator.close();
    await Promise.all([this.zh.context().close(), this.en.context().close()]);
    await this.desk.remove();
  }
}

function newestSlice<N extends keyof RoomSlices>(
  operator: DeskProgram,
  name: N,
): RoomSlices[N] | undefined {
  for (const frame of operator.frames.toReversed()) {
    const slices: Partial<RoomSlices> =
      frame.type === 'snapshot'
        ? frame.snapshot.slices
        : frame.type === 'batch'
          ? frame.batch.slices
          : {};
    const slice = slices[name];
    if (slice !== undefined) return slice;
  }
  return undefined;
}
