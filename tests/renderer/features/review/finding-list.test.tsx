import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, test } from 'vitest';

import { FindingList } from '#renderer/features/review/findings/FindingList.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { DETECTORS, firstFindings, shareable } from '#shared/model/finding.ts';
import type { Review } from '#shared/model/review.ts';
import { findingsOf } from '#shared/rules/findings/findings.ts';
import { withLiftFindings } from '#shared/rules/findings/with-lift-findings.ts';
import { FINDING_CASES } from '#tests/support/finding-cases/finding-cases.ts';
import {
  cueAt,
  findingShow,
  product,
  quietMinutes,
  type ShowPatch,
} from '#tests/support/finding-show.ts';
import { liftShow } from '#tests/support/lift-show.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { REVIEW_START, sampleReview } from '#tests/support/sample-review.ts';

const SHOWS: readonly ShowPatch[] = [
  ...Object.values(FINDING_CASES).map(({ show }) => show),
  { products: [product(1, 8, 0, 0), product(3, 20, 900_000, 60)] },
  {
    minutes: quietMinutes((index) => ({ viewers: index < 20 ? 500 : 300 })),
    cues: [cueAt(0, 1_000), cueAt(59, 1_000)],
  },
  { cues: Array.from({ length: 8 }, (_, index) => cueAt(index * 7, null)) },
];

/** A cue that keeps people and one that changes nothing. */
function liftFindings(): Review['findings'] {
  const { review, lift } = liftShow([
    {
      kind: 'retain',
      isKeeper: true,
      figures: { online: { state: 'found', mean: 52, low: 18, high: 87, without: 0 } },
    },
    { kind: 'question', figures: { chat: { mean: 4, low: -4, high: 12 } } },
  ]);
  return withLiftFindings(review, lift).findings;
}

/** One finding of each detector, as far as shows are given above or in the sample. */
function oneOfEach(): Review['findings'] {
  const all = [
    ...sampleReview('en', {}).findings,
    ...SHOWS.flatMap((show) => findingsOf(findingShow(show)).findings),
    ...liftFindings(),
  ];
  return DETECTORS.flatMap((name) => all.find(({ detector }) => detector === name) ?? []);
}

function render(language: 'zh-CN' | 'en', patch: Partial<Review> = {}): void {
  const review = { ...sampleReview(language, {}), ...patch };
  renderWithRoom(
    <FindingList
      review={review}
      actions={({ id }) => <button type="button">{`take ${id}`}</button>}
    />,
    { language, snapshot: null },
  );
}

describe.each(['zh-CN', 'en'] as const)('findings in %s', (language) => {
  it('say every sentence whole, and every detector has one', () => {
    const findings = oneOfEach();
    expect(findings.map(({ detector }) => detector)).toEqual([...DETECTORS]);
    render(language, { findings, quiet: [] });
    for (const row of screen.getAllByRole('article')) {
      expect(row.textContent).not.toMatch(/[{}]|undefined|NaN|null|Infinity/);
      expect(within(row).getAllByRole('listitem').length).toBeGreaterThan(0);
    }
  });
});

test('evidence leads to its moment on the timeline, again and again', () => {
  render('en');
  const moment = screen.getAllByRole('button', { name: /on the timeline/ })[0];
  if (moment === undefined) throw new Error('no moment');
  fireEvent.click(moment);
  expect(useDeskStore.getState().reviewMomentTs).toBe(REVIEW_START + 84 * 60_000);
  fireEvent.click(moment);
  expect(useDeskStore.getState().reviewMomentTs).toBe(REVIEW_START + 84 * 60_000 + 1);
});

test('each has a place for what can be done with it', () => {
  render('zh-CN');
  expect(screen.getByRole('button', { name: 'take gap/source_lost/twitch' })).toBeTruthy();
});

test('what was asked without a finding says why', () => {
  render('zh-CN');
  expect(screen.getByText('另外查过 1 项，没有发现')).toBeTruthy();
  expect(screen.getByText('没讲完的提示：提示不到 5 条')).toBeTruthy();
});

test('what the host did stays off the first page and out of the exports', () => {
  const { findings } = findingsOf(findingShow({ breaks: [] }));
  expect(findings.map(({ detector, isPrivate }) => [detector, isPrivate])).toEqual([
    ['anchor_load', true],
  ]);
  render('zh-CN', { findings: [...findings] });
  expect(screen.getByText(/主播连播 1:00:00 没有休息/)).toBeTruthy();
  const review = { ...sampleReview('zh-CN', {}), findings: [...findings] };
  expect(firstFindings(review.findings)).toEqual([]);
  expect(shareable(review.findings)).toEqual([]);
});
