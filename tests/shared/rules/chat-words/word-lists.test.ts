import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { WORD_LISTS, WordLists } from '#shared/model/word-lists.ts';
import { normaliseChat } from '#shared/rules/chat-tags/normalise.ts';
import { tagLine } from '#shared/rules/chat-tags/tag-line.ts';
import { addOwnWords, readWordLists } from '#shared/rules/chat-words/word-lists.ts';

function tagged(text: string, lists: WordLists) {
  const line = normaliseChat(text);
  return addOwnWords(line, tagLine(line), readWordLists(lists));
}

describe('own words', () => {
  it('add a tag or a flag to what the rules say', () => {
    expect(tagged('求返图', { buying: ['返图'] }).tags).toEqual(['buying']);
    expect(tagged('有返图吗', { buying: ['返图'] }).tags).toEqual(['question', 'buying']);
    expect(tagged('这家用甲醛布', { risk: ['甲醛'] }).flags).toEqual(['risk']);
  });

  it('win over the rules where a line cannot be both', () => {
    expect(tagged('太贵了', { praise: ['太贵'] }).tags).toEqual(['praise']);
    expect(tagged('加V领福利', { buying: ['领福利'] })).toEqual({
      tags: ['buying'],
      flags: ['contact'],
    });
    expect(tagged('好看', { spam: ['好看'] }).tags).toEqual(['spam']);
  });

  it('leave lines alone that hold none of them', () => {
    expect(tagged('好看', { risk: ['甲醛'], spam: ['/\\d{8}/'] })).toEqual(tagLine('好看'));
  });
});

describe('what cannot stand together', () => {
  it('is named: one word for praise and complaint, or for spam and anything else', () => {
    const { faults, words } = readWordLists({ complaint: ['绝了'], praise: ['绝了', '好'] });
    expect(faults).toEqual([
      { why: 'contradicts', list: 'praise', index: 0, typed: '绝了', other: 'complaint' },
    ]);
    expect(words.get('praise')?.map(({ typed }) => typed)).toEqual(['好']);
    expect(readWordLists({ buying: ['ＶIP'], spam: ['vip'] }).faults).toMatchObject([
      { why: 'contradicts', list: 'spam', other: 'buying' },
    ]);
  });

  it('is not a word in two lists that do not exclude each other, nor one twice in a list', () => {
    const { faults, words } = readWordLists({
      question: ['尺码'],
      size_shipping: ['尺码', '尺码'],
      risk: ['尺码'],
    });
    expect(faults).toEqual([]);
    expect(words.get('size_shipping')).toHaveLength(1);
  });

  it('names each faulty word with its list and place, and keeps the others', () => {
    const { faults, words } = readWordLists({ buying: ['返图', '/(a+)+/'], risk: ['/[/'] });
    expect(faults).toMatchObject([
      { why: 'repeat_in_repeat', list: 'buying', index: 1, typed: '/(a+)+/' },
      { why: 'bad_syntax', list: 'risk', index: 0 },
    ]);
    expect(words.get('buying')).toHaveLength(1);
  });

  it('any lists: no fault is thrown, and what is tagged is in order', () => {
    const list = fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 3 });
    const lists = fc.dictionary(fc.constantFrom(...WORD_LISTS), list);
    fc.assert(
      fc.property(lists, fc.string({ unit: 'binary', maxLength: 30 }), (given, text) => {
        const { tags } = tagged(text, WordLists.parse(given));
        expect(WORD_LISTS.filter((each) => tags.some((tag) => tag === each))).toEqual(tags);
      }),
    );
  });
});
