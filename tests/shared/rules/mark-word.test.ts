import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { MARK_WORD_MAX } from '#shared/model/person.ts';
import { normaliseChat } from '#shared/rules/chat-tags/normalise.ts';
import { markWordOf } from '#shared/rules/mark-word.ts';

describe('the word of a mark', () => {
  test.each([
    ['  老 街坊 ', '老 街坊'],
    ['two\nrow', 'two row'],
    ['\u202eعميل\u202c', 'عميل'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ['Z\u0351\u0352\u0353\u0354\u0355', 'Z\u0351\u0352'],
  ])('%j is kept as one line that turns nothing round', (typed, kept) => {
    expect(markWordOf(typed)).toEqual({ ok: true, value: kept.normalize('NFC') });
  });

  test('is refused where nothing can be seen, or too much', () => {
    for (const typed of ['', ' ', '\u200b\u200c\u200d', '\u3164', '\u2066\u2069', '\ufeff']) {
      expect(markWordOf(typed)).toMatchObject({ ok: false, error: { code: 'text_missing' } });
    }
    const long = markWordOf('九个字的词太长了吧');
    expect(long).toMatchObject({ ok: false, error: { params: { max: MARK_WORD_MAX, given: 9 } } });
  });

  test('whatever is typed: kept again it is the same, seen, one line and short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 24 }), (typed) => {
        const word = markWordOf(typed);
        if (!word.ok) return;
        expect(markWordOf(word.value)).toEqual(word);
        expect(normaliseChat(word.value)).not.toBe('');
        expect(word.value).not.toMatch(/[\r\n\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
