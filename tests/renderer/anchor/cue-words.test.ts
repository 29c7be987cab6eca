import fc from 'fast-check';
import { expect, test } from 'vitest';

import { cueWords, wordStarts } from '#renderer/anchor/cue-words.ts';

test('a Chinese word stays on one line, everything else is broken as ever', () => {
  const words = cueWords('新来的姐妹先别走');
  expect(words).toContainEqual({ text: '姐妹', script: 'han', isWhole: true });
  expect(cueWords('only 30 left')).toEqual([
    { text: 'only 30 left', script: 'latin', isWhole: false },
  ]);
});

test('words join to the text, and no whole one is longer than four characters', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[一-鿿，。a-z ]{0,30}$/)), (text) => {
      const words = cueWords(text);
      expect(words.map((word) => word.text).join('')).toBe(text);
      expect(words.filter((word) => word.isWhole && word.text.length > 4)).toEqual([]);
      for (const start of wordStarts(text)) {
        expect(start).toBeLessThan(Math.max(1, Array.from(text).length));
      }
    }),
  );
});
