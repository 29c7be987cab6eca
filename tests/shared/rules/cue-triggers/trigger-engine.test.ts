import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { TRIGGER_PRIORITIES, type TriggerRule } from '#shared/model/cue-trigger.ts';
import { CueCardId } from '#shared/model/ids.ts';
import type { Proposed, TriggerMoment } from '#shared/rules/cue-triggers/trigger-moment.ts';
import { pointsOf, scoreOf } from '#shared/rules/cue-triggers/rank.ts';
import {
  engineOf,
  FULL_DECK,
  MINUTE_MS,
  presetTrigger,
  quietMinute,
  quietMoment,
  START_TS,
} from '#tests/support/trigger-moments.ts';

const HOUR_MS = 60 * MINUTE_MS;
const QUIET_S = 45;
const BUDGET = 4;
const RULES: readonly TriggerRule[] = [
  presetTrigger('risk-word'),
  presetTrigger('complaint'),
  presetTrigger('block-overrun'),
  presetTrigger('anchor-rest'),
  presetTrigger('topic'),
  presetTrigger('stock-low'),
  presetTrigger('chat-thin'),
  { ...presetTrigger('block-overrun'), id: 'own-1', name: 'mine', priority: 'low', cooldownMin: 1 },
];

/** What goes on in each quarter of a minute of a wild show. */
type Quarter = {
  readonly chats: number;
  readonly isOver: boolean;
  readonly isComplaining: boolean;
  readonly isRisk: boolean;
  readonly isPrice: boolean;
  readonly isClose: boolean;
  readonly stock: number | null;
};
const quarter: fc.Arbitrary<Quarter> = fc.record({
  chats: fc.integer({ min: 0, max: 40 }),
  isOver: fc.boolean(),
  isComplaining: fc.boolean(),
  isRisk: fc.boolean(),
  isPrice: fc.boolean(),
  isClose: fc.boolean(),
  stock: fc.option(fc.integer({ min: 0, max: 100 })),
});
/** Two hours and more, so that the budget of an hour comes free again. */
const wildShow = fc.array(quarter, { minLength: 560, maxLength: 560 });

function momentAt(at: number, now: Quarter, priceSaidTs: number | null): TriggerMoment {
  const ts = START_TS + at * 15_000;
  return quietMoment(ts - START_TS, {
    block: {
      position: 1,
      role: now.isClose ? 'close' : 'hero',
      startedTs: ts - 10 * MINUTE_MS,
      plannedMs: now.isOver ? MINUTE_MS : HOUR_MS,
    },
    priceSaidTs,
    product: {
      productId: 1,
      linkNumber: 1,
      stock: now.stock,
      stockBefore: now.stock === null ? null : 100,
      unitsPerMinute: null,
      isSoldOut: false,
    },
    lines: now.isComplaining
      ? [1, 2, 3].map((who) => ({ ts, person: `p${who}`, text: '太贵了，质量也差' }))
      : [],
    risks: now.isRisk ? [{ seq: at + 1, ts, by: 'spoken' }] : [],
    sinceRestMs: 50 * MINUTE_MS,
  });
}

type Told = { readonly proposed: Proposed; readonly moment: TriggerMoment };

function play(show: readonly Quarter[], restartAt: number | null = null): readonly Told[] {
  const options = { quietS: QUIET_S, hourlyBudget: BUDGET };
  let engine = engineOf(RULES, options);
  const told: Told[] = [];
  let priceSaidTs: number | null = null;
  const fed: (() => void)[] = [];
  for (const [at, now] of show.entries()) {
    if (now.isPrice) priceSaidTs = START_TS + at * 15_000;
    const moment = momentAt(at, now, priceSaidTs);
    const minute = at % 4 === 0 && at > 0 ? quietMinute(at / 4 - 1, { chats: now.chats }) : null;
    if (at === restartAt) {
      engine = engineOf(RULES, options);
      for (const { proposed } of told) {
        const { ts, rule, cardId, text, evidence } = proposed;
        engine.restore({ ts, ruleId: rule.id, priority: rule.priority, cardId, text, evidence });
      }
      for (const feed of fed) feed();
    }
    fed.push(() => {
      if (minute !== null) engine.closeMinute(minute);
      engine.note(moment);
    });
    if (minute !== null) engine.closeMinute(minute);
    told.push(...engine.look(moment, FULL_DECK).map((proposed) => ({ proposed, moment })));
  }
  return told;
}

function isSafety({ proposed }: Told): boolean {
  return proposed.rule.priority === 'safety';
}

