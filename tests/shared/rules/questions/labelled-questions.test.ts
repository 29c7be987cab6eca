import { expect, test } from 'vitest';

import { likeness, SAME_FROM, topicOf } from '#shared/rules/questions/question-topic.ts';
import { labelledQuestions, scorePairs } from '#tests/support/labelled-questions.ts';

function meanTheSame(a: string, b: string): boolean {
  const [one, other] = [topicOf(a), topicOf(b)];
  return one !== null && other !== null && likeness(one, other) >= SAME_FROM;
}

/**
 * A wrong merge lets one answer close two questions, a missed one only makes two rows of one: so
 * precision is held high, recall as high as it was found to be. The rules were changed by what the
 * tuning halves say alone; the locked ones only measure.
 */
test.each([
  { name: 'zh-tuning', precision: 0.99, recall: 0.97 },
  { name: 'en-tuning', precision: 0.99, recall: 0.97 },
  { name: 'zh-locked', precision: 0.98, recall: 0.7 },
  { name: 'en-locked', precision: 0.98, recall: 0.62 },
])('$name: pairs are told apart', ({ name, precision, recall }) => {
  const score = scorePairs(labelledQuestions(name), meanTheSame);
  expect(score.precision, score.wrong.join('\n')).toBeGreaterThanOrEqual(precision);
  expect(score.recall, score.wrong.join('\n')).toBeGreaterThanOrEqual(recall);
});

test('each language has at least 150 pairs that mean the same, and as many that do not', () => {
  for (const language of ['zh', 'en']) {
    const halves = ['tuning', 'locked'].map((half) =>
      scorePairs(labelledQuestions(`${language}-${half}`), meanTheSame),
    );
    const same = halves.reduce((sum, { samePairs }) => sum + samePairs, 0);
    const all = halves.reduce((sum, { allPairs }) => sum + allPairs, 0);
    expect(same).toBeGreaterThanOrEqual(150);
    expect(all - same).toBeGreaterThanOrEqual(150);
  }
});

test('no question is in both halves', () => {
  for (const language of ['zh', 'en']) {
    const [tuning, locked] = ['tuning', 'locked'].map(
      (half) => new Set(labelledQuestions(`${language}-${half}`).groups.flat()),
    );
    expect([...(tuning ?? [])].filter((text) => locked?.has(text))).toEqual([]);
  }
});
