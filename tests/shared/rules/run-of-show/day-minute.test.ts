import fc from 'fast-check';
import { expect, test } from 'vitest';

import { nextDayMinute } from '#shared/rules/run-of-show/day-minute.ts';

const at = (iso: string): number => Date.parse(iso);
const next = (minute: number, after: string, zone: string): string =>
  new Date(nextDayMinute(minute, at(after), zone)).toISOString();

test.each([
  ['later today', 22 * 60, '2025-10-18T12:00:00Z', 'Asia/Shanghai', '2025-10-18T14:00:00.000Z'],
  ['after midnight', 60, '2025-10-18T12:00:00Z', 'Asia/Shanghai', '2025-10-18T17:00:00.000Z'],
  [
    'now is not after now',
    1200,
    '2025-10-18T12:00:00Z',
    'Asia/Shanghai',
    '2025-10-19T12:00:00.000Z',
  ],
  [
    'the day of the room, not of UTC',
    30,
    '2025-10-18T20:00:00Z',
    'America/New_York',
    '2025-10-19T04:30:00.000Z',
  ],
  [
    'over the end of summer time',
    180,
    '2025-11-02T04:00:00Z',
    'America/New_York',
    '2025-11-02T08:00:00.000Z',
  ],
  [
    'an unknown zone counts as UTC',
    60,
    '2025-10-18T12:00:00Z',
    'Nowhere/Else',
    '2025-10-19T01:00:00.000Z',
  ],
])('%s', (_name, minute, after, zone, expected) => {
  expect(next(minute, after, zone)).toBe(expected);
});

test('always after, within a day and the hour that a clock is put back, and at that minute', () => {
  const zone = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'UTC');
  const ts = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2027, 0, 1) });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), ts, zone, (minute, after, timeZone) => {
      const found = nextDayMinute(minute, after, timeZone);
      expect(found).toBeGreaterThan(after);
      expect(found - after).toBeLessThanOrEqual(26 * 3_600_000);
      const clock = new Intl.DateTimeFormat('en-GB', {
        timeZone,
        hour: '2-digit',
        minute: '2-digit',
      });
      const [hour = 0, minutes = 0] = clock.format(found).split(':').map(Number);
      const shown = hour * 60 + minutes;
      // An hour that a change of the clock leaves out is read as the one after it, or before.
      expect([minute, minute + 60, minute - 60]).toContain(shown);
    }),
  );
});
