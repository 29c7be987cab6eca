import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { Language } from '#shared/model/settings.ts';

import { Crowd } from './crowd.ts';
import { demoShows } from './demo-show.ts';
import { countViewers, enter, entriesOf, raid } from './entries.ts';
import { EventMaker } from './event-maker.ts';
import { Gifts } from './gifts.ts';
import { moodOf } from './mood.ts';
import { SeededRandom, mix } from './random.ts';
import { productEvent, sell } from './sales.ts';
import { PLATFORM_DROP, blockAt, isInDrop } from './script.ts';
import { type RoomState, type Second, usualOnline } from './second.ts';
import { Shop } from './shop.ts';
import { support } from './support.ts';
import { Incidents, chat, like } from './talk.ts';

export const TICK_MS = 1000;

/** Messages and bundles of likes, each per second and person online. */
const CHAT_HAZARD = 0.0014;
const LIKE_HAZARD = 0.0016;
/** Part of a prescribed rate's rest that is likes; the rest of it is chat. */
const LIKE_PART = 0.35;
/** Gifts, follows, orders and the like, per second and person online, as they are mostly seen. */
const SMALL_EVENTS_HAZARD = 0.0007;
/** One viewers event per room every so many seconds. */
const VIEWERS_EVERY_S = 5;

/** What the room does while the show runs, as it stands at the start of a second. */
export type RoomInput = {
  /** Code of the product on the shelf; null for none. */
  readonly product: string | null;
  readonly cue: { readonly kind: string; readonly sentTs: number } | null;
  /** Events asked for in one second of show time; null is the room's natural pace. */
  readonly ratePerShowSecond: number | null;
};

/**
 * The demo show as a machine that makes one second after the other. The same seed, start and inputs
 * give the same events to the byte, also when seconds were passed over quietly before.
 */
export class ShowSimulation {
  readonly #seed: number;
  readonly #startTs: number;
  readonly #maker: EventMaker;
  readonly #rooms: readonly RoomState[];
  readonly #shop: Shop;
  readonly #gifts = new Gifts();
  readonly #incidents = new Incidents();
  #tick = 0;
  #product: string | null = null;
  #pushedMs: number | null = null;
  /** Events still owed to a prescribed rate, less than one second's. */
  #owed = 0;
  #lostInDrop = 0;

