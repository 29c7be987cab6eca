import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Language } from '#renderer/i18n/messages.ts';
import { storeLine } from '#renderer/i18n/store-line.ts';
import { unitName } from '#renderer/i18n/unit-name.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleSlices, sampleSnapshot } from '#tests/support/sample-snapshot.ts';

function said(
  language: Language,
  eventsStored: number,
  commitDelayMs: number | null,
  hasShow = true,
) {
  const store = { ...sampleSlices(language).store, eventsStored, commitDelayMs };
  function Line() {
    const i18n = useI18n();
    return <output>{storeLine(i18n, { store, hasShow })}</output>;
  }
  const { unmount } = renderWithRoom(<Line />, {
    language,
    snapshot: sampleSnapshot({ language }),
  });
  const text = screen.getByRole('status').textContent;
  unmount();
  return text;
}

test('counts one event as one, and says no delay before there was one', () => {
  expect(said('en', 1, 4)).toBe('1 event on disk, 4 ms behind');
  expect(said('en', 1_200, 4)).toBe('1,200 events on disk, 4 ms behind');
  expect(said('en', 1, null)).toBe('1 event on disk');
  expect(said('zh-CN', 1_200, 4)).toBe('1,200 条已存盘，延迟 4 ms');
});

test('counts nothing where there is no show to count for', () => {
  expect(said('en', 0, null, false)).toBe('everything is on disk');
  expect(said('zh-CN', 0, null, false)).toBe('全部已存盘');
});

test('a currency of a platform is named as one says so many of it', () => {
  function Units() {
    const i18n = useI18n();
    const words = [
      unitName(i18n, 'coin', 1),
      unitName(i18n, 'coin', 2),
      unitName(i18n, 'roses', 1),
    ];
    return <output>{words.join(' ')}</output>;
  }
  renderWithRoom(<Units />, { language: 'en', snapshot: sampleSnapshot({ language: 'en' }) });
  expect(screen.getByRole('status').textContent).toBe('coin coins roses');
});
