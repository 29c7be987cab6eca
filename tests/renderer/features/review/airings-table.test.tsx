import { screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';

import { airingsTable } from '#renderer/features/review/AiringsTable.tsx';
import { copiedTable } from '#renderer/features/review/ReviewTable.tsx';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Review } from '#shared/model/review.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleReview } from '#tests/support/sample-review.ts';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

function Copied({ pushes }: { readonly pushes: Review['pushes'] }): ReactElement {
  const { columns, rows } = airingsTable(useI18n(), pushes);
  return <output>{JSON.stringify(copiedTable(columns, rows).map((row) => row.slice(2)))}</output>;
}

test('a spreadsheet gets one number to a cell, and nothing where nothing is known', () => {
  const [first] = sampleReview('en', {}).pushes;
  if (first === undefined) throw new Error('the sample has pushes');
  const span = (fromTs: number, toTs: number, chats: number | null) => ({
    fromTs,
    toTs,
    viewersMean: 80.5,
    chats,
    questions: 4,
    clicks: 9,
    ordersPaid: 2,
    paidMinor: 33_850,
  });
  const airing = {
    before: span(0, 180_000, 100),
    during: span(180_000, 240_000, null),
    after: span(240_000, 240_000, 5),
  };
  const pushes = [
    { ...first, currency: 'CNY', airing },
    { ...first, airing: null },
  ];
  renderWithRoom(<Copied pushes={pushes} />, {
    language: 'en',
    snapshot: sampleSnapshot({ language: 'en' }),
  });
  expect(JSON.parse(screen.getByRole('status').textContent)).toEqual([
    [
      'Viewers before',
      'Viewers on',
      'Viewers after',
      'Chat / min before',
      'Chat / min on',
      'Chat / min after',
      'Questions before',
      'Questions on',
      'Questions after',
      'Clicks before',
      'Clicks on',
      'Clicks after',
      'Paid orders before',
      'Paid orders on',
      'Paid orders after',
      'Sales before',
      'Sales on',
      'Sales after',
    ],
    [80.5, 80.5, null, 33.33, null, null, 4, 4, null, 9, 9, null, 2, 2, null, 338.5, 338.5, null],
  ]);
});
