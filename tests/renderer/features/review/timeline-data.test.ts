import { expect, test } from 'vitest';

import { timelineRows } from '#renderer/features/review/timeline-data.ts';
import { REVIEW_START, sampleReview } from '#tests/support/sample-review.ts';

test('a minute without data is a row with nothing in it', () => {
  const review = sampleReview('zh-CN', {});
  const minutes = review.minutes.filter((_, index) => index !== 5);
  const rows = timelineRows({ ...review, minutes });
  expect(rows).toHaveLength(review.minutes.length);
  expect(rows[5]).toEqual({
    ts: REVIEW_START + 5 * 60_000,
    viewers: null,
    chats: 0,
    ordersPaid: 0,
    marks: [],
  });
});

test('marks fall into their minute', () => {
  const rows = timelineRows(sampleReview('zh-CN', {}));
  expect(rows[84]?.marks.map((mark) => mark.kind)).toEqual(['push']);
});

test('no minutes, no rows', () => {
  expect(timelineRows(sampleReview('zh-CN', { minutes: [] }))).toEqual([]);
});

test('what no source tells is nothing, never none', () => {
  const review = sampleReview('zh-CN', {});
  const unknown = { known: false, reason: 'source_cannot' } as const;
  const totals = { ...review.totals, ordersPaid: unknown };
  const rows = timelineRows({ ...review, totals });
  expect(rows.every(({ ordersPaid }) => ordersPaid === null)).toBe(true);
  expect(rows.some(({ chats }) => (chats ?? 0) > 0)).toBe(true);
});
