import { expect, test } from 'vitest';

import { codeFromFragment } from '#renderer/connection/pair.ts';
import { readPayloads } from '#tests/support/payloads.ts';

test('the code of a link is read from its fragment alone', () => {
  expect(codeFromFragment('#code=a%2Fb')).toBe('a/b');
  expect(codeFromFragment('#codes=a')).toBeNull();
  expect(codeFromFragment('')).toBeNull();
});

test('a link that nobody of us made opens the page all the same', () => {
  expect(codeFromFragment('#code=%')).toBe('%');
  for (const { id, text } of readPayloads()) {
    expect(() => codeFromFragment(`#code=${text}`), id).not.toThrow();
  }
});
