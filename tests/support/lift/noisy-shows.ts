import { SeededRandom } from '#core/feeds/simulator/random.ts';
import type { LiftAct, LiftFigureName, LiftMinute } from '#shared/rules/lift/lift-show.ts';

import {
  actOf,
  inMinute,
  MINUTE_MS,
  normal,
  plantedOf,
  randomMoments,
  thingsToPlant,
  type PlantedShow,
} from './planted-show.ts';

/** Kinds of show: where people online go, how they waver, what goes wrong. */
export const NOISY_KINDS = [
  'flat',
  'rising',
  'falling',
  'wavering',
  'raids',
  'outages',
  'platforms',
  'quiet room',
  'large room',
] as const;
export type NoisyKind = (typeof NOISY_KINDS)[number];

const EFFECT_MS = 3 * MINUTE_MS;
const START_MINUTE = 29_000_000;

type Manner = {
  readonly length: number;
  readonly people: number;
  readonly trend: number;
  readonly waver: number;
  readonly raids: number;
  readonly outages: number;
  readonly sources: number;
};

function mannerOf(kind: NoisyKind, random: SeededRandom): Manner {
  const people = (from: number, to: number): number => from * (to / from) ** random.fraction();
  const plain = {
    length: random.integer(180, 320),
    people: people(400, 3_000),
    trend: 0,
    waver: 0.12,
    raids: 0,
    outages: 0,
    sources: 1,
  };
  switch (kind) {
    case 'flat':
      return plain;
    case 'rising':
      return { ...plain, trend: 0.5 + random.fraction() };
    case 'falling':
      return { ...plain, trend: -0.5 - random.fraction() };
    case 'wavering':
      return { ...plain, waver: 0.25 };
    case 'raids':
      return { ...plain, raids: random.integer(1, 4) };
    case 'outages':
      return { ...plain, outages: random.integer(1, 4) };
    case 'platforms':
      return { ...plain, sources: 3, outages: random.integer(0, 2) };
    case 'quiet room':
      return { ...plain, people: people(80, 250) };
    case 'large room':
      return { ...plain, people: people(8_000, 40_000), length: random.integer(240, 360) };
  }
}

/**
 * Rates that are a trend times slow noise (lognormal, autoregressive, each figure its own), counts of
 * them by chance (Poisson); acts at random moments. What a cue does begins with it and lasts three
 * minutes; people it holds go on to leave with a half-life of two.
 */
export function noisyShow(seed: number, kind: NoisyKind): PlantedShow {
  const random = new SeededRandom(seed);
  const manner = mannerOf(kind, random);
  const { length, people, trend, raids, outages, sources } = manner;
  const figures: readonly LiftFigureName[] =
    people < 300 ? ['chat', 'inflow', 'online'] : ['chat', 'inflow', 'orders', 'online'];
  const things = thingsToPlant(random, figures, 2, random.integer(2, 4));
  const acts: LiftAct[] = [];
  const does = new Map<LiftAct, Readonly<Record<string, number | undefined>>>();
  const span = [START_MINUTE * MINUTE_MS, (START_MINUTE + length) * MINUTE_MS] as const;
  const times = random.integer(8, 14);
  const moments = randomMoments(random, things.length * times, span, 100_000);
  const order = moments
    .map((ts, n) => ({ ts, n, thing: things[n % things.length], place: random.fraction() }))
    .toSorted((a, b) => a.place - b.place);
  order.forEach(({ thing }, n) => {
    const act = thing === undefined ? null : actOf(n, moments[n] ?? 0, thing.thing);
    if (act === null || thing === undefined) return;
    acts.push(act);
    does.set(act, thing.does);
  });
  const raidAt = randomMoments(random, raids, span, 15 * MINUTE_MS);
  const gaps = randomMoments(random, outages, span, 20 * MINUTE_MS).map((fromTs) => ({
    fromTs,
    toTs: fromTs + random.integer(30, 360) * 1_000,
  }));
  const wavers = {
    online: new Waver(random, manner.waver / 3, 0.93),
    chat: new Waver(random, manner.waver * 1.6, 0.7),
    inflow: new Waver(random, manner.waver * 1.2, 0.75),
    orders: new Waver(random, manner.waver * 1.6, 0.6),
    follows: new Waver(random, manner.waver * 1.4, 0.6),
  };
  const usual = {
    chat: 0.015 + random.fraction() * 0.05,
    inflow: 0.15 + random.fraction() * 0.2,
    orders: 0.001 + random.fraction() * 0.004,
    follows: 0.001 + random.fraction() * 0.004,
  };
  const minutes: LiftMinute[] = [];
  let held = 0;
  let raided = 0;
  for (let at = 0; at < length; at += 1) {
    const minute = START_MINUTE + at;
    const factor = (figure: string): number => {
      let product = 1;
      for (const act of acts) {
        const by = does.get(act)?.[figure];
        if (by !== undefined) product *= 1 + (by - 1) * inMinute(act.ts, minute, EFFECT_MS);
      }
      return product;
    };
    const isRaid = raidAt.some((ts) => Math.floor(ts / MINUTE_MS) === minute);
    raided = raided * 0.8 + (isRaid ? people * (0.5 + random.fraction()) : 0);
    held = Math.max(held * 0.7, Math.log(factor('online')));
    const level = people * Math.exp(trend * (at / length) + wavers.online.next() + held) + raided;
    const lost = gaps.some(
      ({ fromTs, toTs }) => fromTs < (minute + 1) * MINUTE_MS && toTs > minute * MINUTE_MS,
    );
    const left = lost ? (sources === 1 ? 0 : 1 - 1 / sources) : 1;
    const count = (figure: 'chat' | 'inflow' | 'orders' | 'follows', waver: Waver): number =>
      random.poisson(left * level * usual[figure] * Math.exp(waver.next()) * factor(figure));
    minutes.push({
      minute,
      viewers: left === 0 ? null : Math.round(level * left),
      chats: count('chat', wavers.chat),
      joins: count('inflow', wavers.inflow) + (isRaid ? Math.round(raided) : 0),
      follows: count('follows', wavers.follows),
      clicks: null,
      orders: count('orders', wavers.orders),
    });
  }
  const [startTs, endTs] = span;
  const show = {
    showId: seed,
    startTs,
    endTs,
    minutes,
    acts,
    gaps,
    phaseTs: [],
    raidTs: raidAt,
    areJoinsWhole: true,
  };
  return { kind, show, planted: plantedOf(things) };
}

/** Slow noise: each value remembers a part of the one before (AR 1), with this standard deviation in the long run. */
class Waver {
  readonly #random: SeededRandom;
  readonly #deviation: number;
  readonly #memory: number;
  #value: number;

  constructor(random: SeededRandom, deviation: number, memory: number) {
    this.#random = random;
    this.#deviation = deviation;
    this.#memory = memory;
    this.#value = normal(random) * deviation;
  }

  next(): number {
    const step = this.#deviation * Math.sqrt(1 - this.#memory ** 2);
    this.#value = this.#value * this.#memory + step * normal(this.#random);
    return this.#value;
  }
}
