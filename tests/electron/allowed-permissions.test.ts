import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isAllowedPermission } from '#electron/allowed-permissions.rules.ts';

const DESKS = [
  'cuedesk://app/desk/',
  'cuedesk://app/desk/?room=b',
  'cuedesk://app/desk/?part=chat',
];

test.each(DESKS)('notices of the system are allowed to %s', (url) => {
  expect(isAllowedPermission('notifications', url)).toBe(true);
});

test.each([
  '',
  'about:blank',
  'cuedesk://app/problem/',
  'cuedesk://other/desk/',
  'https://app/desk/',
  'https://evil.example/cuedesk://app/desk/',
])('and to no other page (%j)', (url) => {
  expect(isAllowedPermission('notifications', url)).toBe(false);
});

test('nothing else is allowed to anybody', () => {
  const others = fc.string().filter((permission) => permission !== 'notifications');
  fc.assert(
    fc.property(others, fc.constantFrom(...DESKS), (permission, url) => {
      expect(isAllowedPermission(permission, url)).toBe(false);
    }),
  );
});
