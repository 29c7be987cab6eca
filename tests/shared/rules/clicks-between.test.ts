import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { clicksBetween, type ToldClicks } from '#shared/rules/clicks-between.ts';

const START = 1_000_000;
const told = (second: number, clicks: number, platform = 'douyin'): ToldClicks => ({
  ts: START + second * 1_000,
  platform,
  clicks,
});
const between = (list: readonly ToldClicks[], from: number, to: number) =>
  clicksBetween(list, [START + from * 1_000, START + to * 1_000], START);

describe('clicks on a product within a span', () => {
  const minutes = [told(0, 0), told(60, 12), told(120, 40), told(180, 41)];

  test('are what the platform counted at its end, less what it had at its beginning', () => {
    expect(between(minutes, 60, 120)).toBe(28);
    expect(between(minutes, 0, 180)).toBe(41);
  });

  test('are unknown where nothing was told within a minute before either end', () => {
    expect(between(minutes, 60, 241)).toBeNull();
    expect(between([told(120, 40)], 60, 120)).toBeNull();
    expect(between([], 0, 60)).toBeNull();
    expect(between(minutes, 60, 60)).toBeNull();
  });

  test('begin at nothing when the show begins', () => {
    expect(between([told(50, 9)], 0, 60)).toBe(9);
  });

  test('are the sum of all platforms, and unknown while one of them is', () => {
    const both = [...minutes, told(55, 3, 'kuaishou'), told(118, 5, 'kuaishou')];
    expect(between(both, 60, 120)).toBe(30);
    expect(between(both, 60, 180)).toBeNull();
  });

  test('are never less than none where a platform begins to count anew', () => {
    expect(between([told(60, 90), told(120, 4)], 60, 120)).toBe(0);
  });

  test('of neighbouring spans add up', () => {
    const steps = fc.array(fc.nat({ max: 50 }), { minLength: 3, maxLength: 40 });
    fc.assert(
      fc.property(steps, fc.nat(), (added, at) => {
        let clicks = 0;
        const list = added.map((more, index) => told(index * 30, (clicks += more)));
        const end = (added.length - 1) * 30;
        const middle = (at % added.length) * 30;
        const left = between(list, 0, middle) ?? 0;
        const right = between(list, middle, end) ?? 0;
        expect(left + right).toBe(between(list, 0, end));
      }),
    );
  });
});
