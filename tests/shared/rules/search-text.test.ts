import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { searchForm, searchRanges } from '#shared/rules/search-text.ts';

/** Whatever a keyboard, a platform or a mean hand can put into a line. */
const PIECES: readonly string[] = [
  '价格',
  '多少',
  '价',
  'size',
  'SIZE',
  'é',
  'e\u0301',
  'ß',
  'İ',
  'ς',
  'Σ',
  '１２',
  'Ａ',
  'ﾊﾟ',
  'ﬁ',
  '…',
  '①',
  '㎏',
  '가',
  '\u1100\u1161',
  '🔥',
  '👨‍👩‍👧',
  '\u200b',
  '\u202e',
  'שלום',
  'مرحبا',
  ' ',
  '  ',
  '\t',
  '\u3000',
  '"',
  '*',
  '-',
  '(',
  '.*',
  'NEAR',
  'OR',
  '%',
  '_',
  "'",
  '\\',
  '\0',
  '\ud83d',
  '\udd25',
  '\u0301',
  '！',
  '，',
  '。',
  '～',
];
const pieces = fc.constantFrom(...PIECES);
const lines = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 12 });
const anyLine = lines.map((parts) => parts.join(''));

describe('the form of a text', () => {
  test.each([
    ['ＡＢＣ１２３！', 'abc123!'],
    ['  多少   钱\u3000 ', '多少 钱'],
    ['价\u200b格\ufeff', '价格'],
    ['e\u0301té', 'été'],
    ['ﬁne ①', 'fine 1'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['ｶﾞ', 'ガ'],
    ['👍\ufe0f', '👍'],
    ['\u202eabc', 'abc'],
    ['a\nb\0c', 'a b c'],
  ])('%j is %j', (text, form) => {
    expect(searchForm(text)).toBe(form);
  });

  test('has no form of its own but itself', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        expect(searchForm(searchForm(line))).toBe(searchForm(line));
      }),
      { numRuns: 400 },
    );
  });

  test('is the same by the quick way', () => {
    const plain = fc.string({
      unit: fc.constantFrom(...Array.from('aZ09 !~价格。、，！？Ａｚ～')),
    });
    // A character that only the slow way knows, and that leaves nothing behind.
    fc.assert(
      fc.property(plain, (line) => {
        expect(searchForm(line)).toBe(searchForm(`\u200b${line}`));
      }),
    );
  });
});

describe('the places of what was typed', () => {
  test.each([
    ['这个价格，什么价格？', '价格', ['价格', '价格']],
    ['What SIZE is it', 'size', ['SIZE']],
    ['ＳＩＺＥ 大', 'size', ['ＳＩＺＥ']],
    ['价\u200b格', '价格', ['价\u200b格']],
    ['many  spaces', 'many spaces', ['many  spaces']],
    ['…', '.', ['…']],
    ['👨‍👩‍👧 好', '好', ['好']],
    ['nothing', '价格', []],
  ])('in %j of %j', (text, typed, marked) => {
    const ranges = searchRanges(text, searchForm(typed));
    expect(ranges.map(([from, to]) => text.slice(from, to))).toEqual(marked);
  });

  test('lie in the text, in order, and are there exactly when the form holds it', () => {
    fc.assert(
      fc.property(anyLine, anyLine, (line, typed) => {
        const form = searchForm(typed);
        const ranges = searchRanges(line, form);
        expect(ranges.length > 0).toBe(form !== '' && searchForm(line).includes(form));
        let last = 0;
        for (const [from, to] of ranges) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(searchForm(line.slice(from, to))).toContain(form.slice(0, 1));
          last = to;
        }
        expect(last).toBeLessThanOrEqual(line.length);
      }),
      { numRuns: 400 },
    );
  });

  test('are found for every part of a line', () => {
    fc.assert(
      fc.property(anyLine, fc.nat(), fc.nat(), (line, one, other) => {
        const form = searchForm(line);
        const [from, to] = [one % (form.length + 1), other % (form.length + 1)].toSorted(
          (a, b) => a - b,
        );
        const typed = form.slice(from, to).trim();
        expect(searchRanges(line, typed).length > 0).toBe(typed !== '');
      }),
    );
  });
});
