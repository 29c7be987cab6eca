import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  plannedMsOf,
  timetable,
  type TimetableBlock,
  type TimetableInput,
} from '#shared/rules/run-of-show/timetable.ts';
import { makeBlock } from '#tests/support/make-block.ts';

const MINUTE = 60_000;
const START = Date.UTC(2025, 9, 18, 12);

type Planned = Readonly<{
  minutes: number;
  rule?: TimetableBlock['rule'];
  group?: string;
}>;

function plan(...planned: readonly Planned[]): TimetableBlock[] {
  return planned.map(({ minutes, rule = 'push', group = '' }, index) =>
    makeBlock({
      id: index + 1,
      position: index + 1,
      plannedMs: minutes * MINUTE,
      rule,
      group,
    }),
  );
}

/** The first block runs since the start of the show. */
function onAir(blocks: readonly TimetableBlock[], nowMinutes: number): TimetableInput {
  return {
    blocks: blocks.map((block, index) => (index === 0 ? { ...block, startedTs: START } : block)),
    loops: [],
    currentId: 1,
    startTs: START,
    nowTs: START + nowMinutes * MINUTE,
    endTs: null,
  };
}

const startsIn = (input: TimetableInput): number[] =>
  timetable(input).rows.map(({ startTs }) => (startTs - START) / MINUTE);
const squeezed = (input: TimetableInput): number[] =>
  timetable(input).rows.map(({ squeezedMs }) => squeezedMs / MINUTE);

describe('an overrun of ten minutes', () => {
  test('pushes blocks that are to be pushed, and the end with them', () => {
    const input = onAir(plan({ minutes: 10 }, { minutes: 20 }, { minutes: 30 }), 20);
    expect(startsIn(input)).toEqual([20, 40]);
    expect(timetable(input)).toMatchObject({
      endTs: START + 70 * MINUTE,
      plannedEndTs: START + 60 * MINUTE,
      overMs: 10 * MINUTE,
    });
  });

  test('is taken out of blocks that may be squeezed, each by its share', () => {
    const rules = [{ minutes: 20, rule: 'squeeze' }, { minutes: 20 }] as const;
    const input = onAir(plan({ minutes: 10 }, ...rules, { minutes: 60, rule: 'squeeze' }), 20);
    expect(squeezed(input)).toEqual([2.5, 0, 7.5]);
    expect(timetable(input).overMs).toBe(0);
  });

  test('takes no more than half of a block; what is left over is said', () => {
    const input = onAir(plan({ minutes: 10 }, { minutes: 12, rule: 'squeeze' }), 20);
    expect(squeezed(input)).toEqual([6]);
    expect(timetable(input).overMs).toBe(4 * MINUTE);
  });

  test('leaves a fixed block where it was announced, as long as what is before it can give', () => {
    const blocks = plan(
      { minutes: 10 },
      { minutes: 30, rule: 'squeeze' },
      { minutes: 5, rule: 'fixed' },
      { minutes: 10 },
    );
    const input = onAir(blocks, 20);
    expect(startsIn(input)).toEqual([20, 40, 45]);
    expect(timetable(input).overMs).toBe(0);
  });

  test('makes a fixed block late by what nobody could give', () => {
    const blocks = plan(
      { minutes: 10 },
      { minutes: 8, rule: 'squeeze' },
      { minutes: 5, rule: 'fixed' },
    );
    const rows = timetable(onAir(blocks, 20)).rows;
    expect(rows.map(({ lateMs }) => lateMs / MINUTE)).toEqual([0, 6]);
  });
});

test('a block that is over early pulls the others forward, but never one that is fixed', () => {
  const blocks = plan({ minutes: 30 }, { minutes: 10 }, { minutes: 5, rule: 'fixed' });
  const input = { ...onAir(blocks, 10), currentId: 2 };
  const moved = input.blocks.map((block) =>
    block.id === 2 ? { ...block, startedTs: input.nowTs } : block,
  );
  expect(startsIn({ ...input, blocks: moved })).toEqual([40]);
});

describe('an end at a time of day', () => {
  const squeeze = (endMinutes: number): TimetableInput => ({
    ...onAir(plan({ minutes: 10 }, { minutes: 40, rule: 'squeeze' }, { minutes: 10 }), 0),
    endTs: START + endMinutes * MINUTE,
  });

  test('holds where blocks can give what is too much', () => {
    expect(squeezed(squeeze(45))).toEqual([15, 0]);
    expect(timetable(squeeze(45)).overMs).toBe(0);
  });

  test('says by how much it cannot hold', () => {
    expect(timetable(squeeze(35)).overMs).toBe(5 * MINUTE);
  });

  test('says how much time is left where the plan is over earlier, and stretches nothing', () => {
    expect(timetable(squeeze(90)).overMs).toBe(-30 * MINUTE);
    expect(squeezed(squeeze(90))).toEqual([0, 0]);
  });
});

describe('the running block', () => {
  const blocks = plan({ minutes: 10 }, { minutes: 20 });
  const running = (fields: Partial<TimetableBlock>, nowMinutes: number): number => {
    const input = onAir(blocks, nowMinutes);
    const changed = input.blocks.map((block) => (block.id === 1 ? { ...block, ...fields } : block));
    return ((timetable({ ...input, blocks: changed }).currentEndTs ?? 0) - START) / MINUTE;
  };

  test('is over as planned', () => expect(running({}, 4)).toBe(10));
  test('is over later by what was added', () => {
    expect(running({ extendedMs: 5 * MINUTE }, 4)).toBe(15);
  });
  test('is over later by as long as it was held, and later with every minute of a hold', () => {
    expect(running({ heldMs: 3 * MINUTE }, 4)).toBe(13);
    expect(running({ heldSinceTs: START + 2 * MINUTE }, 4)).toBe(12);
    expect(running({ heldSinceTs: START + 2 * MINUTE }, 9)).toBe(17);
  });
});

