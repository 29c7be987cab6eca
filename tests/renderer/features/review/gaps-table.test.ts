import { expect, test } from 'vitest';

import { gapsTable } from '#renderer/features/review/GapsTable.tsx';
import { downText } from '#renderer/features/review/streams/down-text.ts';
import { createI18n } from '#renderer/i18n/create-i18n.ts';
import { REVIEW_START, sampleReview } from '#tests/support/sample-review.ts';

const i18n = createI18n('en');

function rowOf(lengthMs: number): readonly unknown[] {
  const [gap] = sampleReview('en', {}).gaps;
  if (gap === undefined) throw new Error('the sample has a gap');
  const row = { ...gap, fromTs: REVIEW_START, toTs: REVIEW_START + lengthMs };
  return gapsTable(i18n, [row]).columns.map(({ cell }) => cell(row));
}

test('a gap within one minute has one time, a longer one both', () => {
  expect(rowOf(40_000)[0]).toMatch(/^\d\d:\d\d$/);
  expect(rowOf(90_000)[0]).toMatch(/^\d\d:\d\d–\d\d:\d\d$/);
});

test('what was gone for less than a second was not gone for no time', () => {
  expect(rowOf(340)[1]).toBe('0.3 s');
  expect(rowOf(40_000)[1]).toBe('0:40');
  const [gap] = sampleReview('en', {}).gaps;
  const gaps = gap === undefined ? [] : [{ ...gap, toTs: gap.fromTs + 340 }];
  expect(downText(i18n, sampleReview('en', { gaps, streams: [] }))).toContain('0.3 s');
});

test('what a restarted core and its source left out right after is one gap', () => {
  const [gap] = sampleReview('en', {}).gaps;
  if (gap === undefined) throw new Error('the sample has a gap');
  const first = { ...gap, toTs: gap.fromTs + 552 };
  const next = { ...gap, fromTs: first.toTs + 1, toTs: first.toTs + 4 };
  const later = { ...gap, fromTs: first.toTs + 5_000, toTs: first.toTs + 7_000 };
  const said = (gaps: (typeof gap)[]): string | null =>
    downText(i18n, sampleReview('en', { gaps, streams: [] }));
  expect(said([first, next])).toContain('1 data gap,');
  expect(said([first, next, later])).toContain('2 data gaps,');
});

test('the source of the demo is called as the desk calls it', () => {
  const [gap] = sampleReview('en', {}).gaps;
  if (gap === undefined) throw new Error('the sample has a gap');
  const row = { ...gap, sourceLabel: 'simulator Autumn linen night' };
  const cells = gapsTable(i18n, [row]).columns.map(({ cell }) => cell(row));
  expect(cells).toContain('Demo Autumn linen night');
});
