import { expect, test } from 'vitest';

import { decideRestart } from '#electron/restart-policy.rules.ts';

test('a first death is followed by a quick restart, spread by jitter', () => {
  expect(decideRestart([1_000], 1_000, 0)).toEqual({ kind: 'restart', delayMs: 0 });
  expect(decideRestart([1_000], 1_000, 0.5)).toEqual({ kind: 'restart', delayMs: 150 });
});

test('delays grow and stay within four seconds', () => {
  const limits = [1, 2, 3, 4, 5, 6].map((count) => {
    const decision = decideRestart(Array<number>(count).fill(0), 0, 1);
    return decision.kind === 'restart' ? decision.delayMs : null;
  });
  expect(limits).toEqual([300, 600, 1_200, 2_400, 4_000, 4_000]);
});

test('seven deaths within a minute are too many, spread over two they are not', () => {
  const quick = [0, 1, 2, 3, 4, 5, 6].map((second) => second * 1_000);
  expect(decideRestart(quick, 6_000, 0)).toEqual({ kind: 'give_up' });
  const slow = [0, 1, 2, 3, 4, 5, 6].map((step) => step * 20_000);
  expect(decideRestart(slow, 120_000, 0).kind).toBe('restart');
});
