import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { foldText } from '#shared/rules/risk-words/fold-text.ts';
import { RiskMatcher } from '#shared/rules/risk-words/matcher.ts';
import { AUTOMATON_MAX_UNITS, PhraseAutomaton } from '#shared/rules/risk-words/phrase-automaton.ts';
import { readRiskTable, type RiskEntry } from '#shared/rules/risk-words/risk-entry.ts';

const entry = (phrase: string, ...except: readonly string[]): RiskEntry => ({
  phrase,
  class: 'superlative',
  level: 'ban',
  instead: '',
  except,
  law: null,
  origin: 'own',
});
const found = (entries: readonly RiskEntry[], text: string): readonly string[] =>
  new RiskMatcher(entries, []).find(text).map(({ from, to }) => text.slice(from, to));

describe('a phrase is found', () => {
  test.each([
    ['as it is', '这是全网最低的价', '全网最低'],
    ['in full width and capitals', '１００％ＳＡＦＥ，放心', '１００％ＳＡＦＥ'],
    ['in traditional characters', '全網最低', '全網最低'],
    ['with something set between', '全 网·最*低', '全 网·最*低'],
    ['with what cannot be seen between', '全\u200B网\u2060最低', '全\u200B网\u2060最低'],
    ['with its letters apart', 'add W e C h a t now', 'W e C h a t'],
    ['with its words joined by a hyphen', 'it is risk-free!', 'risk-free'],
    ['beside Chinese', '加vx聊', 'vx'],
    ['with a character in letters', '全wang最低，拍', '全wang最低'],
    ['with all of them in letters', 'quan2 wang3 zui4 di1', 'quan2 wang3 zui4 di'],
    ['with letters apart', 'q.u.a.n网zuì低', 'q.u.a.n网zuì低'],
    ['with a character of its sound', '荃网最低', '荃网最低'],
    ['with one that is drawn alike', '全网蕞低', '全网蕞低'],
    ['with pictures between', '全🔥网🔥最🔥低', '全🔥网🔥最🔥低'],
    ['with stops between all of it', '全，网，最，低', '全，网，最，低'],
    ['in letters of another script', 'add wеchаt now', 'wеchаt'],
    ['with digits for letters', 'add w3ch@t now', 'w3ch@t'],
    ['with letters for digits', 'it is 1OO%safe', '1OO%safe'],
    ['in letters of two units', 'add 𝘄𝗲𝗰𝗵𝗮𝘁 now', '𝘄𝗲𝗰𝗵𝗮𝘁'],
  ])('%s', (_how, text, shown) => {
    const entries = ['全网最低', '100%safe', 'wechat', 'risk free', 'vx'].map((each) =>
      entry(each),
    );
    expect(found(entries, text)).toEqual([shown]);
  });

  test.each([
    ['不是全网最低，别家也有'],
    ['我们没有全网最低'],
    ['this is not risk free'],
    ['it will never be 100% safe'],
  ])('but not where it is denied: %s', (text) => {
    const entries = ['全网最低', 'risk free', '100%safe'].map((each) => entry(each));
    expect(found(entries, text)).toEqual([]);
  });

  test('a denial that affirms is none', () => {
    expect(found([entry('治愈')], '不治愈不要钱')).toEqual(['治愈']);
    expect(found([entry('最便宜')], '没有最便宜，只有更便宜')).toEqual(['最便宜']);
  });

  test('a word of letters by chance is none', () => {
    expect(found([entry('根治'), entry('改命')], 'gaiminghao gen zhile zhang')).toEqual([]);
  });

  test('over no end of a sentence', () => {
    expect(found([entry('最低价')], '颜色最低，价格另说。最。低价')).toEqual([]);
  });

  test('as a word alone, where it is of letters', () => {
    const cure = [entry('cure'), entry('dm me')];
    expect(found(cure, 'a secure place, procured by us; ad mmell; adm me')).toEqual([]);
    expect(found(cure, 'cure, DM me')).toEqual(['cure', 'DM me']);
  });

  test('but not where it is harmless, and not twice inside a longer one', () => {
    const list = [entry('最', '最后', '最近'), entry('最低价'), entry('全网最低价')];
    expect(found(list, '最后三分钟，最近很忙')).toEqual([]);
    expect(found(list, '全网最低价，最好')).toEqual(['全网最低价', '最']);
  });
});

describe('the automaton', () => {
  const unit = fc.constantFrom(1, 2, 3);
  const phrase = fc.array(unit, { minLength: 1, maxLength: 5 });

  test('finds what looking for each by itself finds', () => {
    fc.assert(
      fc.property(
        fc.array(phrase, { maxLength: 12 }),
        fc.array(unit, { maxLength: 60 }),
        (phrases, text) => {
          const automaton = new PhraseAutomaton(phrases.map((each) => Uint16Array.from(each)));
          const seen: string[] = [];
          automaton.search(Uint16Array.from(text), text.length, (index, end) => {
            seen.push(`${index}@${end}`);
          });
          const expected = phrases.flatMap((each, index) =>
            text.flatMap((_, at) =>
              each.every((wanted, offset) => text[at + offset] === wanted)
                ? [`${index}@${at + each.length}`]
                : [],
            ),
          );
          expect(seen.toSorted()).toEqual(expected.toSorted());
        },
      ),
    );
  });

  test('refuses what it cannot hold', () => {
    const phrases = [new Uint16Array(AUTOMATON_MAX_UNITS + 1)];
    expect(() => new PhraseAutomaton(phrases)).toThrow(RangeError);
  });
});

test('what is compared keeps the place of every unit, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { places, length } = foldText(text);
      const kept = Array.from(places.slice(0, length));
      expect(kept).toEqual(kept.toSorted((a, b) => a - b));
      expect(new Set(kept).size).toBe(length);
      expect(kept.every((at) => at < text.length)).toBe(true);
    }),
  );
});

test('a table that is none is refused with its line', () => {
  expect(() => readRiskTable('最低价|price|ban||\n最低价|what|ban||', 'general', {})).toThrow(
    /line 2/,
  );
});
