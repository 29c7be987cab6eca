import { expect, test } from 'vitest';

import { blockTime } from '#shared/rules/block-time.ts';

const MINUTE = 60_000;
const block = (startedTs: number, plannedMs: number, more = {}) => ({
  plannedMs,
  startedTs,
  extendedMs: 0,
  endedTs: null,
  heldMs: 0,
  heldSinceTs: null,
  ...more,
});

test('the last fifth is ending, but at most the last minute', () => {
  expect(blockTime(block(0, 2 * MINUTE), 95_000).phase).toBe('running');
  expect(blockTime(block(0, 2 * MINUTE), 96_000).phase).toBe('ending');
  expect(blockTime(block(0, 20 * MINUTE), 18 * MINUTE).phase).toBe('running');
  expect(blockTime(block(0, 20 * MINUTE), 19 * MINUTE).phase).toBe('ending');
});

test('past the plan it is over, with a negative rest', () => {
  expect(blockTime(block(1_000, MINUTE), 62_000)).toEqual({ leftMs: -1_000, phase: 'over' });
});

test('a block without a plan never ends', () => {
  expect(blockTime(block(0, 0), MINUTE).phase).toBe('running');
});

test('what was added on air counts, and a hold does not', () => {
  const longer = block(0, MINUTE, { extendedMs: MINUTE, heldMs: 10_000 });
  expect(blockTime(longer, 90_000)).toEqual({ leftMs: 40_000, phase: 'running' });
  expect(blockTime({ ...longer, heldSinceTs: 80_000 }, 90_000).leftMs).toBe(50_000);
});
