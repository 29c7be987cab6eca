import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { riskMatcher } from '#shared/rules/risk-words/starter.ts';
import { NAME_WIDTH, safeName } from '#shared/rules/thanks/safe-name.ts';

describe('a name that is read aloud', () => {
  test.each([
    ['小林', '小林'],
    ['  Mei  Ling ', 'Mei Ling'],
    ['小\u200b林\u202e', '小林'],
    ['🌸小林🌸✨', '小林'],
    ['★彡 Kira 彡★', '彡 Kira 彡'],
    ['ｋｉｒａ', 'kira'],
    ['Z\u0301\u0301\u0301\u0301alg\u0300\u0300\u0300o', 'Źalgo'],
    ['ที่รัก', 'ที่รัก'],
    ['José', 'José'],
    ['Ирина', 'Ирина'],
    ['山里的柚子14', '山里的柚子14'],
    ['quiet_moth101', 'quiet_moth101'],
    ['{商品}', '商品'],
    ['一二三四', '一二三四'],
  ])('%s is %s', (name, said) => expect(safeName(name)).toBe(said));

  test('is cut where it is long, never within a character', () => {
    expect(safeName('长'.repeat(40))).toBe('长'.repeat(NAME_WIDTH / 2));
    expect(safeName('the quick brown fox jumps over')).toBe('the quick brown fox');
    expect(safeName('𠮷'.repeat(40))).toBe('𠮷'.repeat(NAME_WIDTH / 2));
  });
});

describe('a name that is not read', () => {
  test.each([
    ['nothing is left of', '🌸🌸🌸'],
    ['nothing is left of', '\u200b\u200b'],
    ['nothing is left of', '……'],
    ['a link', 'best-deals.com'],
    ['a link', 'https://x.y'],
    ['a link', 'shop 。cn'],
    ['a number to call', '小林13800138000'],
    ['a number to call', '1 3 8-0013-8000'],
    ['a number to call', '一三八零零一三八'],
    ['a number to call', '①③⑧⓪⓪①③'],
    ['a handle', 'mei@mail'],
    ['a way to lead people away', '加微信看更多'],
    ['a way to lead people away', 'V X 小店'],
    ['an insult', '你是傻 逼'],
    ['an insult', 'F u c k you'],
    ['somebody of the room', '官方客服'],
    ['somebody of the room', 'Official_Store'],
    ['letters of two scripts', 'Аdmin'],
    ['letters of two scripts', 'Mаria'],
    ['a word of risk', '全网最低价'],
  ])('%s: %s', (_why, name) => expect(safeName(name)).toBeNull());
});

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '小',
        '林',
        'a',
        'Я',
        '1',
        '七',
        ' ',
        '\u202e',
        '\u200d',
        '😀',
        '.com',
        '加v',
        '{',
        '\u0301',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
);

test('whatever somebody calls themselves: what is read is short, seen, harmless and stays the same', () => {
  const words = riskMatcher([]);
  fc.assert(
    fc.property(anything, (name) => {
      const said = safeName(name);
      const text = said ?? '小林';
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Extended_Pictographic}{}]/u);
      expect(text).toMatch(/[\p{L}\p{N}]/u);
      expect(text.trim()).toBe(text);
      expect([...text].length).toBeLessThanOrEqual(NAME_WIDTH);
      expect((text.match(/\d/gu) ?? []).length).toBeLessThan(7);
      expect(words.find(text)).toEqual([]);
      expect(safeName(text)).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});
