import type { Locator, Page } from '@playwright/test';

import type { Language, MessageKey } from '#renderer/i18n/messages.ts';
import { translate } from '#renderer/i18n/translate.ts';
import { thanksText } from '#shared/rules/thanks/thanks-text.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';
import type { DeskProgram } from '#tests/support/desk-program.ts';
import { coreOtherThan, type RunningDesk } from '#tests/support/running-desk.ts';

import { nameOf, wordsOf } from './words.ts';

/** Fields of frames that hold what people wrote. */
const WRITTEN = new Set(
  'movedTo name title text note benefit channel channelName login code url typedUrl address dataFolder path hook look story value callToAction say author giftName message sender timeZone currency phrase word'.split(
    ' ',
  ),
);

/** A desk with its window, and a program in the same room. */
export class OpenedDesk {
  readonly desk: RunningDesk;
  readonly operator: DeskProgram;
  readonly page: Page;
  readonly language: Language;
  readonly #typed: string[] = [];

  constructor(desk: RunningDesk, operator: DeskProgram, page: Page, language: Language) {
    this.desk = desk;
    this.operator = operator;
    this.page = page;
    this.language = language;
  }

  slice<N extends keyof RoomSlices>(name: N): RoomSlices[N] | undefined {
    return newestSlice(this.operator, name);
  }

  /** Texts that a person types here, beside those the room was told. */
  typed(text: string): string {
    this.#typed.push(text);
    return text;
  }

  /** Every text that people wrote. */
  written(): readonly string[] {
    const texts = new Set<string>(this.#typed);
    for (const frame of this.operator.frames) collectWritten(frame, texts);
    // What the host is to say to people is written for them, not for the desk.
    const thanks = this.operator.frames.flatMap((frame) => slicesOf(frame).thanks?.due ?? []);
    for (const due of thanks) {
      texts.add(thanksText(due, this.language === 'en' ? 'en' : 'zh'));
    }
    return [...texts];
  }

  t(key: MessageKey): string {
    return translate(this.language, key, {});
  }

  words(key: MessageKey): RegExp {
    return wordsOf(this.language, key);
  }

  button(key: MessageKey): Locator {
    return this.page.getByRole('button', { name: nameOf(this.language, key) }).first();
  }

  async pressKey(key: MessageKey): Promise<void> {
    await this.button(key).click();
  }

  async press(name: RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).first().click();
  }

  /** Waits until these words are on the screen. */
  async shown(words: RegExp): Promise<void> {
    await this.page.getByText(words).first().waitFor();
  }

  /** Runs a command of the palette by its words. */
  async command(key: MessageKey): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.keyboard.insertText(this.t(key));
    await this.page.keyboard.press('Enter');
  }

  /** Closes whatever sheet is open. */
  async closeSheet(): Promise<void> {
    await this.page
      .getByRole('dialog')
      .last()
      .getByRole('button', { name: this.t('common.close') })
      .first()
      .click();
  }

  /** The demo show with its chat on screen. */
  async playDemo(): Promise<void> {
    await this.pressKey('setUp.demoStart');
    await this.page.locator('[data-row-key]').first().waitFor();
  }

  /** A show of one's own on air, as sources need it. */
  async goLive(): Promise<void> {
    await this.operator.must('show.create', {
      title: this.language === 'en' ? 'Autumn linen' : '秋季亚麻专场',
      origin: 'live',
      currency: this.language === 'en' ? 'USD' : 'CNY',
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
    // Which core serves now: one that was restarted meanwhile is another process.
    const { pid } = await coreOtherThan(this.desk.dataFolder, null);
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
    await this.page.context().close();
    await this.desk.remove();
  }
}

function collectWritten(value: unknown, texts: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === 'string' && WRITTEN.has(key)) texts.add(part);
    else collectWritten(part, texts);
  }
}

function slicesOf(frame: DeskProgram['frames'][number]): Partial<RoomSlices> {
  if (frame.type === 'snapshot') return frame.snapshot.slices;
  return frame.type === 'batch' ? frame.batch.slices : {};
}

function newestSlice<N extends keyof RoomSlices>(
  operator: DeskProgram,
  name: N,
): RoomSlices[N] | undefined {
  for (const frame of operator.frames.toReversed()) {
    const slice = slicesOf(frame)[name];
    if (slice !== undefined) return slice;
  }
  return undefined;
}
