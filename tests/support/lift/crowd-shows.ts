import { SeededRandom } from '#core/feeds/simulator/random.ts';
import type {
  LiftAct,
  LiftFigureName,
  LiftMinute,
  LiftThing,
} from '#shared/rules/lift/lift-show.ts';

import {
  actOf,
  MINUTE_MS,
  normal,
  plantedOf,
  thingsToPlant,
  type Planted,
  type PlantedShow,
} from './planted-show.ts';

/** When things are sent: by chance, or because of how the room is – which says nothing of what they do. */
export const CROWD_KINDS = [
  'by chance',
  'when it falls',
  'when chat is slow',
  'after an order burst',
  'when it rises',
  'regimes',
  'raided',
  'cut off',
  'product blocks',
] as const;
export type CrowdKind = (typeof CROWD_KINDS)[number];

const TICK_MS = 10_000;
const TICKS = MINUTE_MS / TICK_MS;
const START_MINUTE = 28_500_000;
const EFFECT_MS = 3 * MINUTE_MS;
/** Between two things that are sent. */
const COOL_DOWN_MS = 100_000;

/**
 * People who come in and leave again after a short or a long stay (births and deaths), each figure's
 * counts with a spread of their own (negative binomial), inflow that jumps between regimes; looked at
 * every ten seconds. Some rooms send things when their numbers ask for it.
 */
export function crowdRoom(seed: number, kind: CrowdKind, shows: number): readonly PlantedShow[] {
  const random = new SeededRandom(seed);
  const figures: readonly LiftFigureName[] = ['chat', 'inflow', 'orders', 'online'];
  const things = thingsToPlant(random, figures, 2, random.integer(2, 4));
  return Array.from({ length: shows }, (_, i) => crowdShow(random, kind, seed * 10 + i, things));
}

function crowdShow(
  random: SeededRandom,
  kind: CrowdKind,
  showId: number,
  things: readonly Sent[],
): PlantedShow {
  const length = random.integer(150, 300);
  const room = new Room(random, kind);
  const queue = queueOf(random, things, random.integer(6, 10));
  const acts: LiftAct[] = [];
  const running: { readonly untilTs: number; readonly does: Planted }[] = [];
  const minutes: LiftMinute[] = [];
  const raidTs: number[] = [];
  const blocks = kind === 'product blocks' ? blocksOf(random, length, things) : [];
  const gaps: { fromTs: number; toTs: number }[] = [];
  const startTs = START_MINUTE * MINUTE_MS;
  const pace = (length * MINUTE_MS) / (queue.length + 1);
  let nextTs = startTs + 10 * MINUTE_MS;
  for (let at = 0; at < length; at += 1) {
    const told = { chats: 0, joins: 0, follows: 0, orders: 0 };
    if (kind === 'raided' && random.chance(1 / 70)) {
      raidTs.push((START_MINUTE + at) * MINUTE_MS + 5_000);
      room.raid();
    }
    if (kind === 'cut off' && random.chance(1 / 60)) {
      const fromTs = (START_MINUTE + at) * MINUTE_MS + random.integer(0, 50_000);
      gaps.push({ fromTs, toTs: fromTs + random.integer(20, 400) * 1_000 });
    }
    room.newMinute();
    for (let tick = 0; tick < TICKS; tick += 1) {
      const ts = (START_MINUTE + at) * MINUTE_MS + tick * TICK_MS;
      const isLate = ts > nextTs + 2.5 * pace;
      const block = blocks.findLast(({ fromTs }) => fromTs <= ts);
      const isAt = block === undefined ? queue.length > 0 : isInside(block, ts, queue);
      if (ts >= nextTs && isAt && (isLate || isAsked(kind, room, random))) {
        const next = takeOf(queue, block);
        if (next !== undefined) {
          acts.push(actOf(acts.length, ts, next.thing));
          running.push({ untilTs: ts + EFFECT_MS, does: next.does });
        }
        nextTs = ts + COOL_DOWN_MS + random.fraction() * Math.max(0, pace - COOL_DOWN_MS) * 1.4;
      }
      const factor = (figure: LiftFigureName): number =>
        running.reduce(
          (product, { untilTs, does }) => (untilTs > ts ? product * (does[figure] ?? 1) : product),
          block?.sells[figure] ?? 1,
        );
      const came = room.step(factor);
      if (gaps.some(({ fromTs, toTs }) => ts >= fromTs && ts < toTs)) continue;
      told.chats += came.chats;
      told.joins += came.joins;
      told.follows += came.follows;
      told.orders += came.orders;
    }
    room.endMinute(told);
    minutes.push({ minute: START_MINUTE + at, viewers: room.online, ...told, clicks: null });
  }
  const endTs = (START_MINUTE + length) * MINUTE_MS;
  const phaseTs = blocks.map(({ fromTs }) => fromTs);
  const show = {
    showId,
    startTs,
    endTs,
    minutes,
    acts,
    gaps,
    phaseTs,
    raidTs,
    areJoinsWhole: true,
  };
  return { kind, show, planted: plantedOf(things) };
}

