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

describe('measured figures', () => {
  const format = createFormat('en');

  it.each([
    [0.62, '62.0%'],
    [0.241, '24.1%'],
    [0, '0.0%'],
    [1, '100.0%'],
  ])('the share %f stands as %s, as every other of its column', (fraction, text) => {
    expect(format.share(fraction)).toBe(text);
  });

  it('what people set keeps its own decimals', () => {
    expect([0.05, 0.068].map((fraction) => format.percent(fraction))).toEqual(['5%', '6.8%']);
  });

  it.each([
    [0.12, '+12.0%', '+12.0'],
    [-0.004, '\u22120.4%', '\u22120.4'],
    [0.000_04, '0.0%', '0.0'],
    [-0.000_04, '0.0%', '0.0'],
  ])(
    'the change %f has its sign and a tenth, and none where it is written as 0',
    (by, share, points) => {
      expect([format.signedShare(by), format.points(by)]).toEqual([share, points]);
    },
  );

  it.each([
    [1_328.6, '1,329'],
    [-250.4, '\u2212250'],
    [99.44, '99.4'],
    [13, '13'],
  ])('the mean %f is %s wherever it stands', (value, text) => {
    expect(format.number(value)).toBe(text);
  });
});
