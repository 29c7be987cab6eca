import fc from 'fast-check';
import { expect, test } from 'vitest';

import { layoutMarks, type PlacedMark } from '#renderer/features/review/timeline/mark-layout.ts';

const WIDTH = 900;
const marks = fc
  .array(
    fc.record({
      x: fc.integer({ min: 0, max: WIDTH }),
      wide: fc.integer({ min: 40, max: 180 }),
      narrow: fc.constant(34),
    }),
    { maxLength: 320 },
  )
  .map((all) => all.toSorted((a, b) => a.x - b.x));

test('no label covers another, none is cut off, and each mark stands in exactly one', () => {
  fc.assert(
    fc.property(marks, fc.integer({ min: 1, max: 5 }), (all, lanes) => {
      const chips = layoutMarks(all, WIDTH, lanes);
      expect(chips.flatMap((chip) => chip.marks).toSorted((a, b) => a - b)).toEqual(
        all.map((_, at) => at),
      );
      for (let lane = 0; lane < lanes; lane += 1) {
        const own = chips.filter((chip) => chip.lane === lane).toSorted((a, b) => a.left - b.left);
        for (const [at, chip] of own.entries()) {
          expect(chip.left).toBeGreaterThanOrEqual(0);
          expect(chip.left + chip.width).toBeLessThanOrEqual(WIDTH);
          const before = own[at - 1];
          const end = before === undefined ? -1 : before.left + before.width;
          expect(end).toBeLessThan(chip.left);
        }
      }
    }),
    { numRuns: 60 },
  );
});

const at = (x: number): PlacedMark => ({ x, wide: 120, narrow: 34 });

test('few marks are read whole, more by their signs, too many together', () => {
  expect(layoutMarks([at(10), at(400)], WIDTH, 2).map(({ form }) => form)).toEqual([
    'wide',
    'wide',
  ]);
  const more = Array.from({ length: 30 }, (_, index) => at(index * 30));
  expect(new Set(layoutMarks(more, WIDTH, 2).map(({ form }) => form))).toEqual(new Set(['narrow']));
  const many = Array.from({ length: 300 }, (_, index) => at(index * 3));
  const chips = layoutMarks(many, WIDTH, 4);
  expect(chips.some(({ form }) => form === 'several')).toBe(true);
  expect(chips.reduce((sum, chip) => sum + chip.marks.length, 0)).toBe(300);
});
