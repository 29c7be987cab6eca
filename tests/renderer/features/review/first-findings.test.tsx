import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import { Findings } from '#renderer/features/review/findings/Findings.tsx';
import { renderDesk } from '#tests/support/desk-under-test.tsx';
import { sampleReview } from '#tests/support/sample-review.ts';

test('where less than three things stand out, what was looked for is folded away', () => {
  const review = { ...sampleReview('en', {}), findings: [] };
  renderDesk(<Findings review={review} />, { language: 'en', slices: {} });
  expect(screen.getByText('Nothing stands on enough evidence.')).toBeTruthy();
  const fold = screen.getByRole('group');
  expect(fold.hasAttribute('open')).toBe(false);
  expect(review.quiet.length).toBeGreaterThan(0);
  expect(within(fold).getAllByRole('listitem', { hidden: true })).toHaveLength(review.quiet.length);
});

test('one that stands on enough evidence, and two that stand', () => {
  const review = sampleReview('en', {});
  const said = (count: number): string => {
    const { container, unmount } = renderDesk(
      <Findings review={{ ...review, findings: review.findings.slice(0, count) }} />,
      { language: 'en', slices: {} },
    );
    const text = container.textContent ?? '';
    unmount();
    return text;
  };
  expect(said(1)).toContain('Only 1 of them stands on enough evidence.');
  expect(said(2)).toContain('Only 2 of them stand on enough evidence.');
});
