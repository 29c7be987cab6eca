import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { liftRank } from '#shared/rules/lift/judged-figures.ts';
import { liftMoney } from '#shared/rules/lift/lift-money.ts';
import { liftOf } from '#shared/rules/lift/lift-rows.ts';
import type { LiftShow } from '#shared/rules/lift/lift-show.ts';
import { tProbability, tQuantile } from '#shared/rules/lift/student-t.ts';
import type { LiftResult } from '#shared/model/lift.ts';
import { noisyShow } from '#tests/support/lift/noisy-shows.ts';

const { show } = noisyShow(9, 'flat');

function only(of: LiftShow) {
  return liftOf([of]).map(({ acts, ...row }) => ({
    ...row,
    ids: acts.map((a) => a.window.act.id),
  }));
}

describe('what followed', () => {
  test('is the same whenever the show was, and however its things are called', () => {
    const later = 77 * 60_000;
    const moved: LiftShow = {
      ...show,
      startTs: show.startTs + later,
      endTs: show.endTs + later,
      minutes: show.minutes.map((each) => ({ ...each, minute: each.minute + 77 })),
      acts: show.acts.map((act) => ({ ...act, ts: act.ts + later })),
    };
    expect(only(moved)).toEqual(only(show));
  });

  test('an act whose minutes a gap touches is left out', () => {
    const [act] = show.acts.filter(({ ts }) => ts > show.startTs + 30 * 60_000);
    if (act === undefined) throw new Error('no act');
    const gaps = [{ fromTs: act.ts + 60_000, toTs: act.ts + 61_000 }];
    const has = (of: LiftShow) => only(of).some(({ ids }) => ids.includes(act.id));
    expect(has(show)).toBe(true);
    expect(has({ ...show, gaps })).toBe(false);
  });

  test('of things that are always done together nobody says which it was', () => {
    const acts = show.acts.flatMap((act) => {
      const [thing] = act.things;
      if (thing?.kind !== 'push') return [act];
      const with_ = { id: `${act.id} too`, ts: act.ts + 5_000 };
      return [act, { ...with_, things: [{ kind: 'script' as const, key: thing.key }] }];
    });
    const rows = only({ ...show, acts }).filter(
      ({ thing, n }) => n >= 4 && (thing.kind === 'push' || thing.kind === 'script'),
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { state } of rows) expect(state).toBe('together');
  });

  test('a show without people online has no figure of them, and one without acts nothing at all', () => {
    const minutes = show.minutes.map((each) => ({ ...each, viewers: null }));
    const figures = new Set(only({ ...show, minutes }).map(({ figure }) => figure));
    expect(figures.has('online') || figures.has('leavers')).toBe(false);
    expect(only({ ...show, acts: [] })).toEqual([]);
  });
});

test('Student’s t is as tables have it, and its quantile undoes it', () => {
  expect(tProbability(2.776, 4)).toBeCloseTo(0.05, 3);
  expect(tProbability(2.228, 10)).toBeCloseTo(0.05, 3);
  expect(tProbability(0, 7)).toBeCloseTo(1, 9);
  const any = fc.record({
    probability: fc.double({ min: 0.001, max: 0.99, noNaN: true }),
    freedom: fc.integer({ min: 2, max: 200 }),
  });
  fc.assert(
    fc.property(any, ({ probability, freedom }) => {
      expect(tProbability(tQuantile(probability, freedom), freedom)).toBeCloseTo(probability, 6);
    }),
  );
});

function result(of: Partial<LiftResult>): LiftResult {
  const known = { mean: 5, low: 1, high: 9, without: 20, n: 8, needed: null } as const;
  return { figure: 'chat', state: 'found', ...known, ...of };
}

test('a cue that keeps people gains nothing by who comes in, and loses nothing by fewer leavers', () => {
  expect(liftRank('rescue', [result({ figure: 'inflow' })])).toBeNull();
  expect(liftRank('rescue', [result({ figure: 'leavers', mean: -5, low: -9, high: -1 })])).toBe(1);
  expect(liftRank('question', [result({}), result({ figure: 'orders', state: 'none' })])).toBe(0.5);
  expect(liftRank('question', [result({ state: 'tooFew' })])).toBeNull();
});

test('money is a range from the least at a small order to the most at a large one, or nothing', () => {
  const [row] = liftOf([show]).filter(({ figure }) => figure === 'orders');
  if (row === undefined) throw new Error('no orders');
  const acts = row.acts.slice(0, 1).map((effect) => ({ ...effect, exposure: 2 }));
  const found = { ...row, ...result({ figure: 'orders', low: 1, high: 3 }), acts };
  const paid = Array.from({ length: 9 }, (_, i) => ({
    amountMinor: (i + 1) * 100,
    currency: 'CNY',
    exponent: 2,
  }));
  expect(liftMoney(found, paid, 'CNY')).toEqual({
    lowMinor: 600,
    highMinor: 4_200,
    currency: 'CNY',
    orders: 9,
  });
  expect(liftMoney({ ...found, state: 'none' }, paid, 'CNY')).toBeNull();
  expect(liftMoney(found, paid, 'USD')).toBeNull();
  // Of another minor unit an amount is another sum, and no order of a value.
  const milli = { amountMinor: 9_000, currency: 'CNY', exponent: 3 };
  expect(liftMoney(found, [...paid, milli], 'CNY')).toEqual(liftMoney(found, paid, 'CNY'));
});
