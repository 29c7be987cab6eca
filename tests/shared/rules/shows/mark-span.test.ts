import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Mark } from '#shared/model/metrics.ts';
import { compareMinutesAround } from '#shared/rules/shows/compare-span.ts';
import { lengthened, spanOfMark } from '#shared/rules/shows/mark-span.ts';
import { REVIEW_START, sampleReview } from '#tests/support/sample-review.ts';

const MINUTE_MS = 60_000;
const at = (minute: number): number => REVIEW_START + minute * MINUTE_MS;
const review = sampleReview('en', {});
const span = (kind: Mark['kind'], ts: number, label: string) => {
  const { fromTs, toTs } = spanOfMark({ kind, ts, label }, review);
  return [(fromTs - REVIEW_START) / MINUTE_MS, (toTs - REVIEW_START) / MINUTE_MS];
};

test('a pin stands for its time on the shelf, a gap for what is missing, a moment for what follows', () => {
  // The fact is stored a moment after the push.
  expect(span('push', at(12) + 40, '1')[1]).toBe(27);
  expect(span('gap', at(100), 'twitch')).toEqual([100, 102]);
  expect(span('cue', at(86), 'Coupon 149')).toEqual([86, 91]);
  expect(span('bookmark', at(130), '')).toEqual([130, 135]);
  // Of another product, or of none that is known: the minutes after it.
  expect(span('push', at(12), '9')).toEqual([12, 17]);
  expect(span('block', at(500), 'x')).toEqual([500, 505]);
});

test('a block stands until the next began, or as long as it took', () => {
  const block = (title: string, minute: number, tookMs: number | null) => ({
    blockId: 1,
    title,
    round: 1,
    plannedStartTs: null,
    plannedMs: null,
    startedTs: at(minute),
    tookMs,
    heldMs: 0,
    extendedMs: 0,
    isSkipped: false,
  });
  const blocks = sampleReview('en', {
    blocks: [block('a', 10, 4 * MINUTE_MS), block('b', 20, 30 * MINUTE_MS), block('c', 40, null)],
  }).blocks;
  const endOf = (label: string, minute: number) =>
    spanOfMark({ kind: 'block', ts: at(minute), label }, { ...review, blocks }).toTs;
  expect([endOf('a', 10), endOf('b', 20), endOf('c', 40)]).toEqual([at(14), at(40), at(45)]);
});

test('both sides are as long as the span and never shorter than five minutes; no minute counts twice', () => {
  const minutes = review.minutes;
  fc.assert(
    fc.property(
      fc.integer({ min: 20 * MINUTE_MS, max: 100 * MINUTE_MS }),
      fc.integer({ min: -20, max: 20 }),
      (after, by) => {
        const mark = { kind: 'cue', ts: REVIEW_START + after, label: '' } as const;
        const chosen = lengthened(spanOfMark(mark, review), by);
        const sides = compareMinutesAround(minutes, chosen);
        expect(chosen.toTs - chosen.fromTs).toBe(Math.max(1, 5 + by) * MINUTE_MS);
        expect(sides.sideMinutes).toBe(Math.max(5, sides.during.minutes));
        expect(sides.before.minutes).toBeLessThanOrEqual(sides.sideMinutes);
        expect(sides.during.minutes).toBe(Math.max(1, 5 + by));
      },
    ),
  );
});
