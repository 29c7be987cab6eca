import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Question } from '#shared/model/question.ts';
import { urgentQuestions } from '#shared/rules/questions/urgent-questions.ts';
import { sampleQuestion } from '#tests/support/sample-questions.ts';

const MINUTE_MS = 60_000;
const NOW = 100 * MINUTE_MS;

function owed(id: number, people: number, askedMinutesAgo: number, lastMinutesAgo = 0): Question {
  return Question.parse(
    sampleQuestion({
      id,
      people,
      isDebt: true,
      firstTs: NOW - askedMinutesAgo * MINUTE_MS,
      lastTs: NOW - lastMinutesAgo * MINUTE_MS,
    }),
  );
}
const idsOf = (questions: readonly Question[]) => questions.map(({ id }) => id);

describe('urgentQuestions', () => {
  it('are those for which most people have waited longest, in the order of the list', () => {
    const open = [owed(1, 3, 5), owed(2, 14, 4), owed(3, 40, 2), owed(4, 5, 1)];
    expect(idsOf(urgentQuestions(open, NOW, 2))).toEqual([2, 3]);
  });

  it('what is still asked comes before what nobody asked for ten minutes', () => {
    const open = [owed(1, 80, 60, 11), owed(2, 3, 1)];
    expect(idsOf(urgentQuestions(open, NOW, 1))).toEqual([2]);
    expect(idsOf(urgentQuestions(open, NOW, 2))).toEqual([1, 2]);
  });

  it('leaves out what few ask', () => {
    const few = Question.parse(sampleQuestion({ id: 9, firstTs: 0, lastTs: NOW }));
    expect(urgentQuestions([few], NOW, 3)).toEqual([]);
  });

  it('is a part of the list in its order, and more places only add to it', () => {
    const question = fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.nat({ max: 90 }), fc.nat({ max: 30 }))
      .map(([people, age, last]) => [people, age, Math.min(age, last)] as const);
    fc.assert(
      fc.property(fc.array(question, { maxLength: 12 }), fc.nat({ max: 6 }), (rows, count) => {
        const open = rows.map(([people, age, last], at) => owed(at + 1, people, age, last));
        const fewer = idsOf(urgentQuestions(open, NOW, count));
        expect(fewer).toHaveLength(Math.min(count, open.length));
        expect(fewer).toEqual(fewer.toSorted((a, b) => a - b));
        expect(idsOf(urgentQuestions(open, NOW, count + 1))).toEqual(expect.arrayContaining(fewer));
      }),
    );
  });
});
