import fc from 'fast-check';
import { expect, test } from 'vitest';

import { visibleControls } from '#shared/lib/visible-controls.ts';
import { readPayloads } from '#tests/support/payloads.ts';

const STEERING = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/u;

test('no payload steers a terminal', () => {
  for (const { id, text } of readPayloads())
    expect(visibleControls(text), id).not.toMatch(STEERING);
  expect(visibleControls('\u001b[31mred\u009b0m')).toBe('\\u001b[31mred\\u009b0m');
});

test('any text is free of them, and JSON says the same as before', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visibleControls(text)).not.toMatch(STEERING);
      expect(JSON.parse(visibleControls(JSON.stringify(text)))).toBe(text);
    }),
  );
});

test('text of people stays as it is', () => {
  for (const text of ['亚麻衬衫 👨‍👩‍👧 ok', 'مرحبا', 'a\u200Db'])
    expect(visibleControls(text)).toBe(text);
});
