import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { NO_PHOTOS } from '#renderer/features/review/report/report-photos.ts';
import { pageFile } from '#renderer/features/review/report/review-files.ts';
import { TotalTiles } from '#renderer/features/review/TotalTiles.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleReview } from '#tests/support/sample-review.ts';

afterEach(cleanup);

const known = (value: number) => ({ known: true as const, value, isApprox: false, without: [] });
const target = (
  name: Review['targets'][number]['name'],
  value: number,
  figure: Review['targets'][number]['figure'],
) => ({ name, value, currency: 'CNY', figure, isOfMoment: false });

const TARGETS: Review['targets'] = [
  target('viewersPeak', 2_000, known(1_652)),
  target('follows', 300, known(318)),
  target('ctor', 0.05, { known: false, reason: 'not_entered' }),
  target('refundRate', 0.1, known(0.12)),
  { ...target('engagementRate', 0.05, known(0.9)), isOfMoment: true },
];

function texts(label: string): readonly (string | null)[] {
  const tile = screen.getByText(label).parentElement;
  return [...(tile?.children ?? [])].map(({ textContent }) => textContent);
}

test('each result says if its target was reached, in words; others follow with theirs', () => {
  const review = sampleReview('en', { targets: TARGETS });
  const ended = { ...review, show: { ...review.show, state: 'ended' as const } };
  renderWithRoom(<TotalTiles review={ended} />, { language: 'en', snapshot: null });
  expect(texts('Peak viewers')).toContain('Target 2,000: missed (1,652)');
  expect(texts('New follows')).toContain('Target 300: reached (318)');
  expect(texts('CTOR')).toEqual(['CTOR', '—', 'Target ≥ 5%: not known if reached']);
  expect(texts('Refund rate')).toEqual(['Refund rate', '12.0%', 'Target ≤ 10%: above (12.0%)']);
  expect(texts('Engagement')).toEqual([
    'Engagement',
    '—',
    'Target ≥ 5%: for live use, nothing to judge a whole show by',
  ]);
  expect(screen.getAllByText(/^Target /)).toHaveLength(5);
});

function Page({ review }: { readonly review: Review }) {
  return <output>{pageFile(useI18n(), review, NO_PHOTOS).text}</output>;
}

function pageOf(targets: Review['targets']): string {
  cleanup();
  const review = sampleReview('zh-CN', { targets });
  renderWithRoom(<Page review={review} />, { language: 'zh-CN', snapshot: null });
  return screen.getByRole('status').textContent ?? '';
}

test('without targets nothing is said of them; the page to give away has the same lines', () => {
  expect(pageOf([])).not.toMatch(/目标 [\d≥]/);
  const page = pageOf(TARGETS);
  expect(page).toContain('目标 300：已达标（318）');
  expect(page).toContain('目标 ≥5%：不知是否达标');
});
