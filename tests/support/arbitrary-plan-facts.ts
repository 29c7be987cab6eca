import fc from 'fast-check';

import { CHECK_SUBJECTS } from '#shared/model/checklist.ts';
import { BlockRole, BlockRule } from '#shared/model/run-of-show.ts';

const text = fc.string({ unit: 'binary', maxLength: 24 });
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const timestamp = fc.integer({ min: 0, max: 8.64e15 });
const count = fc.integer({ min: 0, max: 1e9 });
const positive = fc.integer({ min: 1, max: 1e6 });
const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

function nullable<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(value, { nil: null });
}

const planTurn = { blockId: id, position: positive, title: text, round: positive };
const lengthMs = fc.integer({ min: -3_600_000, max: 3_600_000 });
/** The own fields of every fact of the run of show. */
export const planFactFields = {
  'block.started': {
    position: positive,
    title: text,
    blockId: nullable(id),
    round: nullable(positive),
    plannedMs: nullable(count),
    by: fc.constantFrom('operator', 'shelf'),
  },

  'plan.fixed': {
    blocks: fc.array(
      fc.record({
        blockId: id,
        role: fc.constantFrom(...BlockRole.options),
        title: text,
        plannedMs: count,
        rule: fc.constantFrom(...BlockRule.options),
        group: text,
        owner: text,
      }),
      { maxLength: 3 },
    ),
    loops: fc.array(
      fc.record({
        name: word,
        loop: fc.record({ kind: fc.constant('times'), times: fc.integer({ min: 2, max: 50 }) }),
        untilTs: nullable(timestamp),
      }),
      { maxLength: 2 },
    ),
    endTs: nullable(timestamp),
  },
  'block.ended': {
    ...planTurn,
    startedTs: timestamp,
    plannedMs: count,
    extendedMs: lengthMs,
    heldMs: count,
    isSkipped: fc.boolean(),
  },
  'block.skipped': { ...planTurn, isSkipped: fc.boolean() },
  'block.extended': { ...planTurn, byMs: lengthMs, extendedMs: lengthMs },
  'block.held': { ...planTurn, isHeld: fc.boolean() },
  'checks.overruled': {
    checks: fc.array(
      fc.record({
        subject: fc.constantFrom(...CHECK_SUBJECTS),
        light: fc.constantFrom('green', 'amber', 'red'),
        finding: word,
        names: fc.array(text, { maxLength: 3 }),
        count,
      }),
      { minLength: 1, maxLength: 3 },
    ),
    reason: text,
    screenId: nullable(id),
  },
};
