import { setTimeout as wait } from 'node:timers/promises';

import type { ProductFields } from '#shared/model/product.ts';
import { startTwitchChatServer, type TwitchChatServer } from '#tests/support/twitch-chat-server.ts';

import type { LightScreen } from './light-screen.ts';
import { COMPRESSION } from './soak-figures.ts';
import type { SoakFeed } from './soak-feed.ts';

const CHANNEL = 'soakroom';
const PRODUCTS = 8;
/** What an operator does once a minute of show, here. */
const ACTION_EVERY_MS = 60_000 / COMPRESSION;

/** What was done, so that a run that did nothing does not look flat. */
export type Done = {
  shows: number;
  pushes: number;
  undone: number;
  cuesAnswered: number;
  screensPaired: number;
  feedReconnects: number;
  reviews: number;
};

/** Works shows one after another as a crew does: a live one with a flapping feed, then a demo. */
export class SoakShow {
  readonly done: Done = {
    shows: 0,
    pushes: 0,
    undone: 0,
    cuesAnswered: 0,
    screensPaired: 0,
    feedReconnects: 0,
    reviews: 0,
  };
  readonly #operator: LightScreen;
  readonly #feed: SoakFeed;
  #anchor: LightScreen | null = null;
  #overlay: LightScreen | null = null;

  constructor(operator: LightScreen, feed: SoakFeed) {
    this.#operator = operator;
    this.#feed = feed;
  }

  /** One live show and one demo, until `endMs` of the monotonic clock. */
  async cycle(endMs: number): Promise<void> {
    this.#anchor ??= await this.#pairAnchor();
    const liveUntilMs = performance.now() + (endMs - performance.now()) * 0.65;
    await this.#liveShow(liveUntilMs);
    await this.#demoShow(endMs);
  }

  close(): void {
    this.#anchor?.close();
    this.#overlay?.close();
  }

  async #liveShow(untilMs: number): Promise<void> {
    const operator = this.#operator;
    const { showId } = await operator.run('show.create', {
      title: `Soak ${this.done.shows + 1}`,
      origin: 'live',
      currency: 'CNY',
    });
    for (let index = 1; index <= PRODUCTS; index += 1) {
      await operator.run('shelf.putProduct', { fields: product(index), linkNumber: index });
    }
    await operator.run('show.start', {});
    const server = await startTwitchChatServer({ channels: [CHANNEL] });
    const joined = server.nextJoin();
    const { sourceId } = await operator.run('source.add', {
      connector: 'twitch-irc',
      channel: CHANNEL,
      address: server.url,
    });
    await joined;
    this.#feed.start();
    for (let turn = 1; performance.now() < untilMs; turn += 1) {
      await this.#actions(turn, server);
      await wait(ACTION_EVERY_MS);
    }
    await this.#feed.stop();
    await operator.run('source.remove', { sourceId });
    await server.close();
    await operator.run('show.end', {});
    await operator.run('review.get', { showId });
    this.done.reviews += 1;
    await operator.run('show.leave', {});
    this.done.shows += 1;
  }

  /** The simulator at the same compression; its products, blocks and cards come with it. */
  async #demoShow(untilMs: number): Promise<void> {
    const operator = this.#operator;
    // Regulars come back: the same people in every third demo.
    const seed = this.done.shows % 3;
    await operator.run('demo.start', {
      seed,
      language: 'zh-CN',
      speed: COMPRESSION,
      eventsPerSecond: null,
    });
    for (let turn = 1; performance.now() < untilMs; turn += 1) {
      await this.#actions(turn, null);
      if (turn % 3 === 0) await operator.run('block.next', {}).catch(lastBlock);
      await wait(ACTION_EVERY_MS);
    }
    await operator.run('show.leave', {});
    this.done.shows += 1;
  }

  async #actions(turn: number, server: TwitchChatServer | null): Promise<void> {
    const operator = this.#operator;
    const armed = await operator.run('shelf.arm', { linkNumber: 1 + (turn % PRODUCTS) });
    const { pushId } = await operator.run('shelf.go', { productId: armed.productId });
    this.done.pushes += 1;
    if (turn % 2 === 0) {
      await operator.run('shelf.undo', { pushId });
      this.done.undone += 1;
    }
    await operator.run('cue.send', { kind: 'free', text: `Cue ${turn} of this show` });
    await operator.run('chat.page', { beforeSeq: null, limit: 100 });
    if (turn % 4 === 0) await operator.run('bookmark.add', { note: `note ${turn}` });
    if (turn % 3 === 0) await this.#changeOverlay();
    if (turn % 5 === 0) {
      await operator.run('show.pause', {});
      await operator.run('show.resume', {});
    }
    if (server !== null) await this.#flap(server, turn);
  }

  /** The platform's line breaks; the feed comes back by itself. */
  async #flap(server: TwitchChatServer, turn: number): Promise<void> {
    for (let line = 0; line < 5; line += 1) {
      const tags = `@id=soak-${this.done.shows}-${turn}-${line};user-id=${line};display-name=Viewer${line}`;
      server.broadcast(`${tags} :v!v@v.tmi.twitch.tv PRIVMSG #${CHANNEL} :line ${line} of ${turn}`);
    }
    if (turn % 4 !== 0) return;
    const joined = server.nextJoin();
    server.drop();
    await joined;
    this.done.feedReconnects += 1;
  }

  /** A second screen goes and another comes. */
  async #changeOverlay(): Promise<void> {
    this.#overlay?.close();
    const overlay = await this.#operator.pair('overlay');
    overlay.onSlices(() => confirmPush(overlay, 'overlay'));
    this.#overlay = overlay;
    this.done.screensPaired += 1;
  }

  async #pairAnchor(): Promise<LightScreen> {
    const anchor = await this.#operator.pair('anchor');
    this.done.screensPaired += 1;
    anchor.onSlices(() => {
      confirmPush(anchor, 'anchor');
      void this.#answerCue(anchor);
    });
    return anchor;
  }

  async #answerCue(anchor: LightScreen): Promise<void> {
    const cue = anchor.slices.cues?.current;
    if (cue?.state !== 'sent') return;
    await anchor.run('cue.answer', { cueId: cue.id, answer: 'shown' });
    await anchor.run('cue.answer', { cueId: cue.id, answer: 'done' });
    this.done.cuesAnswered += 1;
  }
}

function confirmPush(screen: LightScreen, target: 'anchor' | 'overlay'): void {
  const push = screen.slices.shelf?.current;
  const isWaiting = push?.targets.some(
    (each) => each.target === target && each.state === 'waiting',
  );
  // The push may be undone by now: then nothing is left to confirm.
  if (push && isWaiting === true) void screen.run('push.confirm', { pushId: push.id }).catch(gone);
}

function gone(error: unknown): void {
  if (!String(error).includes('nothing_to_undo') && !String(error).includes('unknown')) throw error;
}

function lastBlock(error: unknown): void {
  if (!String(error).includes('unknown_block')) throw error;
}

function product(index: number): ProductFields {
  return {
    code: `P${index - 1}`,
    name: `Product ${index}`,
    role: 'hero',
    currency: 'CNY',
    priceMinor: 12_900,
    listPriceMinor: 19_900,
    couponPriceMinor: 9_900,
    stock: 500,
    benefit: 'free shipping',
    hook: 'look at this',
    look: '',
    story: '',
    value: '',
    callToAction: 'tap the link',
    say: 'one two three, link up',
    swatch: '#aabbcc,#ddeeff',
  };
}
