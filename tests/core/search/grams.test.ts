import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { indexGrams, typedGrams } from '#core/search/grams.rules.ts';
import { searchForm } from '#shared/rules/search-text.ts';

describe('grams', () => {
  test.each([
    ['价格', ['价格']],
    ['多少钱', ['多少', '少钱']],
    ['价', ['价']],
    ['size', ['siz', 'ize']],
    ['xl', ['xl']],
    ['买size吗', ['买s', 'siz', 'ize', 'e吗']],
    ['a b', ['a', 'b']],
    ['🔥🔥', ['🔥🔥']],
    ['', []],
  ])('of %j, typed', (form, grams) => {
    expect(typedGrams(form)).toEqual(grams);
  });

  test('no sign stays that would part words for the engine', () => {
    const parted = Array.from(indexGrams('a"b*c (d)-e: %f_').join('')).filter(
      (character) => character < '\u0080' && !/[a-z0-9]/.test(character),
    );
    expect(parted).toEqual([]);
  });

  test('a long text is asked for by a few of its grams', () => {
    expect(typedGrams('这是一句很长很长的话要多少钱才能买到呢')).toHaveLength(10);
  });

  test('a line that holds what was typed holds all of its grams', () => {
    const unit = fc.constantFrom(...Array.from('ab1 价格多少"*-🔥é'));
    const text = fc.string({ unit, maxLength: 20 });
    fc.assert(
      fc.property(text, text, text, (before, typed, after) => {
        const held = new Set(indexGrams(searchForm(`${before}${typed}${after}`)));
        const form = searchForm(typed);
        if (!searchForm(`${before}${typed}${after}`).includes(form)) return;
        for (const gram of typedGrams(form)) expect(held).toContain(gram);
      }),
    );
  });
});
