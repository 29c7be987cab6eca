import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { SpanCompare } from '#renderer/features/review/timeline/SpanCompare.tsx';
import type { Review, ReviewMinute } from '#shared/model/review.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleReview } from '#tests/support/sample-review.ts';

afterEach(cleanup);

const minute = (place: number, change: Partial<ReviewMinute>): ReviewMinute => ({
  minute: place,
  viewers: 100,
  chats: 10,
  chatters: 5,
  joins: 4,
  follows: 1,
  gifts: 0,
  ordersPaid: 2,
  paidMinor: 4_000,
  ...change,
});

function open(minutes: readonly ReviewMinute[], change: Partial<Review> = {}) {
  const review = { ...sampleReview('zh-CN', {}), gaps: [], ...change, minutes: [...minutes] };
  const span = { fromTs: 10 * 60_000, toTs: 12 * 60_000 };
  renderWithRoom(<SpanCompare review={review} span={span} />, {
    language: 'zh-CN',
    snapshot: null,
  });
}

const row = (name: string) => screen.getByRole('row', { name: new RegExp(`^${name}`) }).textContent;
const MINUTES = [8, 9, 10, 11, 12, 13].map((place) =>
  minute(place, place === 10 || place === 11 ? { chats: 15, viewers: 120 } : {}),
);

test('each side is a mean of its minutes, with what changed on before', () => {
  open(MINUTES);
  expect(row('弹幕')).toBe('弹幕101510+50%0%');
  expect(row('在线')).toBe('在线100120100+20%0%');
  expect(screen.getByText('取整分钟，两侧各 2 分钟。')).toBeTruthy();
});

test('what no source tells is unknown and no 0; less time, and a gap in it, are said', () => {
  const { totals } = sampleReview('zh-CN', {});
  const unknown = { known: false, reason: 'source_cannot' } as const;
  open(MINUTES.slice(1), {
    totals: { ...totals, ordersPaid: unknown },
    gaps: [{ fromTs: 0, toTs: 9 * 60_000, cause: 'source_lost', sourceLabel: null, lost: null }],
  });
  expect(row('成交额')).toBe('成交额—————');
  expect(screen.getByText(/之前不够长.*其中有数据缺口/)).toBeTruthy();
});
