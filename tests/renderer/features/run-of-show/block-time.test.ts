import { expect, test } from 'vitest';

import { blockTime } from '#renderer/features/run-of-show/block-time.ts';
import type { Block } from '#shared/model/run-of-show.ts';
import { makeBlock } from '#tests/support/make-block.ts';

const MINUTE = 60_000;

function block(plannedMs: number, endedTs: number | null): Block {
  return makeBlock({ plannedMs, startedTs: 0, endedTs });
}

test.each([
  ['a long block warns in its last minute', 20 * MINUTE, 19 * MINUTE, 'soon'],
  ['a long block is calm before', 20 * MINUTE, 19 * MINUTE - 1, 'calm'],
  ['a short block warns in its last fifth', MINUTE, 48_000, 'soon'],
  ['a short block is calm before', MINUTE, 47_999, 'calm'],
  ['its very end is not over', MINUTE, MINUTE, 'soon'],
  ['then it is', MINUTE, MINUTE + 1, 'over'],
  ['a block without a plan never hurries', 0, MINUTE, 'calm'],
])('%s', (_name, plannedMs, elapsedMs, hurry) => {
  expect(blockTime(block(plannedMs, null), true, elapsedMs).hurry).toBe(hurry);
});

test('a finished block keeps the time it took', () => {
  expect(blockTime(block(MINUTE, 90_000), false, 500_000)).toMatchObject({
    state: 'done',
    elapsedMs: 90_000,
    hurry: 'calm',
  });
});
