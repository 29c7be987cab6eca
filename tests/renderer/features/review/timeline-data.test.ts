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
