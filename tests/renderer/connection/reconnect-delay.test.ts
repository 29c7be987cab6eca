import { expect, it } from 'vitest';

import { reconnectDelayMs } from '#renderer/connection/reconnect-delay.ts';

it('asks again at once while a restart may be under way, then more patiently, always jittered', () => {
  expect(reconnectDelayMs(0, 0)).toBe(80);
  expect(reconnectDelayMs(9_999, 0.5)).toBe(120);
  expect(reconnectDelayMs(10_000, 0)).toBe(600);
  expect(reconnectDelayMs(3_600_000, 0.999)).toBe(1_199);
});
