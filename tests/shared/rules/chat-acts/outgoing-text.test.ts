import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { outgoingText } from '#shared/rules/chat-acts/outgoing-text.ts';

describe('a typed line as it is sent', () => {
  test.each([
    ['  hello ', 'hello', 5],
    ['two\nlines\r\nand\ttabs', 'two lines and tabs', 18],
    ['👍🏽', '👍🏽', 2],
    ['缩水吗？', '缩水吗？', 4],
    ['1', '1', 1],
    ['?', '?', 1],
    ['…', '…', 1],
  ])('%j', (typed, text, characters) => {
    expect(outgoingText(typed)).toEqual({ text, characters });
  });

  test.each(['', ' ', '\n', '\u200b', '\u200d\u2060\ufeff', '\u3000', '\u202e\u202c'])(
    'nothing can be seen of %j',
    (typed) => {
      expect(outgoingText(typed)).toBeNull();
    },
  );

  test('is one line, however it was typed, and is sent the same when it is sent again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const first = outgoingText(typed);
        if (first === null) return;
        expect(first.text).not.toMatch(/[\p{Cc}\u2028\u2029]|^\s|\s$/u);
        expect(outgoingText(first.text)).toEqual(first);
      }),
    );
  });
});
