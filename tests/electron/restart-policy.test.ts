import { expect, test } from 'vitest';

import { decideRestart, hadServed } from '#electron/restart-policy.rules.ts';

test('an accident and a first early death are followed by a restart at once', () => {
  expect(decideRestart([], 1_000, 1)).toEqual({ kind: 'restart', delayMs: 0 });
  expect(decideRestart([1_000], 1_000, 1)).toEqual({ kind: 'restart', delayMs: 0 });
});

test('further early deaths wait, spread by jitter, longer each time and within four seconds', () => {
  const limits = [2, 3, 4, 5, 6].map((count) => {
    const decision = decideRestart(Array<number>(count).fill(0), 0, 1);
    return decision.kind === 'restart' ? decision.delayMs : null;
  });
  expect(limits).toEqual([300, 600, 1_200, 2_400, 4_000]);
  expect(decideRestart([0, 0], 0, 0.5)).toEqual({ kind: 'restart', delayMs: 150 });
});

test('seven early deaths within a minute are too many, spread over two they are not', () => {
  const quick = [0, 1, 2, 3, 4, 5, 6].map((second) => second * 1_000);
  expect(decideRestart(quick, 6_000, 0)).toEqual({ kind: 'give_up' });
  const slow = [0, 1, 2, 3, 4, 5, 6].map((step) => step * 20_000);
  expect(decideRestart(slow, 120_000, 0).kind).toBe('restart');
});

test('a core has served when it was ready for more than a second', () => {
  expect(hadServed(null, 5_000)).toBe(false);
  expect(hadServed(4_000, 5_000)).toBe(false);
  expect(hadServed(3_999, 5_000)).toBe(true);
});
