import { cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { ChartLegend } from '#renderer/features/pulse/ChartLegend.tsx';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

afterEach(cleanup);

test('chat and orders of now are unknown while the store takes nothing; people stay as last told', () => {
  const data = { x: [10, 11], viewers: [40, 44], chat: [9, 0], orders: [3, 0], fromTs: 0, toTs: 1 };
  const figure = (value: number) => ({ known: true as const, value, isApprox: false, without: [] });
  const said = (isNotStored: boolean, index: number | null): string => {
    const { container, unmount } = renderWithRoom(
      <ChartLegend
        data={data}
        now={{ viewers: figure(44), chat: figure(0) }}
        isNotStored={isNotStored}
        index={index}
        marks={[]}
        startedTs={0}
      />,
      { language: 'en', snapshot: sampleSnapshot({ language: 'en' }) },
    );
    const text = container.textContent ?? '';
    unmount();
    return text;
  };
  expect(said(true, null)).toMatch(/Viewers44.*Chat \/ min—.*Orders \/ min—/);
  expect(said(false, null)).toMatch(/Viewers44.*Chat \/ min0.*Orders \/ min0/);
  // What was counted before is read where the pointer is.
  expect(said(true, 0)).toMatch(/Viewers40.*Chat \/ min9.*Orders \/ min3/);
});