  /** `startTs` is the show time of the first second, UTC milliseconds. */
  constructor(seed: number, startTs: number, language: Language) {
    const { products, rooms } = demoShows[language];
    this.#shop = new Shop(products);
    this.#seed = seed;
    this.#startTs = startTs;
    this.#maker = new EventMaker(seed, startTs);
    this.#rooms = rooms.map((room) => ({
      room,
      crowd: new Crowd(),
      likeTotal: 0,
      followers: new Set<number>(),
      members: new Set<number>(),
      viewersPeak: 0,
    }));
  }

  /** Show time of the next second. */
  get nextTs(): number {
    return this.#startTs + this.#tick * TICK_MS;
  }

  /** Events that the platform drop swallowed so far. */
  get lostInDrop(): number {
    return this.#lostInDrop;
  }

  /** Entries and leaves of each platform so far. */
  census(): readonly { platform: string; entries: number; leaves: number }[] {
    return this.#rooms.map(({ room, crowd }) => ({
      platform: room.platform,
      entries: crowd.entries,
      leaves: crowd.leaves,
    }));
  }

  /** Pieces of a product that are not paid yet. */
  stock(code: string): number {
    return this.#shop.stock(code);
  }

  /**
   * Makes the next second and returns its events in order of time. A quiet second changes the state
   * in the same way but tells nothing, and is cheap.
   */
  step(input: RoomInput, isQuiet: boolean): readonly FeedEvent[] {
    const second = this.#begin(input, isQuiet);
    this.#announce(second);
    let entered = 0;
    for (const state of this.#rooms) {
      state.crowd.leave(second.tick, second.mood.retainedPart, second.random);
      countViewers(second, state);
      raid(second, state);
      const arriving = entriesOf(second, state, input.ratePerShowSecond);
      enter(second, state, arriving);
      entered += arriving;
    }
    this.#gifts.grow(second);
    for (const state of this.#rooms) {
      sell(second, state, this.#shop);
      this.#gifts.begin(second, state);
      support(second, state);
    }
    this.#incidents.happen(second, this.#rooms);
    if (input.ratePerShowSecond === null) this.#naturalTalk(second);
    else this.#prescribedTalk(second, input.ratePerShowSecond, entered);
    this.#tick += 1;
    return this.#delivered(second);
  }

  #begin(input: RoomInput, isQuiet: boolean): Second {
    const tick = this.#tick;
    const offsetMs = tick * TICK_MS;
    if (input.product !== this.#product) {
      this.#product = input.product;
      this.#pushedMs = input.product === null ? null : offsetMs;
    }
    const productCode = input.product ?? blockAt(offsetMs)?.productCode ?? null;
    const product = productCode === null ? null : this.#shop.product(productCode);
    const sinceMs = input.cue === null ? -1 : this.nextTs - input.cue.sentTs;
    this.#maker.begin(tick);
    return {
      tick,
      offsetMs,
      isQuiet,
      random: new SeededRandom(mix(this.#seed, tick, 1)),
      talk: new SeededRandom(mix(this.#seed, tick, 2)),
      mood: moodOf({
        offsetMs,
        productCode: product?.code ?? null,
        isPushed: input.product !== null,
        isSoldOut: product !== null && this.#shop.stock(product.code) === 0,
        sincePushMs: this.#pushedMs === null ? null : offsetMs - this.#pushedMs,
        cue: input.cue === null || sinceMs < 0 ? null : { kind: input.cue.kind, sinceMs },
      }),
      product,
      maker: this.#maker,
      out: [],
    };
  }

  /** The start of the show, and the platform that is lost for a while. */
  #announce(second: Second): void {
    if (second.isQuiet) return;
    const { out, maker } = second;
    for (const state of this.#rooms) {
      const { isDropped } = state.room;
      const isStart = second.tick === 0;
      if (isStart || (isDropped && second.offsetMs === PLATFORM_DROP.toMs)) {
        const kind = 'connector';
        out.push({ ...maker.envelope(state.room, 0, null), kind, state: 'ready', reason: null });
      }
      if (isDropped && second.offsetMs === PLATFORM_DROP.fromMs) {
        const drop = { kind: 'connector', state: 'degraded', reason: 'silent' } as const;
        out.push({ ...maker.envelope(state.room, 0, null), ...drop });
      }
      if (!isStart) continue;
      const online = { kind: 'stream', state: 'online', title: state.room.title } as const;
      out.push({ ...maker.envelope(state.room, 0, null), ...online });
      if (!state.room.hasOrders) continue;
      for (const product of this.#shop.products) {
        out.push(productEvent(second, state, this.#shop, product, 'listed', 0));
      }
    }
  }

  #naturalTalk(second: Second): void {
    for (const state of this.#rooms) {
      const { online } = state.crowd;
      const likes = state.room.hasLikes ? second.random.poisson(online * LIKE_HAZARD) : 0;
      like(second, state, likes);
      const mean = online * CHAT_HAZARD * second.mood.chatFactor;
      chat(second, state, this.#seed, second.random.poisson(mean));
    }
  }

  /** Fills the second up to the prescribed rate with chat and likes, by the rooms' shares. */
  #prescribedTalk(second: Second, rate: number, entered: number): void {
    // Counted by what is to be expected, not by what was told: quiet seconds must owe the same.
    let rest = rate - entered - this.#rooms.length / VIEWERS_EVERY_S;
    for (const state of this.#rooms) rest -= usualOnline(state) * SMALL_EVENTS_HAZARD;
    this.#owed += rest;
    let left = Math.max(0, Math.floor(this.#owed));
    this.#owed -= left;
    let leftShare = 1;
    for (const state of this.#rooms) {
      const { share } = state.room;
      const part = Math.min(
        left,
        Math.floor((left * share) / leftShare + second.random.fraction()),
      );
      left -= part;
      leftShare -= share;
      const likes = state.room.hasLikes ? Math.round(part * LIKE_PART) : 0;
      if (state.crowd.online === 0) enter(second, state, part);
      else {
        like(second, state, likes);
        chat(second, state, this.#seed, part - likes);
      }
    }
    this.#owed += left;
  }

  #delivered(second: Second): readonly FeedEvent[] {
    const sorted = second.out.sort((a, b) => (a.platformTs ?? 0) - (b.platformTs ?? 0));
    if (!isInDrop(second.offsetMs)) return sorted;
    const dropped = this.#rooms.find(({ room }) => room.isDropped)?.room.platform;
    const kept = sorted.filter((event) => event.platform !== dropped || event.kind === 'connector');
    this.#lostInDrop += sorted.length - kept.length;
    return kept;
  }
}
