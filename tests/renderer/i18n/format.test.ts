import { describe, expect, it } from 'vitest';

import { createFormat } from '#renderer/i18n/format.ts';

describe('numbers for narrow places', () => {
  it.each([
    ['zh-CN', 9_999, '9,999'],
    ['zh-CN', 75_000, '7.5万'],
    ['zh-CN', 150_000, '15万'],
    ['en', 9_999, '9,999'],
    ['en', 75_000, '75K'],
    ['en', 1_500_000, '1.5M'],
  ] as const)('in %s %i is %s', (language, value, text) => {
    expect(createFormat(language).shortNumber(value)).toBe(text);
  });
});
