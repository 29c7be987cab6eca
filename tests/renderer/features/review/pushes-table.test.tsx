import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { PushesTable } from '#renderer/features/review/PushesTable.tsx';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleReview } from '#tests/support/sample-review.ts';
import { SAMPLE_NOW, sampleSnapshot } from '#tests/support/sample-snapshot.ts';

test('says of each target what was there later: of one that had it when, of one that had not what', () => {
  const [first] = sampleReview('en', {}).pushes;
  if (first === undefined) throw new Error('the sample has pushes');
  const there = { what: 'item', name: 'Item 777 (9.777)', sinceTs: SAMPLE_NOW } as const;
  const targets = [
    { target: 'shopee', name: 'Shop A', state: 'ok', delayMs: 640, there },
    { target: 'shopee', name: 'Shop B', state: 'failed', delayMs: null, there },
    { target: 'shopee', name: 'Shop C', state: 'ok', delayMs: 80, there: null },
  ];
  renderWithRoom(<PushesTable pushes={[{ ...first, targets }]} />, {
    language: 'en',
    snapshot: sampleSnapshot({ language: 'en' }),
  });
  const said = ['Shop A', 'Shop B', 'Shop C'].map(
    (name) => screen.getByText(name, { exact: false }).textContent,
  );
  expect(said).toEqual([
    expect.stringMatching(/^Shop A 640 ms, shows Item 777 \(9\.777\) since \d\d:\d\d$/),
    expect.stringMatching(/^Shop B shows Item 777 \(9\.777\) – failed$/),
    'Shop C 80 ms',
  ]);
});
