import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { RoomEvent } from '#shared/contract/room-event.ts';
import { TargetName, type TargetValue } from '#shared/model/show-target.ts';
import { heldTargets, heldTargetSeqs } from '#shared/rules/targets/held-targets.ts';
import { deskFact as fact } from '#tests/support/desk-fact.ts';

const NAMES = TargetName.options.slice(0, 4);

type Step =
  | { readonly kind: 'set'; readonly targets: readonly TargetValue[] }
  | { readonly kind: 'withdraw'; readonly of: number };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('set' as const),
      targets: fc.uniqueArray(
        fc.record({
          name: fc.constantFrom(...NAMES),
          value: fc.option(fc.integer({ min: 1, max: 9 })),
        }),
        { minLength: 1, selector: ({ name }) => name },
      ),
    }),
    fc.record({ kind: fc.constant('withdraw' as const), of: fc.nat(12) }),
  ),
  { maxLength: 12 },
);

const factsOf = (all: readonly Step[]): readonly RoomEvent[] =>
  all.map((step, at) =>
    step.kind === 'set'
      ? fact(at + 1, {
          kind: 'targets.set',
          targets: step.targets,
          currency: 'CNY',
          how: 'typed',
          fromShowId: null,
          screenId: null,
        })
      : fact(at + 1, { kind: 'targets.withdrawn', setSeq: step.of + 1 }),
  );

test('of each figure what was said of it last holds, without what was taken back', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const facts = factsOf(all);
      const isTakenBack = (at: number): boolean =>
        all.some((step) => step.kind === 'withdraw' && step.of === at);
      const expected = NAMES.flatMap((name) => {
        const said = all.flatMap((step, at) =>
          step.kind === 'set' && !isTakenBack(at)
            ? step.targets.filter((each) => each.name === name).map(({ value }) => ({ value, at }))
            : [],
        );
        const last = said.at(-1);
        return last === undefined || last.value === null
          ? []
          : [{ name, value: last.value, seq: last.at + 1 }];
      });
      const held = heldTargets(facts).map(({ name, value, seq }) => ({ name, value, seq }));
      expect(held).toEqual(expected);
      const seqs = heldTargetSeqs(facts);
      for (const { seq } of held) expect(seqs).toContain(seq);
    }),
  );
});
