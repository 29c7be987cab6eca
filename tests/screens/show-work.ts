import { setTimeout as wait } from 'node:timers/promises';

import type { Page } from '@playwright/test';

import { nameOf } from './words.ts';
import type { OpenedDesk } from './opened-desk.ts';

const FASTEST = 20;

/** The work of an operator at minutes of the demo, done while it plays at 20 times its pace. */
export class ShowWork {
  readonly #open: OpenedDesk;
  readonly #isPatient: boolean;
  #shownMs = 0;
  #speed = 1;
  #countedAt = performance.now();

  constructor(open: OpenedDesk, isPatient: boolean) {
    this.#open = open;
    this.#isPatient = isPatient;
  }

  /** Waits for this minute of the show; without patience it is that minute already. */
  async until(minute: number): Promise<void> {
    if (!this.#isPatient) return;
    await this.#setSpeed(FASTEST);
    while (this.#minuteNow() < minute) await wait(100);
    await this.#setSpeed(1);
  }

  /** The show runs as fast as it can until this is over. */
  async hurry(until: Promise<void>): Promise<void> {
    await this.#setSpeed(FASTEST);
    await until;
    await this.#setSpeed(1);
  }

  async block(): Promise<void> {
    await this.#open.operator.must('block.next', {});
  }

  /** Puts this link on the shelf. */
  async push(linkNumber: number): Promise<void> {
    const { operator } = this.#open;
    const { productId } = await operator.must('shelf.arm', { linkNumber });
    await operator.must('shelf.go', { productId });
  }

  async bookmark(): Promise<void> {
    await this.#open.operator.must('bookmark.add', { note: '' });
  }

  /** Sends the cue of an F key, and waits until the anchor's screen shows it. */
  async cue(slot: number, anchor: Page): Promise<void> {
    const { operator } = this.#open;
    const card = this.#open.slice('cues')?.deck.find(({ pinnedSlot }) => pinnedSlot === slot);
    if (card === undefined) throw new Error(`nothing is pinned to F${slot}`);
    await operator.must('cue.send', { kind: card.kind, text: card.text });
    await anchor.getByText(card.text.slice(0, 6)).first().waitFor();
  }

  /** Done by a tap; help, for the cue that stands there, by the key of a pedal. */
  async answer(anchor: Page, how: 'done' | 'help'): Promise<void> {
    const { operator, language } = this.#open;
    const answered = (): number =>
      this.#open.slice('cues')?.sent.filter(({ state }) => state === 'done' || state === 'help')
        .length ?? 0;
    const before = answered();
    // Its first touch after a new cue only wakes it: what stands there must have been read.
    await operator.until(
      () => this.#open.slice('cues')?.sent.at(-1)?.state === 'shown' || answered() > before,
    );
    const done = anchor.getByRole('button', { name: nameOf(language, 'anchor.done') }).first();
    while (answered() === before) {
      if (how === 'done') await done.click();
      else await anchor.keyboard.press('h');
      await wait(300);
    }
  }

  async #setSpeed(speed: number): Promise<void> {
    await this.#open.operator.must('playback.setSpeed', { speed });
    this.#minuteNow();
    this.#speed = speed;
  }

  #minuteNow(): number {
    const now = performance.now();
    this.#shownMs += (now - this.#countedAt) * this.#speed;
    this.#countedAt = now;
    return this.#shownMs / 60_000;
  }
}

/** A believable evening up to the spike, with two cues that were done and one call for help. */
export async function workTheShow(work: ShowWork, anchor: Page): Promise<void> {
  await work.block();
  await work.cue(1, anchor);
  await work.answer(anchor, 'done');
  await work.until(9);
  await work.block();
  await work.push(1);
  await work.cue(4, anchor);
  await work.answer(anchor, 'done');
  await work.until(20);
  await work.block();
  await work.push(4);
  await work.cue(2, anchor);
  await work.until(31);
  await work.block();
  await work.push(2);
  await work.bookmark();
  await work.until(44);
  await work.cue(5, anchor);
  await work.answer(anchor, 'done');
  await work.until(51);
  await work.block();
  await work.cue(6, anchor);
  await work.until(56);
  await work.block();
  await work.push(3);
  await work.until(72);
  await work.block();
  await work.cue(3, anchor);
  await work.answer(anchor, 'help');
  await work.until(76);
  await work.push(2);
  await work.until(80.5);
  await work.block();
  await work.cue(7, anchor);
}
