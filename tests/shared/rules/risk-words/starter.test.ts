import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { RISK_LAYERS, RiskClass } from '#shared/model/risk-word.ts';
import { foldText } from '#shared/rules/risk-words/fold-text.ts';
import type { RiskMatcher } from '#shared/rules/risk-words/matcher.ts';
import { layerEntries, layeredMatcher, starterEntries } from '#shared/rules/risk-words/starter.ts';

const Line = z.strictObject({
  text: z.string().min(1),
  language: z.enum(['zh-CN', 'en']),
  phrase: z.string().optional(),
  class: RiskClass.optional(),
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

const matcher = layeredMatcher([]);
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

  test.each(RISK_LAYERS)('has a part for %s, none of it twice', (layer) => {
    const own = layerEntries(layer);
    expect(own.length).toBeGreaterThan(10);
    const keys = [...(layer === 'general' ? [] : starterEntries()), ...own].map(({ phrase }) =>
      keyOf(phrase),
    );
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(own.every(({ origin }) => origin === layer)).toBe(true);
  });

  test('every exception holds its phrase: else it would excuse nothing', () => {
    const idle = RISK_LAYERS.flatMap(layerEntries).flatMap(({ phrase, except }) =>
      except.filter((each) => !keyOf(each).includes(keyOf(phrase))),
    );
    expect(idle).toEqual([]);
  });
});

function shareFlagged(of: readonly z.infer<typeof Line>[], by: RiskMatcher): number {
  return of.filter(({ text }) => by.find(text).length > 0).length / of.length;
}

describe('of everyday sentences', () => {
  test.each(['zh-CN', 'en'] as const)('at most two in a hundred are flagged (%s)', (language) => {
    const own = lines('everyday').filter((line) => line.language === language);
    expect(own.length).toBeGreaterThanOrEqual(100);
    expect(shareFlagged(own, matcher)).toBeLessThanOrEqual(0.02);
    const ofTrades = lines('everyday-trades').filter((line) => line.language === language);
    expect(ofTrades.length).toBeGreaterThanOrEqual(100);
    expect(shareFlagged(ofTrades, matcher)).toBeLessThanOrEqual(0.01);
    // With every platform and trade at once, which no room has.
    expect(shareFlagged([...own, ...ofTrades], layeredMatcher(RISK_LAYERS))).toBeLessThanOrEqual(
      0.02,
    );
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

test('what is disguised as people disguise it is found too, under its class', () => {
  const planted = lines('planted-disguised');
  expect(planted.length).toBeGreaterThanOrEqual(200);
  const missed = planted.filter(
    (line) => !matcher.find(line.text).some(({ entry }) => entry.class === line.class),
  );
  expect(missed).toEqual([]);
});
