import { expect, test } from 'vitest';

import { momentOf } from '#renderer/features/review/notes/moment-of.ts';

const at = (day: number, hours: number, minutes: number, seconds = 0): number =>
  new Date(2025, 9, day, hours, minutes, seconds).getTime();

test('a time of day is a moment of the show, also past midnight, and none outside of it', () => {
  const [from, to] = [at(18, 22, 30, 40), at(19, 1, 10)];
  expect(momentOf('23:05', from, to)).toBe(at(18, 23, 5));
  expect(momentOf(' 0：45 ', from, to)).toBe(at(19, 0, 45));
  expect(momentOf('01:09:30', from, to)).toBe(at(19, 1, 9, 30));
  // The minute in which it began.
  expect(momentOf('22:30', from, to)).toBe(from);
  for (const text of ['22:29', '01:11', '12:00', '', '25', 'nine'])
    expect(momentOf(text, from, to)).toBeNull();
});
