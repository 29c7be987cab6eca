import fc from 'fast-check';

import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { VirtualValue } from '#shared/model/money.ts';
import {
  chat,
  follow,
  gift,
  historical,
  join,
  like,
  membership,
  order,
  person,
  raid,
  tip,
  viewers,
  type At,
} from './make-event.ts';

/** Ten minutes before midnight UTC, so that every mix crosses it. */
export const MIX_START = Date.UTC(2026, 2, 1, 23, 50, 0);
export const MIX_MS = 20 * 60_000;

const PLACES = [
  { platform: 'twitch', platformRoomId: '7300000000000000001' },
  { platform: 'douyin', platformRoomId: '9223372036854775806' },
  { platform: 'twitch', platformRoomId: null },
] as const;
const MONEY = [
  { amountMinor: 12_900, currency: 'CNY', exponent: 2 },
  { amountMinor: 1, currency: 'CNY', exponent: 2 },
  { amountMinor: 5_000, currency: 'CNY', exponent: 3 },
  { amountMinor: 999, currency: 'USD', exponent: 2 },
  { amountMinor: 480, currency: 'JPY', exponent: 0 },
] as const;
const UNITS = ['bits', 'diamond'] as const satisfies readonly VirtualValue['unit'][];
export const CODES = ['P1', 'P2', 'P3', 'UNKNOWN'] as const;

const WHATS = [
  'chat',
  'chat',
  'chat',
  'gift',
  'streak',
  'order',
  'viewers',
  'tip',
  'join',
  'follow',
  'like',
  'membership',
  'raid',
] as const;

export type Step = {
  readonly what: (typeof WHATS)[number];
  readonly who: number;
  readonly atMs: number;
  readonly n: number;
  readonly place: number;
  readonly isLate: boolean;
  /** The platform sends it twice. */
  readonly isTwice: boolean;
};

/** One thing that happens in a show. */
export const arbitraryStep: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...WHATS),
  who: fc.integer({ min: 0, max: 9 }),
  atMs: fc.integer({ min: 0, max: MIX_MS - 1 }),
  n: fc.integer({ min: 0, max: 20 }),
  place: fc.integer({ min: 0, max: PLACES.length - 1 }),
  isLate: fc.boolean(),
  isTwice: fc.boolean(),
});

/**
 * The events of a mix in their order of arrival: out of order and late, some sent twice, people who
 * hide, gifts that grow, several currencies, and a midnight.
 */
export function mixEvents(steps: readonly Step[]): FeedEvent[] {
  return steps.flatMap((step, index) => {
    const made = eventOf(step, `k${index}`);
    const event = step.isLate ? historical(made, MIX_START + MIX_MS) : made;
    return step.isTwice ? [event, event] : [event];
  });
}

function eventOf(step: Step, key: string): FeedEvent {
  const { what, who, n } = step;
  const at: At = { key, ts: MIX_START + step.atMs, ...PLACES[step.place] };
  // The first hides the id, the second has no name at all.
  const actor = who === 0 ? person(null, 'Hidden') : who === 1 ? null : person(`${who}`, `P${who}`);
  const named = person(`${who}`, `P${who}`);
  const unit = UNITS[n % UNITS.length] ?? 'bits';
  const money = MONEY[n % MONEY.length] ?? null;
  switch (what) {
    case 'chat':
      return chat(at, actor, `message ${n}`);
    case 'gift':
      return gift(at, actor, {
        count: n,
        value: n === 0 ? null : { unit, quantity: n * 7 },
        combo: null,
      });
    case 'streak':
      return gift(at, actor, {
        count: n,
        value: who === 2 ? null : { unit, quantity: n * 10 + (who % 3) },
        combo: { id: `combo${who % 3}`, count: n },
      });
    case 'order':
      return order(at, n % 5 === 0 ? 'cancelled' : n % 2 === 0 ? 'paid' : 'placed', {
        productId: n % 7 === 0 ? null : (CODES[who % CODES.length] ?? null),
        qty: 1 + (n % 3),
        money: n % 11 === 0 ? null : money,
      });
    case 'viewers':
      return viewers(at, n * 100 + who, n % 3 === 0 ? null : n * 1_000);
    case 'tip':
      return tip(at, actor, money ?? MONEY[0]);
    case 'join':
      return join(at, actor);
    case 'follow':
      return follow(at, actor);
    case 'like':
      return like(at, actor, n);
    case 'membership':
      return membership(at, named, 1 + n);
    case 'raid':
      return raid(at, named, n);
  }
}

/** A large mix that is the same in every run. */
export function fixedMix(steps: number): FeedEvent[] {
  const [mix] = fc.sample(fc.array(arbitraryStep, { minLength: steps, maxLength: steps }), {
    seed: 20260301,
    numRuns: 1,
  });
  return mixEvents(mix ?? []);
}
