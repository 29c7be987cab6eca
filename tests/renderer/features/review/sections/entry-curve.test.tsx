import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { EntryCurve } from '#renderer/features/review/sections/EntryCurve.tsx';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleReview } from '#tests/support/sample-review.ts';

afterEach(cleanup);

const REVIEW = sampleReview('en', {});
const FIRST = REVIEW.minutes[0]?.minute ?? 0;

function open(joins: readonly number[], changes: readonly (number | null)[]): SVGRectElement[] {
  const minutes = REVIEW.minutes
    .slice(0, joins.length)
    .map((minute, index) => ({ ...minute, joins: joins[index] ?? 0 }));
  const net = changes.flatMap((change, index) =>
    change === null ? [] : [{ minute: FIRST + index, change }],
  );
  const review = { ...REVIEW, minutes, audience: { ...REVIEW.audience, net } };
  const { container } = renderWithRoom(<EntryCurve review={review} />, {
    language: 'en',
    snapshot: null,
  });
  return [...container.querySelectorAll('rect')];
}

const height = (bar: Element | undefined): number => Number(bar?.getAttribute('height'));
const top = (bar: Element | undefined): number => Number(bar?.getAttribute('y'));

test('entries rise to the most of a minute, gains stand above losses below, unknown has no bar', () => {
  const bars = open([10, 40, 20], [5, -10, null]);
  // Minute one: entries and a gain; two: entries and a loss; three: entries alone.
  expect(bars).toHaveLength(5);
  const [first, gained, second, lost, third] = bars;
  expect(height(first) / height(second)).toBeCloseTo(0.25);
  expect(height(third) / height(second)).toBeCloseTo(0.5);
  expect(height(gained) / height(lost)).toBeCloseTo(0.5);
  // The gain ends where the loss begins, below the entries.
  expect(top(gained) + height(gained)).toBeCloseTo(top(lost));
  expect(top(first) + height(first)).toBeLessThan(top(gained));
});

test('it is read out with the most of each and its moment; one minute alone is no curve', () => {
  open([10, 40, 20], [5, -10, 0]);
  const words = screen.getByRole('img').getAttribute('aria-label') ?? '';
  expect(words).toContain('40');
  expect(words).toContain('12:01');
  expect(words).toContain('10');
  cleanup();
  expect(open([10], [5])).toEqual([]);
  expect(screen.queryByRole('figure')).toBeNull();
});
