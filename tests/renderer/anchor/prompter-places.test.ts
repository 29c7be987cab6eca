import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { atOf, type PartPlace, runSteps, yOf } from '#renderer/anchor/prompter-places.ts';

const parts = fc
  .array(
    fc.record({
      length: fc.integer({ min: 1, max: 500 }),
      height: fc.integer({ min: 1, max: 900 }),
    }),
    {
      minLength: 1,
      maxLength: 7,
    },
  )
  .map((all): readonly PartPlace[] => {
    let [at, y] = [0, 0];
    return all.map(({ length, height }) => {
      const place = { from: at, to: at + length, top: y, bottom: y + height };
      [at, y] = [place.to, place.bottom];
      return place;
    });
  });
const part = fc.double({ min: 0, max: 1, noNaN: true });
const endOf = (places: readonly PartPlace[]): number => places[places.length - 1]?.to ?? 0;

describe('places of a prompter’s text', () => {
  it('lead from characters to pixels and back', () => {
    fc.assert(
      fc.property(parts, part, (places, share) => {
        const at = endOf(places) * share;
        expect(atOf(places, yOf(places, at))).toBeCloseTo(at, 6);
      }),
    );
  });

  it('never go up while the text goes on', () => {
    fc.assert(
      fc.property(parts, part, part, (places, a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)].map(
          (share) => share * endOf(places),
        );
        expect(yOf(places, second ?? 0)).toBeGreaterThanOrEqual(yOf(places, first ?? 0));
      }),
    );
  });

  it('stand in a run where they are by themselves, at every moment of it', () => {
    fc.assert(
      fc.property(parts, part, (places, share) => {
        const end = endOf(places);
        const from = end * share * 0.9;
        const steps = runSteps(places, from, end);
        expect(steps[0]).toEqual({ offset: 0, y: yOf(places, from) });
        expect(steps[steps.length - 1]).toEqual({ offset: 1, y: yOf(places, end) });
        for (const [index, { offset, y }] of steps.entries()) {
          expect(offset).toBeGreaterThanOrEqual(steps[index - 1]?.offset ?? 0);
          expect(y).toBeCloseTo(yOf(places, from + (end - from) * offset), 6);
        }
      }),
    );
  });
});
