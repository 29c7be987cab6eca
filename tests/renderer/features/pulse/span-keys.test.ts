import fc from 'fast-check';
import { expect, test } from 'vitest';

import { spanAfterKey } from '#renderer/features/pulse/span-keys.ts';

const MINUTE = 60_000;
const drawn = { fromTs: 0, toTs: 30 * MINUTE - 10_000 };
const minutes = (from: number, to: number) => ({ fromTs: from * MINUTE, toTs: to * MINUTE });

test('an arrow selects the last five minutes, moves them, and Shift moves their end', () => {
  const first = spanAfterKey(null, 'ArrowLeft', false, drawn);
  expect(first).toEqual(minutes(25, 30));
  expect(spanAfterKey(minutes(25, 30), 'ArrowLeft', false, drawn)).toEqual(minutes(24, 29));
  expect(spanAfterKey(minutes(25, 30), 'ArrowRight', false, drawn)).toEqual(minutes(25, 30));
  expect(spanAfterKey(minutes(24, 29), 'ArrowLeft', true, drawn)).toEqual(minutes(24, 28));
  expect(spanAfterKey(minutes(24, 25), 'ArrowLeft', true, drawn)).toEqual(minutes(24, 25));
  expect(spanAfterKey(minutes(0, 5), 'ArrowLeft', false, drawn)).toEqual(minutes(0, 5));
});

test('Esc lets go, and is the desk’s when nothing is selected; other keys are the desk’s', () => {
  expect(spanAfterKey(minutes(1, 2), 'Escape', false, drawn)).toBeNull();
  expect(spanAfterKey(null, 'Escape', false, drawn)).toBeUndefined();
  expect(spanAfterKey(minutes(1, 2), 'b', false, drawn)).toBeUndefined();
});

test('whatever is pressed, a stretch stays in the chart and is never empty', () => {
  const presses = fc.array(fc.tuple(fc.constantFrom('ArrowLeft', 'ArrowRight'), fc.boolean()));
  fc.assert(
    fc.property(presses, (keys) => {
      let span = spanAfterKey(null, 'ArrowRight', false, drawn) ?? null;
      for (const [key, hasShift] of keys) span = spanAfterKey(span, key, hasShift, drawn) ?? null;
      expect(span?.fromTs).toBeGreaterThanOrEqual(drawn.fromTs);
      expect(span?.toTs).toBeLessThanOrEqual(drawn.toTs + 10_000);
      expect((span?.toTs ?? 0) - (span?.fromTs ?? 0)).toBeGreaterThanOrEqual(MINUTE);
    }),
  );
});
