import { expect, test } from 'vitest';

import { connectFault } from '#core/feeds/supervisor/connect-fault.rules.ts';

const withCode = (code: string): Error => Object.assign(new Error(code), { code });

test.each([
  ['ECONNREFUSED', 'connect_refused'],
  ['ETIMEDOUT', 'connect_timeout'],
  ['ENETUNREACH', 'network_unreachable'],
  ['EHOSTUNREACH', 'network_unreachable'],
  ['ENOTFOUND', 'host_unknown'],
  ['EAI_AGAIN', 'host_unknown'],
  ['ECONNRESET', 'connect_failed'],
  ['CERT_HAS_EXPIRED', 'connect_failed'],
])('%s is told as %s', (code, reason) => {
  expect(connectFault(withCode(code))).toBe(reason);
});

test('an error without a code, as of an answer that is no WebSocket, is told as well', () => {
  expect(connectFault(new Error('Unexpected server response: 403'))).toBe('connect_failed');
});

test('of several addresses the one that came furthest says why', () => {
  const errors = [withCode('ENETUNREACH'), withCode('ECONNREFUSED')];
  const all = Object.assign(new AggregateError(errors), { code: 'ENETUNREACH' });
  expect(connectFault(all)).toBe('connect_refused');
});