describe('loops', () => {
  const loop = [
    { minutes: 3, group: 'unit' },
    { minutes: 2, group: 'unit' },
  ] as const;
  const input = (loops: TimetableInput['loops']): TimetableInput => ({
    ...onAir(plan({ minutes: 10 }, ...loop, { minutes: 5 }), 0),
    loops,
  });

  test('so many times: every round is in the plan', () => {
    const three = input([{ name: 'unit', loop: { kind: 'times', times: 3 }, untilTs: null }]);
    expect(timetable(three).rows.map(({ blockId, round }) => `${blockId}/${round}`)).toEqual([
      '2/1',
      '3/1',
      '2/2',
      '3/2',
      '2/3',
      '3/3',
      '4/1',
    ]);
    expect(plannedMsOf(three)).toBe(30 * MINUTE);
  });

  test('until a time of day: as many rounds as are over by then, at least one', () => {
    const until = (minutes: number): number =>
      timetable(
        input([
          {
            name: 'unit',
            loop: { kind: 'until', minute: 0 },
            untilTs: START + minutes * MINUTE,
          },
        ]),
      ).rows.length;
    expect(until(26)).toBe(2 * 3 + 1);
    expect(until(25)).toBe(2 * 3 + 1);
    expect(until(24)).toBe(2 * 2 + 1);
    expect(until(0)).toBe(2 + 1);
  });
});

const rule = fc.constantFrom('push', 'squeeze', 'fixed' as const);
const someBlocks = fc
  .array(fc.record({ minutes: fc.integer({ min: 0, max: 90 }), rule }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((planned) => plan(...planned));
const situation = fc.record({
  blocks: someBlocks,
  now: fc.integer({ min: 0, max: 200 }),
  end: fc.option(fc.integer({ min: 1, max: 600 })),
});

function inputOf({ blocks, now, end }: typeof situation extends fc.Arbitrary<infer T> ? T : never) {
  return { ...onAir(blocks, now), endTs: end === null ? null : START + end * MINUTE };
}

test('whatever the plan: in order, nobody at once, lengths by their rules, and the end told truly', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const input = inputOf(given);
      const { rows, currentEndTs, endTs, plannedEndTs, overMs } = timetable(input);
      expect(rows.map(({ blockId }) => blockId)).toEqual(input.blocks.slice(1).map(({ id }) => id));
      let cursor = currentEndTs ?? Number.NaN;
      expect(cursor).toBeGreaterThanOrEqual(input.nowTs);
      for (const row of rows) {
        const block = input.blocks.find(({ id }) => id === row.blockId);
        const plannedMs = block?.plannedMs ?? Number.NaN;
        expect(row.startTs).toBeGreaterThanOrEqual(cursor);
        const isFixed = block?.rule === 'fixed';
        // Only a fixed block waits for its time, and one that is late waits for nothing.
        expect(row.startTs === cursor || (isFixed && row.lateMs === 0)).toBe(true);
        expect(!isFixed || row.startTs - row.lateMs === row.plannedStartTs).toBe(true);
        expect(row.endTs - row.startTs).toBe(plannedMs - row.squeezedMs);
        expect(row.squeezedMs).toBeGreaterThanOrEqual(0);
        expect(row.squeezedMs).toBeLessThanOrEqual(block?.rule === 'squeeze' ? plannedMs / 2 : 0);
        cursor = row.endTs;
      }
      expect(endTs).toBe(cursor);
      expect(overMs).toBe(endTs - (input.endTs ?? plannedEndTs));
    }),
  );
});

test('nothing is late or over while anything before it can still give time', () => {
  fc.assert(
    fc.property(situation, (given) => {
      const input = inputOf(given);
      const { rows, overMs } = timetable(input);
      const isEmptied = (upTo: number): boolean => {
        const afterFixed = rows.slice(0, upTo).findLastIndex(({ blockId }) => fixed(blockId));
        return rows.slice(afterFixed + 1, upTo).every(({ blockId, squeezedMs }) => {
          const block = input.blocks.find(({ id }) => id === blockId);
          return block?.rule !== 'squeeze' || squeezedMs === Math.floor(block.plannedMs / 2);
        });
      };
      const fixed = (id: number): boolean =>
        input.blocks.some((block) => block.id === id && block.rule === 'fixed');
      const late = rows.flatMap(({ lateMs }, index) => (lateMs > 0 ? [index] : []));
      const missed = overMs > 0 ? [...late, rows.length] : late;
      expect(missed.filter((index) => !isEmptied(index))).toEqual([]);
    }),
  );
});

test('a plan that is kept to the minute stays as it was planned', () => {
  fc.assert(
    fc.property(someBlocks, (blocks) => {
      const input = onAir(blocks, 0);
      const { rows, overMs } = timetable(input);
      expect(overMs).toBe(0);
      for (const row of rows) {
        expect([row.startTs, row.squeezedMs]).toEqual([row.plannedStartTs, 0]);
      }
    }),
  );
});

test('the later it gets, the later it ends: no minute of an overrun is lost', () => {
  fc.assert(
    fc.property(situation, fc.integer({ min: 1, max: 60 }), (given, more) => {
      const before = timetable(inputOf(given));
      const after = timetable(inputOf({ ...given, now: given.now + more }));
      expect(after.endTs).toBeGreaterThanOrEqual(before.endTs);
      expect(after.endTs - before.endTs).toBeLessThanOrEqual(more * MINUTE);
    }),
  );
});
