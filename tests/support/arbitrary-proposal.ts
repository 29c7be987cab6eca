import fc from 'fast-check';

const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const timestamp = fc.integer({ min: 0, max: 8.64e15 });
const count = fc.integer({ min: 0, max: 1e9 });
const positive = fc.integer({ min: 1, max: 1e6 });
const link = fc.integer({ min: 1, max: 999 });
const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const nullable = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value);

/** Fields of the facts about proposed cues, any of them. */
export const proposalShapes = {
  'cue.proposed': {
    ruleId: fc.constantFrom('inflow-falls', 'own-1'),
    name: nullable(fc.constantFrom('more', '进人')),
    cueKind: fc.constantFrom('rescue', 'next'),
    priority: fc.constantFrom('safety', 'low'),
    cardId: nullable(id),
    text: word,
    evidence: fc.oneof(
      fc.record({ kind: fc.constant('soldOut'), linkNumber: link }),
      fc.record({
        kind: fc.constant('question'),
        questionId: positive,
        sinceTs: timestamp,
        people: count,
      }),
      fc.record({
        kind: fc.constant('risk'),
        seq: positive,
        by: fc.constantFrom('spoken', 'cue', 'chat'),
      }),
    ),
    score: fc.record({
      urgency: count,
      evidence: count,
      lift: nullable(count),
      fatigue: count,
      dropped: count,
    }),
  },
  'cue.proposal_settled': {
    proposalSeq: positive,
    ruleId: fc.constantFrom('inflow-falls', 'own-1'),
    outcome: fc.constantFrom('sent', 'edited', 'auto', 'dropped', 'expired'),
    cueId: nullable(id),
    screenId: nullable(id),
  },
  'triggers.mode': { mode: fc.constantFrom('propose', 'auto', 'hold'), screenId: nullable(id) },
  'triggers.reset': { screenId: nullable(id) },
} as const;
