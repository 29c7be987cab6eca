import { describe, expect, it } from 'vitest';

import { INTENT_TAGS } from '#shared/rules/chat-tags/intent-tag.ts';
import { normaliseChat } from '#shared/rules/chat-tags/normalise.ts';
import { isQuestion, tagLine } from '#shared/rules/chat-tags/tag-line.ts';
import { labelledLines, laterLines, scoreLines } from '#tests/support/labelled-lines.ts';

const tagsOf = (text: string) => tagLine(normaliseChat(text)).tags;

describe.each(['zh', 'en'] as const)('the labelled lines: %s', (language) => {
  const lines = labelledLines(language);
  const locked = lines.filter(({ half }) => half === 'locked');

  it('are enough, each once, in two halves of about the same size', () => {
    expect(new Set(lines.map(({ text }) => text)).size).toBe(lines.length);
    expect(lines.length).toBeGreaterThanOrEqual(600);
    expect(Math.abs(lines.length - 2 * locked.length)).toBeLessThan(lines.length / 10);
    for (const tag of INTENT_TAGS) {
      expect(lines.filter(({ tags }) => tags.includes(tag)).length).toBeGreaterThanOrEqual(60);
    }
    const locks = new Set(locked.map(({ text }) => text));
    expect(laterLines(language).some(({ text }) => locks.has(text))).toBe(false);
  });

  it('locked: 95 of 100 given tags are right and 90 of 100 wanted ones given', () => {
    const { all } = scoreLines(locked, tagsOf);
    expect(all.precision).toBeGreaterThanOrEqual(0.95);
    expect(all.recall).toBeGreaterThanOrEqual(0.9);
  });

  it.each(INTENT_TAGS)('locked, %s: precision 0.9, recall 0.8', (tag) => {
    const score = scoreLines(locked, tagsOf).byTag[tag];
    expect(score.wanted).toBeGreaterThanOrEqual(25);
    expect(score.precision).toBeGreaterThanOrEqual(0.9);
    expect(score.recall).toBeGreaterThanOrEqual(0.8);
  });

  it('later lines: precision 0.95, recall 0.95', () => {
    const { all } = scoreLines(laterLines(language), tagsOf);
    expect(all.precision).toBeGreaterThanOrEqual(0.95);
    expect(all.recall).toBeGreaterThanOrEqual(0.95);
  });

  it('ask by the short way just what their tags say, alone and one after another', () => {
    const texts = [...lines, ...laterLines(language)].map(({ text }) => text);
    const pairs = texts.map((text, place) => `${text} ${texts[(place * 7) % texts.length] ?? ''}`);
    const differing = [...texts, ...pairs].filter(
      (text) => isQuestion(text) !== tagsOf(text).includes('question'),
    );
    expect(differing).toEqual([]);
  });
});
