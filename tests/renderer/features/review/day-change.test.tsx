import { screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';

import { ReviewHeader } from '#renderer/features/review/ReviewHeader.tsx';
import type { Language } from '#renderer/i18n/messages.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleReview } from '#tests/support/sample-review.ts';

const MINUTE_MS = 60_000;

afterEach(() => {
  process.env['TZ'] = 'UTC';
});

/** What the header of a review says on a machine in this zone. */
function headerIn(zone: string, language: Language, startedTs: number, minutes: number): string {
  process.env['TZ'] = zone;
  const { show, totals } = sampleReview(language, {});
  const review = sampleReview(language, {
    show: { ...show, startedTs, endedTs: startedTs + minutes * MINUTE_MS },
    totals: { ...totals, onAirMs: minutes * MINUTE_MS },
  });
  const { unmount } = renderWithRoom(<ReviewHeader review={review} actions={null} />, {
    language,
    snapshot: null,
  });
  const text = screen.getByRole('banner').textContent ?? '';
  unmount();
  return text;
}

describe('a show over midnight', () => {
  const from = Date.UTC(2026, 2, 1, 15, 30);

  test('says both days, by the clock of the machine', () => {
    expect(headerIn('Asia/Shanghai', 'zh-CN', from, 100)).toContain(
      '2026年3月1日 23:30 – 2026年3月2日 01:10',
    );
    expect(headerIn('Asia/Shanghai', 'en', from, 100)).toContain(
      'March 1, 2026 23:30 – March 2, 2026 01:10',
    );
  });

  test('is one of a single day where the machine is elsewhere', () => {
    expect(headerIn('UTC', 'en', from, 100)).toContain('March 1, 2026 15:30–17:10');
  });

  test('says both years at the turn of one', () => {
    expect(headerIn('UTC', 'en', Date.UTC(2026, 11, 31, 23, 0), 120)).toContain(
      'December 31, 2026 23:00 – January 1, 2027 01:00',
    );
  });
});

describe('a show over a change of the clocks', () => {
  test('in spring: the clock jumps an hour, the time on air does not', () => {
    const text = headerIn('Europe/Berlin', 'en', Date.UTC(2026, 2, 28, 23, 30), 120);
    expect(text).toContain('March 29, 2026 00:30–03:30');
    expect(text).toContain('2:00:00');
  });

  test('in autumn: an hour comes twice, and the time on air says how long it was', () => {
    const text = headerIn('Europe/Berlin', 'en', Date.UTC(2026, 9, 25, 0, 30), 60);
    expect(text).toContain('October 25, 2026 02:30–02:30');
    expect(text).toContain('1:00:00');
  });
});
