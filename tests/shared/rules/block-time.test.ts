import { expect, test } from 'vitest';

import { blockTime } from '#shared/rules/block-time.ts';

const MINUTE = 60_000;

test('the last fifth is ending, but at most the last minute', () => {
  expect(blockTime(0, 2 * MINUTE, 95_000).phase).toBe('running');
  expect(blockTime(0, 2 * MINUTE, 96_000).phase).toBe('ending');
  expect(blockTime(0, 20 * MINUTE, 18 * MINUTE).phase).toBe('running');
  expect(blockTime(0, 20 * MINUTE, 19 * MINUTE).phase).toBe('ending');
});

test('past the plan it is over, with a negative rest', () => {
  expect(blockTime(1_000, MINUTE, 62_000)).toEqual({ leftMs: -1_000, phase: 'over' });
});

test('a block without a plan never ends', () => {
  expect(blockTime(0, 0, MINUTE).phase).toBe('running');
});
