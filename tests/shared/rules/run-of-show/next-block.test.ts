import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { TimedLoop } from '#shared/rules/run-of-show/groups.ts';
import { nextTurn, previousTurn } from '#shared/rules/run-of-show/next-block.ts';
import { makeBlock } from '#tests/support/make-block.ts';

const blocks = (...groups: readonly string[]) =>
  groups.map((group, index) =>
    makeBlock({ id: index + 1, position: index + 1, group, plannedMs: 60_000 }),
  );
const times = (name: string, count: number): TimedLoop => ({
  name,
  loop: { kind: 'times', times: count },
  untilTs: null,
});

/** Ids and rounds, from the first to the last. */
function walk(plan: ReturnType<typeof blocks>, loops: readonly TimedLoop[]): string[] {
  const seen: string[] = [];
  let at = nextTurn(plan, loops, null, 0);
  while (at !== null && seen.length < 100) {
    seen.push(`${at.block.id}/${at.round}`);
    at = nextTurn(plan, loops, { id: at.block.id, round: at.round }, 0);
  }
  return seen;
}

describe('what comes next', () => {
  test('without loops: one after the other', () => {
    expect(walk(blocks('', 'a', 'a', ''), [])).toEqual(['1/1', '2/1', '3/1', '4/1']);
  });

  test('a loop goes round as a whole before what is after it', () => {
    expect(walk(blocks('', 'a', 'a', ''), [times('a', 2)])).toEqual([
      '1/1',
      '2/1',
      '3/1',
      '2/2',
      '3/2',
      '4/1',
    ]);
  });

  test('two runs of one name are two loops', () => {
    expect(walk(blocks('a', '', 'a'), [times('a', 2)])).toEqual([
      '1/1',
      '1/2',
      '2/1',
      '3/1',
      '3/2',
    ]);
  });

  test('what was passed over is left out of its round and comes with the next one', () => {
    const plan = blocks('a', 'a', '').map((block) =>
      block.id === 2 ? { ...block, skippedTs: 5 } : block,
    );
    const at = (id: number, round: number) =>
      nextTurn(plan, [times('a', 2)], { id, round }, 0)?.block.id;
    expect(at(1, 1)).toBe(1);
    expect(at(1, 2)).toBe(3);
  });

  test('a loop without any length until a time of day goes round once', () => {
    const plan = blocks('a').map((block) => ({ ...block, plannedMs: 0 }));
    const until: TimedLoop = {
      name: 'a',
      loop: { kind: 'until', minute: 0 },
      untilTs: Number.MAX_SAFE_INTEGER,
    };
    expect(walk(plan, [until])).toEqual(['1/1']);
  });
});

test('back from what comes next is where one was', () => {
  const plans = fc.array(fc.constantFrom('', 'a', 'b'), { minLength: 1, maxLength: 8 });
  const counts = fc.integer({ min: 2, max: 4 });
  fc.assert(
    fc.property(plans, counts, counts, (groups, a, b) => {
      const plan = blocks(...groups);
      const loops = [times('a', a), times('b', b)];
      const wrong: string[] = [];
      let at = nextTurn(plan, loops, null, 0);
      while (at !== null) {
        const here = { id: at.block.id, round: at.round };
        const next = nextTurn(plan, loops, here, 0);
        const after = next === null ? null : { id: next.block.id, round: next.round };
        const back = previousTurn(plan, loops, after);
        // What is after a loop leads back to its last block; which round that was is not kept.
        const isSame = back?.block.id === here.id && (back.round === here.round || here.round > 1);
        if (next !== null && !isSame) wrong.push(`${here.id}/${here.round}`);
        at = next;
      }
      expect(wrong).toEqual([]);
    }),
  );
});
