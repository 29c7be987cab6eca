import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addDigit, settleDigits } from '#renderer/features/keys/digit-entry.ts';
import type { DigitEntry } from '#renderer/features/keys/digit-entry.ts';

const WAIT_MS = 600;
const at = (nowMs: number) => ({ nowMs, waitMs: WAIT_MS });

const NINE = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const TWELVE = [...NINE, 10, 11, 12];

/** The link that comes of typing a number in one go and then waiting; null when none does. */
function typedAs(wanted: number, links: readonly number[]): number | null {
  let entry: DigitEntry = null;
  let linkNumber: number | null = null;
  for (const [index, digit] of [...String(wanted)].entries()) {
    const step = addDigit(entry, digit, links, at(index * 100));
    if (step.outcome.kind === 'link') linkNumber = step.outcome.linkNumber;
    entry = step.entry;
  }
  const settled = entry === null ? null : settleDigits(entry, links).outcome;
  return settled?.kind === 'link' ? settled.linkNumber : linkNumber;
}

describe('digit entry', () => {
  test('one digit counts at once when it can only be one link', () => {
    expect(addDigit(null, '3', NINE, at(0))).toEqual({
      entry: null,
      outcome: { kind: 'link', linkNumber: 3 },
    });
    expect(addDigit(null, '3', TWELVE, at(0)).outcome).toEqual({ kind: 'link', linkNumber: 3 });
  });

  test('waits where the digit can still become another link', () => {
    const first = addDigit(null, '1', TWELVE, at(1000));
    expect(first).toEqual({
      entry: { digits: '1', dueMs: 1000 + WAIT_MS },
      outcome: { kind: 'waiting' },
    });
    expect(addDigit(first.entry, '2', TWELVE, at(1100)).outcome).toEqual({
      kind: 'link',
      linkNumber: 12,
    });
  });

  test('a number that is no link is given up whole, not cut to its last digit', () => {
    const first = addDigit(null, '1', TWELVE, at(0));
    expect(addDigit(first.entry, '5', TWELVE, at(100))).toEqual({
      entry: null,
      outcome: { kind: 'unknown', digits: '15' },
    });
  });

  test('a leading zero leads nowhere', () => {
    expect(addDigit(null, '0', TWELVE, at(0)).outcome).toEqual({ kind: 'unknown', digits: '0' });
  });

  test('every link of every shelf can be typed', () => {
    const shelf = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(shelf, fc.nat(), (links, pick) => {
        const wanted = links[pick % links.length] ?? 0;
        expect(typedAs(wanted, links)).toBe(wanted);
      }),
    );
  });
});
