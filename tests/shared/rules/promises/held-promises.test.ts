import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { RoomEvent } from '#shared/contract/room-event.ts';
import {
  heldPromises,
  isRestocked,
  keptRate,
  promisedPieces,
} from '#shared/rules/promises/held-promises.ts';
import { deskFact } from '#tests/support/desk-fact.ts';

const made = (seq: number): RoomEvent =>
  deskFact(seq, {
    kind: 'promise.made',
    promiseKind: 'other',
    productId: null,
    units: null,
    priceMinor: null,
    text: 'said',
    dueTs: null,
    unitsBefore: 0,
    stock: null,
    wasSoldOut: false,
    screenId: null,
  });

type Step = { readonly of: number; readonly what: 'kept' | 'broken' | 'withdrawn' | 'reopened' };
const step = fc.record<Step>({
  of: fc.integer({ min: 1, max: 4 }),
  what: fc.constantFrom('kept', 'broken', 'withdrawn', 'reopened'),
});

describe('promises of a show', () => {
  test('the last word on each holds, whatever is said of others', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const facts = [1, 2, 3, 4].map(made);
        for (const [index, { of, what }] of steps.entries()) {
          const promiseId = of;
          facts.push(
            deskFact(
              index + 5,
              what === 'reopened'
                ? { kind: 'promise.reopened', promiseId, screenId: null }
                : {
                    kind: 'promise.settled',
                    promiseId,
                    outcome: what,
                    isByItself: false,
                    priceBefore: null,
                    screenId: null,
                  },
            ),
          );
        }
        const held = heldPromises(facts);
        expect(held.map(({ made: { seq } }) => seq)).toEqual([1, 2, 3, 4]);
        for (const {
          made: { seq },
          settled,
          wasReopened,
        } of held) {
          const own = steps.filter(({ of }) => of === seq);
          const last = own.at(-1)?.what ?? 'reopened';
          expect(settled?.outcome ?? 'reopened').toBe(last);
          expect(wasReopened).toBe(own.some(({ what }) => what === 'reopened'));
        }
        const { kept, broken, rate } = keptRate(held);
        expect(kept + broken).toBeLessThanOrEqual(4);
        expect(rate).toBe(kept + broken === 0 ? null : kept / (kept + broken));
      }),
    );
  });

  test('no piece is counted twice: left and sold are what was promised and more', () => {
    const whole = fc.nat({ max: 1_000_000 });
    fc.assert(
      fc.property(whole, whole, whole, (units, unitsBefore, more) => {
        const { left, over } = promisedPieces({ units, unitsBefore }, unitsBefore + more);
        expect((left ?? NaN) - over).toBe(units - more);
        expect(Math.min(left ?? NaN, over)).toBe(0);
      }),
    );
    expect(promisedPieces({ units: 5, unitsBefore: 0 }, null)).toEqual({ left: null, over: 0 });
  });

  test.each([
    [{ stock: 0, wasSoldOut: false }, { stock: 5, isSoldOut: false }, true],
    [{ stock: 0, wasSoldOut: true }, { stock: 5, isSoldOut: true }, false],
    [{ stock: null, wasSoldOut: true }, { stock: null, isSoldOut: false }, true],
    [{ stock: 3, wasSoldOut: false }, { stock: 2, isSoldOut: false }, false],
    [{ stock: 3, wasSoldOut: false }, { stock: 30, isSoldOut: false }, true],
    [{ stock: null, wasSoldOut: false }, { stock: 30, isSoldOut: false }, false],
  ])('%j is there again as %j: %s', (before, now, isThere) => {
    expect(isRestocked(before, now)).toBe(isThere);
  });
});
