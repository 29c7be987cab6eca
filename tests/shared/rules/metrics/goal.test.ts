import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { TargetName } from '#shared/model/show-target.ts';
import {
  comparableValue,
  isTotal,
  standsTo,
  targetStanding,
  type Course,
} from '#shared/rules/metrics/goal.ts';

const HOUR = 3_600_000;
const course = (onAirMs: number, plannedMs: number | null): Course => ({
  onAirMs,
  plannedMs,
  isOver: false,
});
const PACED: readonly TargetName[] = ['paid', 'ordersPaid', 'follows', 'views', 'gifts'];

describe('a figure and its target', () => {
  test('what is unknown, or leaves a silent source out, is compared to nothing', () => {
    const figure = { known: true as const, value: 3, isApprox: false };
    const silent = new Set(['twitch']);
    expect(comparableValue({ known: false, reason: 'source_silent' }, silent)).toBeNull();
    expect(comparableValue({ ...figure, without: ['twitch'] }, silent)).toBeNull();
    expect(comparableValue({ ...figure, without: [] }, silent)).toBe(3);
    // One that never gives it is no part of the figure.
    expect(comparableValue({ ...figure, without: ['douyin'] }, silent)).toBe(3);
  });

  test('a total is held against an even pace over the planned length', () => {
    expect(targetStanding('ordersPaid', 319, 800, course(1.2 * HOUR, 3 * HOUR))).toEqual({
      state: 'behind',
      evenPace: 320,
    });
    expect(targetStanding('ordersPaid', 320, 800, course(1.2 * HOUR, 3 * HOUR))).toEqual({
      state: 'ahead',
      evenPace: 320,
    });
    expect(targetStanding('ordersPaid', 800, 800, course(HOUR, 3 * HOUR)).state).toBe('reached');
    // Longer than planned: all of it would be due.
    expect(targetStanding('ordersPaid', 799, 800, course(9 * HOUR, 3 * HOUR))).toEqual({
      state: 'behind',
      evenPace: 800,
    });
  });

  test('without a planned length, and where none can be even, no pace is said', () => {
    expect(targetStanding('ordersPaid', 1, 800, course(HOUR, null))).toEqual({
      state: 'open',
      evenPace: null,
    });
    for (const name of ['viewersPeak', 'onAir', 'airtime'] as const) {
      expect(targetStanding(name, 1, 800, course(HOUR, 3 * HOUR))).toEqual({
        state: 'open',
        evenPace: null,
      });
    }
  });

  test('after the show a total was reached or not', () => {
    const over = { onAirMs: HOUR, plannedMs: 3 * HOUR, isOver: true };
    expect(targetStanding('follows', 99, 100, over).state).toBe('missed');
    expect(targetStanding('follows', 100, 100, over).state).toBe('reached');
  });

  test('a level or a rate is met, or is on the wrong side', () => {
    const at = course(HOUR, 3 * HOUR);
    expect(targetStanding('viewersMean', 49, 50, at).state).toBe('below');
    expect(targetStanding('followRate', 0.03, 0.03, at).state).toBe('met');
    expect(targetStanding('refundRate', 0.11, 0.1, at).state).toBe('above');
    expect(targetStanding('refundRate', 0.1, 0.1, at).state).toBe('met');
    expect(standsTo('share', 0.6, 'above', 0.6)).toBe('below');
    expect(standsTo('delay', 3_040, 'atMost', 3_000)).toBe('met');
  });

  test('what is read decides: a figure that is shown like its target is not below it', () => {
    // 4.97 % is shown as 5 %.
    expect(standsTo('share', 0.0497, 'atLeast', 0.05)).toBe('met');
    expect(standsTo('count', 49.6, 'atLeast', 50)).toBe('met');
  });

  test('more is never worse than less, and reaching it is always said', () => {
    const rank = { missed: 0, behind: 0, open: 0, ahead: 1, reached: 2 };
    const total = fc.constantFrom(...PACED);
    fc.assert(
      fc.property(
        total,
        fc.nat(5_000),
        fc.nat(5_000),
        fc.integer({ min: 1, max: 5_000 }),
        fc.nat(6 * HOUR),
        fc.option(fc.integer({ min: 1, max: 6 * HOUR })),
        (name, a, b, target, onAirMs, plannedMs) => {
          const at = course(onAirMs, plannedMs);
          const [less, more] = [Math.min(a, b), Math.max(a, b)];
          const of = (value: number) => targetStanding(name, value, target, at);
          const [one, other] = [of(less).state, of(more).state];
          const ranks: Readonly<Record<string, number>> = rank;
          expect(ranks[one]).toBeLessThanOrEqual(ranks[other] ?? -1);
          expect(of(more).state === 'reached').toBe(more >= target);
          const { evenPace } = of(less);
          expect(evenPace === null).toBe(plannedMs === null);
          expect(evenPace ?? 0).toBeLessThanOrEqual(target);
        },
      ),
    );
  });

  test('every figure is either a total or a level', () => {
    const totals = TargetName.options.filter(isTotal);
    expect(totals).toEqual([
      'viewersPeak',
      'follows',
      'gifts',
      'ordersPaid',
      'paid',
      'views',
      'onAir',
      'airtime',
    ]);
  });
});
