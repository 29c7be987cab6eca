import fc from 'fast-check';
import { expect, test } from 'vitest';

import { cutEnds, restingScroll, type Span } from '#renderer/features/run-of-show/strip-place.ts';

const GAP = 3;

function rowOf(widths: readonly number[]): readonly Span[] {
  let left = 0;
  return widths.map((width) => {
    const span = { left, right: left + width };
    left = span.right + GAP;
    return span;
  });
}

/** What the browser makes of it: it scrolls no further than there is something. */
function restsAt(blocks: readonly Span[], current: Span, room: number): number {
  const whole = blocks.at(-1)?.right ?? 0;
  const wanted = restingScroll(blocks, current, { room, whole });
  return Math.min(wanted, Math.max(0, whole - room));
}

test('a block stands at the beginning, and no sliver of the one before it', () => {
  const blocks = rowOf([66, 66, 66, 150, 92, 92, 92]);
  const current = blocks[3] ?? { left: 0, right: 0 };
  const from = restsAt(blocks, current, 400);
  expect(blocks.map(({ left }) => left)).toContain(from);
  // The third begins, since the second would be cut; the sixth is seen but for 9 pixels.
  expect(from).toBe(138);
  expect(cutEnds(blocks, { from, room: 400 })).toEqual({ left: 0, right: 83 });
});

test('what fits is not scrolled and fades nowhere', () => {
  const blocks = rowOf([66, 150, 92]);
  const from = restsAt(blocks, blocks[1] ?? { left: 0, right: 0 }, 400);
  expect(from).toBe(0);
  expect(cutEnds(blocks, { from, room: 400 })).toEqual({ left: 0, right: 0 });
});

test('at the end of the show its last block is whole, and what is cut before it fades', () => {
  const blocks = rowOf([92, 92, 92, 92, 150]);
  const from = restsAt(blocks, blocks[4] ?? { left: 0, right: 0 }, 300);
  expect(from).toBe((blocks[4]?.right ?? 0) - 300);
  expect(cutEnds(blocks, { from, room: 300 })).toEqual({ left: 52, right: 0 });
});

test('the block of the moment is seen whole wherever there is room for it', () => {
  const widths = fc.array(fc.constantFrom(66, 92, 150), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(widths, fc.nat(), fc.integer({ min: 150, max: 900 }), (all, place, room) => {
      const blocks = rowOf(all);
      const current = blocks[place % blocks.length];
      if (current === undefined) return;
      const from = restsAt(blocks, current, room);
      expect(current.left).toBeGreaterThanOrEqual(from);
      expect(current.right).toBeLessThanOrEqual(from + room);
    }),
  );
});
