import { expect, test } from 'vitest';

import { compareLine } from '#renderer/features/review/compare-text.ts';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import { sampleReview } from '#tests/support/sample-review.ts';

const i18n = createI18n('zh-CN');

/** A share of the show against the one show before it. */
function lineOf(own: number, before: number) {
  const { comparison } = sampleReview('zh-CN', {});
  const [last] = comparison.shows;
  if (last === undefined) throw new Error('the sample has no earlier show');
  const figures = { ...last.figures, followRate: before, chats: before * 1e6 };
  const compared = {
    ...comparison,
    own: { ...comparison.own, followRate: own, chats: own * 1e6 },
    shows: [{ ...last, figures }],
  };
  const share = compareLine(i18n, compared, 'followRate');
  return { share, count: compareLine(i18n, compared, 'chats') };
}

test('a change that is written as 0 has no sign and no tone', () => {
  const { share } = lineOf(0.034_2, 0.034_3);
  expect(share?.trend).toBe(0);
  expect(share?.text).toContain('上场 0.0 个百分点');
  expect(lineOf(0.034_2, 0.034_205).count).toMatchObject({ trend: 0 });
});

test('one that can be written keeps both', () => {
  const { share, count } = lineOf(0.03, 0.034);
  expect(share?.text).toContain('上场 −0.4 个百分点');
  expect(share?.trend).toBeLessThan(0);
  expect(count?.text).toContain('−12%');
});

test('a small change keeps its tenth', () => {
  expect(lineOf(0.033, 0.034).count?.text).toContain('−2.9%');
});

test('of how many shows the median is stands where some of them lack the figure, and in a message', () => {
  const { comparison } = sampleReview('zh-CN', {});
  const [last] = comparison.shows;
  if (last === undefined) throw new Error('the sample has no earlier show');
  const lacking = { ...last, figures: { ...last.figures, chats: null } };
  const shows = [last, last, lacking];
  const all = compareLine(i18n, { ...comparison, shows: [last, last] }, 'chats');
  expect(all?.text).toMatch(/ · 中位 /);
  expect(all?.whole).toMatch(/ · 近 2 场中位 /);
  expect(compareLine(i18n, { ...comparison, shows }, 'chats')?.text).toMatch(/ · 近 2 场中位 /);
});
