import type { SeededRandom } from '#core/feeds/simulator/random.ts';
import {
  thingId,
  type LiftAct,
  type LiftFigureName,
  type LiftShow,
  type LiftThing,
} from '#shared/rules/lift/lift-show.ts';

export const MINUTE_MS = 60_000;

/** What a thing does for three minutes: the factor on a figure's rate, on people online as a factor too. */
export type Planted = Readonly<Partial<Record<LiftFigureName, number>>>;

/** A made-up show, and what was planted in it; things that are not named do nothing. */
export type PlantedShow = {
  readonly kind: string;
  readonly show: LiftShow;
  readonly planted: ReadonlyMap<string, Planted>;
};

/** Sizes as the trade tells of them: from, to. */
const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  chat: [1.5, 2],
  inflow: [1.3, 1.5],
  orders: [1.5, 2],
  online: [1.04, 1.08],
};

/** Some things that do something, and some that do nothing. */
export function thingsToPlant(
  random: SeededRandom,
  figures: readonly LiftFigureName[],
  effective: number,
  idle: number,
): readonly { readonly thing: LiftThing; readonly does: Planted }[] {
  return Array.from({ length: effective + idle }, (_, i) => {
    const thing: LiftThing =
      i % 3 === 2 ? { kind: 'push', key: `product ${i}` } : { kind: 'card', key: `card ${i}` };
    if (i >= effective) return { thing, does: {} };
    const figure = random.pick(figures);
    const [from, to] = SIZES[figure] ?? [1, 1];
    return { thing, does: { [figure]: from + random.fraction() * (to - from) } };
  });
}

export function plantedOf(
  things: readonly { readonly thing: LiftThing; readonly does: Planted }[],
): ReadonlyMap<string, Planted> {
  return new Map(things.map(({ thing, does }) => [thingId(thing), does]));
}

/** Seeded; two values of a normal draw would be wasted, one is enough here. */
export function normal(random: SeededRandom): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.fraction()));
  return radius * Math.cos(2 * Math.PI * random.fraction());
}

/** Acts at random moments, no two within so many minutes. */
export function randomMoments(
  random: SeededRandom,
  count: number,
  [fromMs, toMs]: readonly [number, number],
  apartMs: number,
): readonly number[] {
  const moments: number[] = [];
  for (let tries = 0; moments.length < count && tries < count * 40; tries += 1) {
    const at = Math.floor(fromMs + random.fraction() * (toMs - fromMs));
    if (moments.every((other) => Math.abs(other - at) >= apartMs)) moments.push(at);
  }
  return moments.toSorted((a, b) => a - b);
}

/** How much of an effect of three minutes a minute holds. */
export function inMinute(ts: number, minute: number, lastsMs: number): number {
  const from = Math.max(ts, minute * MINUTE_MS);
  const to = Math.min(ts + lastsMs, (minute + 1) * MINUTE_MS);
  return Math.max(0, to - from) / MINUTE_MS;
}

export function actOf(n: number, ts: number, thing: LiftThing): LiftAct {
  return { id: `act ${n}`, ts, things: [thing] };
}
