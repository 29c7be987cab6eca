import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  MAX_RECONNECT_DELAY_MS,
  MIN_RECONNECT_DELAY_MS,
  reconnectDelayMs,
} from '#core/feeds/supervisor/reconnect-delay.rules.ts';

describe('the delay before the next attempt', () => {
  it('doubles its ceiling up to half a minute', () => {
    const ceilings = [0, 1, 2, 3, 4, 5, 6, 50].map((failed) => reconnectDelayMs(failed, 0.999999));
    expect(ceilings).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000]);
  });

  it('is spread over the whole span, never outside', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (failed, fraction) => {
          const delayMs = reconnectDelayMs(failed, fraction);
          expect(Number.isInteger(delayMs)).toBe(true);
          expect(delayMs).toBeGreaterThanOrEqual(MIN_RECONNECT_DELAY_MS);
          expect(delayMs).toBeLessThanOrEqual(MAX_RECONNECT_DELAY_MS);
        },
      ),
    );
    expect(reconnectDelayMs(9, 0)).toBe(MIN_RECONNECT_DELAY_MS);
  });
});
