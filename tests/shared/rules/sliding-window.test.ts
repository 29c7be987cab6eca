import fc from 'fast-check';
import { expect, test } from 'vitest';

import { RecentPeople, SlidingCount } from '#shared/rules/sliding-window.ts';

const NOW = 1_772_395_200_000;

test('counts what happened in the last whole seconds of the window', () => {
  const window = new SlidingCount(60_000);
  window.add(NOW - 60_000, 1);
  window.add(NOW - 59_000, 2);
  window.add(NOW, 4);
  window.add(NOW + 5_000, 8);
  expect(window.at(NOW)).toBe(6);
  expect(window.at(NOW + 5_000)).toBe(12);
  expect(window.at(NOW + 120_000)).toBe(0);
});

test('order of arrival does not matter: a late event lands in its own second', () => {
  const stamps = fc.array(fc.integer({ min: -90_000, max: 0 }), { maxLength: 50 });
  fc.assert(
    fc.property(stamps, (offsets) => {
      const [asCame, sorted] = [new SlidingCount(60_000), new SlidingCount(60_000)];
      for (const offset of offsets) asCame.add(NOW + offset, 1);
      for (const offset of offsets.toSorted((a, b) => a - b)) sorted.add(NOW + offset, 1);
      const inside = offsets.filter((offset) => offset >= -59_000).length;
      expect([asCame.at(NOW), sorted.at(NOW)]).toEqual([inside, inside]);
    }),
  );
});

test('people are counted once, and forgotten when the window has passed', () => {
  const people = new RecentPeople(300_000);
  people.saw('twitch', 'ann', NOW - 299_000);
  people.saw('twitch', 'ann', NOW - 10_000);
  people.saw('douyin', 'ann', NOW - 290_000);
  people.saw('twitch', 'ann', NOW - 200_000);
  expect(people.at(NOW)).toBe(2);
  expect(people.at(NOW + 10_000)).toBe(1);
  expect(people.at(NOW + 290_000)).toBe(0);
});