type Sent = { readonly thing: LiftThing; readonly does: Planted };

/** A stretch in which one product is sold, at rates of its own; its cue is sent in it and nowhere else. */
type Block = {
  readonly fromTs: number;
  readonly toTs: number;
  readonly thing: Sent | undefined;
  readonly sells: Planted;
};
/** The host has begun before a cue is sent, and does not close on one. */
const BLOCK_EDGE_MS = 2 * MINUTE_MS;

function blocksOf(random: SeededRandom, length: number, things: readonly Sent[]): readonly Block[] {
  const sells = things.map(() => ({
    orders: 0.5 * 4 ** random.fraction(),
    chat: 0.85 + random.fraction() * 0.3,
  }));
  const blocks: Block[] = [];
  for (let at = 0; at < length;) {
    const minutes = random.integer(8, 16);
    const turn = blocks.length % things.length;
    const fromTs = (START_MINUTE + at) * MINUTE_MS;
    const toTs = fromTs + minutes * MINUTE_MS;
    blocks.push({ fromTs, toTs, thing: things[turn], sells: sells[turn] ?? {} });
    at += minutes;
  }
  return blocks;
}

function isInside({ fromTs, toTs, thing }: Block, ts: number, queue: readonly Sent[]): boolean {
  const isWell = ts >= fromTs + BLOCK_EDGE_MS && ts <= toTs - BLOCK_EDGE_MS;
  return isWell && queue.some((each) => each === thing);
}

/** The next that is sent; in a block, the next of its product. */
function takeOf(queue: Sent[], block: Block | undefined): Sent | undefined {
  if (block === undefined) return queue.shift();
  const at = queue.findIndex((each) => each === block.thing);
  return at < 0 ? undefined : queue.splice(at, 1)[0];
}

/** Each thing as often, in any order. */
function queueOf(random: SeededRandom, things: readonly Sent[], times: number): Sent[] {
  const queue = things.flatMap((thing) => Array.from({ length: times }, () => thing));
  return queue
    .map((thing) => ({ thing, order: random.fraction() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ thing }) => thing);
}

function isAsked(kind: CrowdKind, room: Room, random: SeededRandom): boolean {
  switch (kind) {
    case 'when it falls':
      return room.changeOver(5) < -0.06;
    case 'when it rises':
      return room.changeOver(3) > 0.05;
    case 'when chat is slow':
      return room.againstUsual('chats') < 0.75;
    case 'after an order burst':
      return room.againstUsual('orders') > 1.6;
    default:
      return random.chance(0.3);
  }
}

type Told = {
  readonly chats: number;
  readonly joins: number;
  readonly follows: number;
  readonly orders: number;
};

class Room {
  readonly #random: SeededRandom;
  readonly #isOfRegimes: boolean;
  readonly #inflow: number;
  readonly #rates = { chats: 0, follows: 0, orders: 0 };
  readonly #shapes = { chats: 0, follows: 0, orders: 0, joins: 0 };
  readonly #past: (Told & { readonly online: number })[] = [];
  #mood = { chats: 1, follows: 1, orders: 1, joins: 1 };
  #regime = 1;
  #short: number;
  #long: number;

