import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { foldText } from '#shared/rules/risk-words/fold-text.ts';
import { riskMatcher, starterEntries } from '#shared/rules/risk-words/starter.ts';

const Line = z.strictObject({
  text: z.string().min(1),
  language: z.enum(['zh-CN', 'en']),
  phrase: z.string().optional(),
});

function lines(name: string): z.infer<typeof Line>[] {
  const path = fileURLToPath(
    new URL(`../../../fixtures/risk-words/${name}.jsonl`, import.meta.url),
  );
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Line.parse(JSON.parse(line)));
}

const matcher = riskMatcher([]);
const keyOf = (phrase: string): string => {
  const { units, length } = foldText(phrase);
  return String.fromCharCode(...units.slice(0, length));
};

describe('the list that comes with the product', () => {
  test('has 150 Chinese and 60 English entries at least, none of them twice', () => {
    const entries = starterEntries();
    const isChinese = (text: string): boolean => /[\u3400-\u9fff]/u.test(text);
    expect(entries.filter(({ phrase }) => isChinese(phrase)).length).toBeGreaterThanOrEqual(150);
    expect(entries.filter(({ phrase }) => !isChinese(phrase)).length).toBeGreaterThanOrEqual(60);
    expect(new Set(entries.map(({ phrase }) => keyOf(phrase))).size).toBe(entries.length);
  });

  test('every exception holds its phrase: else it would excuse nothing', () => {
    const idle = starterEntries().flatMap(({ phrase, except }) =>
      except.filter((each) => !keyOf(each).includes(keyOf(phrase))),
    );
    expect(idle).toEqual([]);
  });
});

describe('of everyday sentences', () => {
  test.each(['zh-CN', 'en'] as const)('at most two in a hundred are flagged (%s)', (language) => {
    const own = lines('everyday').filter((line) => line.language === language);
    expect(own.length).toBeGreaterThanOrEqual(100);
    const flagged = own.filter(({ text }) => matcher.find(text).length > 0).map(({ text }) => text);
    expect(flagged.length / own.length, flagged.join('\n')).toBeLessThanOrEqual(0.02);
  });
});

test('every planted phrase is found, however it is hidden', () => {
  const planted = lines('planted');
  expect(planted.length).toBeGreaterThanOrEqual(100);
  const missed = planted.filter(
    ({ text, phrase }) =>
      !matcher.find(text).some(({ entry }) => keyOf(entry.phrase).includes(keyOf(phrase ?? ''))),
  );
  expect(missed).toEqual([]);
});
