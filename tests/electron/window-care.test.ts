import { expect, test } from 'vitest';

import { mayReturn, returnUrl } from '#electron/window-care.rules.ts';

test('a window returns three times within a minute, and again when they are long ago', () => {
  expect(mayReturn([1_000], 1_000)).toBe(true);
  expect(mayReturn([1_000, 2_000, 3_000], 3_000)).toBe(true);
  expect(mayReturn([1_000, 2_000, 3_000, 4_000], 4_000)).toBe(false);
  expect(mayReturn([1_000, 2_000, 3_000, 61_500], 61_500)).toBe(true);
});

test('it returns to the room that was open, and is told that it returned', () => {
  expect(returnUrl('cuedesk://app/desk/?room=second')).toBe(
    'cuedesk://app/desk/?room=second&returned=1',
  );
  expect(returnUrl('cuedesk://app/desk/?returned=1')).toBe('cuedesk://app/desk/?returned=1');
  expect(returnUrl('')).toBe('cuedesk://app/desk/?returned=1');
  expect(returnUrl('https://example.com/')).toBe('cuedesk://app/desk/?returned=1');
});