describe('what is proposed in whatever show', () => {
  const checks = { numRuns: 25 };

  test('no rule breaks its cool-down', () => {
    fc.assert(
      fc.property(wildShow, (show) => {
        const last = new Map<string, number>();
        for (const { proposed } of play(show)) {
          const { rule, ts } = proposed;
          const before = last.get(rule.id) ?? Number.NEGATIVE_INFINITY;
          expect(ts - before).toBeGreaterThanOrEqual(rule.cooldownMin * MINUTE_MS);
          last.set(rule.id, ts);
        }
      }),
      checks,
    );
  });

  test('all but safety keep quiet time, the budget of an hour, a price and a close', () => {
    fc.assert(
      fc.property(wildShow, (show) => {
        const told = play(show);
        for (const [at, each] of told.entries()) {
          if (isSafety(each)) continue;
          const { ts } = each.proposed;
          const before = told[at - 1]?.proposed.ts ?? Number.NEGATIVE_INFINITY;
          expect(ts - before).toBeGreaterThanOrEqual(QUIET_S * 1_000);
          const hour = told.filter(
            (other) =>
              !isSafety(other) && ts - other.proposed.ts < HOUR_MS && other.proposed.ts <= ts,
          );
          expect(hour.length).toBeLessThanOrEqual(BUDGET);
          expect(each.moment.block?.role).not.toBe('close');
          const priceSaidTs = each.moment.priceSaidTs ?? Number.NEGATIVE_INFINITY;
          expect(ts - priceSaidTs).toBeGreaterThanOrEqual(20_000);
        }
      }),
      checks,
    );
  });

  test('no text comes again within three proposals, and rest only at the end of a block', () => {
    fc.assert(
      fc.property(wildShow, (show) => {
        const told = play(show);
        for (const [at, { proposed, moment }] of told.entries()) {
          const lastThree = told.slice(Math.max(0, at - 3), at).map((each) => each.proposed.text);
          expect(lastThree).not.toContain(proposed.text);
          const { block } = moment;
          const isBound = proposed.rule.cueKind === 'rest' && block !== null;
          const endTs = isBound ? block.startedTs + block.plannedMs : proposed.ts;
          expect(endTs - proposed.ts).toBeLessThanOrEqual(MINUTE_MS);
        }
      }),
      checks,
    );
  });

  test('the same show proposes the same, twice and over a restart anywhere', () => {
    fc.assert(
      fc.property(wildShow, fc.integer({ min: 1, max: 559 }), (show, restartAt) => {
        const told = play(show);
        expect(told.length).toBeGreaterThan(0);
        expect(play(show)).toEqual(told);
        expect(play(show, restartAt)).toEqual(told);
      }),
      checks,
    );
  });
});

describe('which of several', () => {
  const overrun = quietMoment(HOUR_MS, {
    block: {
      position: 1,
      role: 'hero',
      startedTs: START_TS,
      plannedMs: 10 * MINUTE_MS,
    },
    product: {
      productId: 7,
      linkNumber: 3,
      stock: 2,
      stockBefore: 100,
      unitsPerMinute: 5,
      isSoldOut: false,
    },
  });
  const both = [presetTrigger('block-overrun'), presetTrigger('stock-low')];

  test('the one with more points, and the other once it is quiet no more', () => {
    const engine = engineOf(both);
    expect(engine.look(overrun, FULL_DECK)).toMatchObject([{ rule: { id: 'stock-low' } }]);
    const soon = { ...overrun, ts: overrun.ts + 40_000 };
    expect(engine.look(soon, FULL_DECK)).toEqual([]);
    const later = { ...overrun, ts: overrun.ts + 45_000 };
    expect(engine.look(later, FULL_DECK)).toMatchObject([{ rule: { id: 'block-overrun' } }]);
  });

  test('what was dropped again and again comes after', () => {
    const dropped = (ruleId: string): number => (ruleId === 'stock-low' ? 4 : 0);
    const [first] = engineOf(both, { dropped }).look(overrun, FULL_DECK);
    expect(first).toMatchObject({ rule: { id: 'block-overrun' } });
  });

  test('nothing without a free place, but safety all the same', () => {
    const engine = engineOf([...both, presetTrigger('risk-word')]);
    const full = {
      ...overrun,
      freeSlots: 0,
      risks: [{ seq: 9, ts: overrun.ts, by: 'cue' as const }],
    };
    expect(engine.look(full, FULL_DECK)).toMatchObject([{ rule: { id: 'risk-word' } }]);
  });

  test('only in blocks of its roles', () => {
    const rule = { ...presetTrigger('block-overrun'), roles: ['giveaway' as const] };
    expect(engineOf([rule]).look(overrun, FULL_DECK)).toEqual([]);
  });

  test('the product’s own card first, never one whose variables nobody knows', () => {
    const card = {
      kind: 'close' as const,
      productId: null,
      isReady: true,
      isFavourite: false,
      lift: null,
    };
    const deck = [
      { ...card, id: CueCardId.parse(1), text: 'any' },
      { ...card, id: CueCardId.parse(2), text: 'only {stock}', productId: 7, isReady: false },
      { ...card, id: CueCardId.parse(3), text: 'of the product', productId: 7 },
      { ...card, id: CueCardId.parse(4), text: 'of another', productId: 8 },
    ];
    const [first] = engineOf([presetTrigger('stock-low')]).look(overrun, deck);
    expect(first).toMatchObject({ cardId: 3, text: 'of the product' });
  });

  test('a deck without such cards proposes nothing, and which rule that stops is said', () => {
    const engine = engineOf([presetTrigger('stock-low')]);
    expect(engine.look(overrun, [])).toEqual([]);
    expect(engine.withoutCard(overrun, [])).toEqual(['stock-low']);
    expect(engine.withoutCard(overrun, FULL_DECK)).toEqual([]);
  });
});

describe('points', () => {
  test('what is more urgent, clearer, and did more before never has fewer', () => {
    const input = fc.record({
      priority: fc.constantFrom(...TRIGGER_PRIORITIES),
      strength: fc.double({ min: 0, max: 1, noNaN: true }),
      lift: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
      recentCues: fc.nat({ max: 30 }),
      dropped: fc.nat({ max: 20 }),
    });
    fc.assert(
      fc.property(input, (given) => {
        const points = pointsOf(scoreOf(given));
        expect(pointsOf(scoreOf({ ...given, strength: 1 }))).toBeGreaterThanOrEqual(points);
        expect(pointsOf(scoreOf({ ...given, priority: 'safety' }))).toBeGreaterThanOrEqual(points);
        expect(pointsOf(scoreOf({ ...given, dropped: 0 }))).toBeGreaterThanOrEqual(points);
        expect(pointsOf(scoreOf({ ...given, recentCues: 0 }))).toBeGreaterThanOrEqual(points);
        expect(scoreOf(given).lift === null).toBe(given.lift === null);
      }),
    );
  });
});