  constructor(random: SeededRandom, kind: CrowdKind) {
    this.#random = random;
    this.#isOfRegimes = kind === 'regimes' || kind === 'when it falls' || kind === 'when it rises';
    // People a minute; a third of them stay for eight minutes, the rest for one and a half.
    this.#inflow = 60 * 20 ** random.fraction();
    this.#short = Math.round(this.#inflow * (2 / 3) * 1.5);
    this.#long = Math.round(this.#inflow * (1 / 3) * 8);
    this.#rates.chats = 0.02 + random.fraction() * 0.05;
    this.#rates.follows = 0.002 + random.fraction() * 0.004;
    this.#rates.orders = (1.5 + random.fraction() * 6) / (this.#short + this.#long);
    for (const name of ['chats', 'follows', 'orders', 'joins'] as const) {
      this.#shapes[name] = 8 + random.fraction() * 25;
    }
  }

  get online(): number {
    return this.#short + this.#long;
  }

  newMinute(): void {
    const random = this.#random;
    for (const name of ['chats', 'follows', 'orders', 'joins'] as const) {
      // A part of the last minute's mood goes on.
      const fresh = gammaLike(random, this.#shapes[name]);
      this.#mood = { ...this.#mood, [name]: 1 + 0.45 * (this.#mood[name] - 1) + 0.9 * (fresh - 1) };
    }
    if (this.#isOfRegimes && random.chance(1 / 14)) this.#regime = random.pick([0.65, 1, 1.5]);
  }

  step(factor: (figure: LiftFigureName) => number): Told {
    const random = this.#random;
    const part = TICK_MS / MINUTE_MS;
    const joins = random.poisson(
      Math.max(0, this.#inflow * this.#regime * this.#mood.joins * factor('inflow') * part),
    );
    // What holds people makes fewer leave, so that after three minutes so many more are there.
    const leaving = 1 - (factor('online') - 1) / 0.6;
    const goes = (people: number, stayMinutes: number): number =>
      Math.min(people, random.poisson((people * part * leaving) / stayMinutes));
    const longer = Math.round(joins / 3 + random.fraction() - 0.5);
    this.#short += joins - longer - goes(this.#short, 1.5);
    this.#long += longer - goes(this.#long, 8);
    const count = (name: 'chats' | 'follows' | 'orders', by: number): number =>
      random.poisson(Math.max(0, this.online * this.#rates[name] * this.#mood[name] * by * part));
    return {
      joins,
      chats: count('chats', factor('chat')),
      follows: count('follows', factor('follows')),
      orders: count('orders', factor('orders')),
    };
  }

  raid(): void {
    this.#short += Math.round(this.online * (0.5 + this.#random.fraction()));
  }

  endMinute(told: Told): void {
    this.#past.push({ ...told, online: this.online });
  }

  /** Of people online, as the desk sees it: whole minutes. */
  changeOver(minutes: number): number {
    const then = this.#past.at(-1 - minutes);
    return then === undefined ? 0 : (this.#past.at(-1)?.online ?? 0) / then.online - 1;
  }

  /** The last minute beside the mean of thirty. */
  againstUsual(name: 'chats' | 'orders'): number {
    const past = this.#past.slice(-31, -1);
    if (past.length < 10) return 1;
    const mean = past.reduce((sum, each) => sum + each[name], 0) / past.length;
    return (this.#past.at(-1)?.[name] ?? 0) / Math.max(mean, 0.2);
  }
}

/** Mean 1, variance 1 / shape, never below 0 (Wilson and Hilferty's cube of a normal draw). */
function gammaLike(random: SeededRandom, shape: number): number {
  return Math.max(0, 1 - 1 / (9 * shape) + normal(random) / (3 * Math.sqrt(shape))) ** 3;
}
