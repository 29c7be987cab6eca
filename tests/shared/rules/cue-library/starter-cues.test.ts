import { describe, expect, test } from 'vitest';

import { CUE_KINDS, CUE_TEXT_MAX } from '#shared/model/cue.ts';
import { fillCue } from '#shared/rules/cue-text/fill-cue.ts';
import { starterCues } from '#shared/rules/cue-library/starter-cues.ts';
import { languageOfText } from '#shared/rules/cue-text/text-language.ts';
import { riskMatcher } from '#shared/rules/risk-words/starter.ts';

const WORDS = riskMatcher([]);
/** Characters a host reads at a glance, at two metres; Latin ones are half as wide. */
const GLANCE = { zh: 24, en: 48 };

describe.each(['zh', 'en'] as const)('the starter library in %s', (language) => {
  const cues = starterCues(language);

  test('has at least sixty lines over every kind, none twice', () => {
    expect(cues.length).toBeGreaterThanOrEqual(60);
    const few = CUE_KINDS.filter((kind) => cues.filter((cue) => cue.kind === kind).length < 4);
    expect(few).toEqual([]);
    expect(new Set(cues.map(({ text }) => text)).size).toBe(cues.length);
  });

  test('has no word of risk, in no list of the product', () => {
    const risky = cues.flatMap(({ text }) =>
      WORDS.find(text).map(({ entry }) => `${text}: ${entry.phrase}`),
    );
    expect(risky).toEqual([]);
  });

  test('is read at a glance, in its own language, with variables that there are', () => {
    const long = cues.filter(({ text }) => text.length > GLANCE[language]);
    expect(long).toEqual([]);
    expect(cues.filter(({ text }) => text.length > CUE_TEXT_MAX)).toEqual([]);
    expect(cues.filter(({ text }) => languageOfText(text, 'any') !== language)).toEqual([]);
    expect(cues.flatMap(({ text }) => fillCue(text, {}).unknown)).toEqual([]);
  });
});
