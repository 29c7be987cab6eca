import { setTimeout as wait } from 'node:timers/promises';

import type { Browser, BrowserContextOptions, Page } from '@playwright/test';

import { askRunningHost } from '#node/running-host.ts';
import type { Language } from '#renderer/i18n/messages.ts';
import { DeskProgram } from '#tests/support/desk-program.ts';
import { startDesk } from '#tests/support/running-desk.ts';

import { type Camera, OWN_THEME, type ShotKind } from './camera.ts';
import { OpenedDesk } from './opened-desk.ts';

/** What is drawn at most every quarter of a second, and transitions, have come to rest after this. */
const SETTLE_MS = 1_000;
const STEP_TIMEOUT_MS = 900_000;
/** The evening of the group `desk` alone takes most of what a step may. */
const GROUP_TIMEOUT_MS = 2_700_000;

/** A tablet in the hand: lying for Chinese, upright for English. */
const TABLET = {
  'zh-CN': { width: 1180, height: 820 },
  en: { width: 820, height: 1180 },
} as const;
export type Size = { readonly width: number; readonly height: number };

/** Brings the real product into its states, in one language, and shows each to the camera. */
export class Studio {
  readonly failures: string[] = [];
  readonly language: Language;
  readonly camera: Camera;
  readonly #browser: Browser;
  readonly #group: string;
  readonly #say: (line: string) => void;
  #written: () => readonly string[] = () => [];

  constructor(
    browser: Browser,
    language: Language,
    group: string,
    camera: Camera,
    say: (line: string) => void,
  ) {
    this.#browser = browser;
    this.language = language;
    this.#group = group;
    this.camera = camera;
    this.#say = say;
  }

  /** What fails in here is said at the end, and does not stop the others. */
  async step(name: string, work: () => Promise<void>): Promise<void> {
    const late = new AbortController();
    const limitMs = name === this.#group ? GROUP_TIMEOUT_MS : STEP_TIMEOUT_MS;
    const timer = wait(limitMs, null, { signal: late.signal }).then(
      () => Promise.reject(new Error('took too long')),
      () => undefined,
    );
    try {
      await Promise.race([work(), timer]);
    } catch (error) {
      const where = `${this.#group}/${name} ${this.language}`;
      const what = error instanceof Error ? error.message : String(error);
      this.failures.push(`${where}: ${what}`);
      this.#say(`NOT TAKEN ${where}: ${what}`);
    } finally {
      late.abort();
    }
  }

  async page(options: BrowserContextOptions): Promise<Page> {
    const context = await this.#browser.newContext({
      timezoneId: 'UTC',
      locale: this.language === 'en' ? 'en-US' : 'zh-CN',
      colorScheme: OWN_THEME[this.language],
      ...options,
    });
    // A busy machine takes its time.
    context.setDefaultTimeout(90_000);
    const page = await context.newPage();
    await this.camera.prepare(page);
    return page;
  }

  /** A device that was asked for its place before. */
  async tablet(size: Size = TABLET[this.language]): Promise<Page> {
    const page = await this.page({ viewport: size });
    const theme = OWN_THEME[this.language];
    const place = JSON.stringify({ diagonalInches: 11, distanceMetres: 2, theme });
    await page.addInitScript(`localStorage.setItem('cuedesk.viewingPlace', '${place}')`);
    return page;
  }

  /** Shows one state to the camera; `settleMs` 0 where the state does not wait. */
  async take(page: Page, name: string, kind: ShotKind, settleMs = SETTLE_MS): Promise<void> {
    const { language } = this;
    const written = (): readonly string[] => this.#written();
    await this.camera.take({ page, language, group: this.#group, name, kind, settleMs, written });
  }

  /** The desk on this data folder (null: one of its own), with its window and a program in that room. */
  async openDesk(existing: string | null = null, roomId = 'main'): Promise<OpenedDesk> {
    const desk = await startDesk([], existing);
    const page = await this.page({ viewport: { width: 1280, height: 720 } });
    await page.goto(desk.announced.url);
    const link = await askRunningHost(desk.dataFolder, 20_000);
    const operator = await DeskProgram.connect(link?.url ?? '', roomId);
    await operator.must('settings.change', { theme: 'system' });
    await page.getByRole('banner').first().waitFor();
    const open = new OpenedDesk(desk, operator, page, this.language);
    this.#written = () => open.written();
    return open;
  }
}
