import { expect, test } from 'vitest';

import { gapsTable } from '#renderer/features/review/GapsTable.tsx';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import { REVIEW_START, sampleReview } from '#tests/support/sample-review.ts';

const i18n = createI18n('en');

function periodOf(lengthMs: number): unknown {
  const [gap] = sampleReview('en', {}).gaps;
  if (gap === undefined) throw new Error('the sample has a gap');
  const row = { ...gap, fromTs: REVIEW_START, toTs: REVIEW_START + lengthMs };
  return gapsTable(i18n, [row]).columns[0]?.cell(row);
}

test('a gap within one minute has one time, a longer one both', () => {
  expect(periodOf(40_000)).toMatch(/^\d\d:\d\d$/);
  expect(periodOf(90_000)).toMatch(/^\d\d:\d\d–\d\d:\d\d$/);
});
