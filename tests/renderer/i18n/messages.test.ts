import { describe, expect, it } from 'vitest';

import { createFormat } from '#renderer/i18n/format.ts';
import { systemLanguage } from '#renderer/i18n/language-preference.ts';
import { isMessageKey, messages } from '#renderer/i18n/messages.ts';
import { fill, translateCount } from '#renderer/i18n/translate.ts';
import { ERROR_CODES } from '#shared/contract/app-error.ts';
import { GapCause } from '#shared/model/gap.ts';
import { SOURCE_REASONS } from '#shared/model/source-reason.ts';
import { UnknownReason } from '#shared/model/metrics.ts';

const zhCn = Object.entries(messages['zh-CN']);
const en = Object.entries(messages.en);
const HAN = /\p{Script=Han}/u;

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
}

describe('the two languages', () => {
  it('have the same keys, none of them empty', () => {
    expect(Object.keys(messages.en).sort()).toEqual(Object.keys(messages['zh-CN']).sort());
    expect([...zhCn, ...en].filter(([, text]) => text.trim() === '' && text !== ' · ')).toEqual([]);
  });

  it('have the same placeholders in each sentence', () => {
    const differing = zhCn.filter(
      ([key, text]) =>
        isMessageKey(key) && placeholders(text).join() !== placeholders(messages.en[key]).join(),
    );
    expect(differing).toEqual([]);
  });

  it('no Chinese character stands in English, but for the name of the language', () => {
    const mixed = en.filter(([key, text]) => HAN.test(text) && !/language/i.test(key));
    expect(mixed).toEqual([]);
  });

  it('Chinese punctuation is full-width beside Chinese characters', () => {
    const halfWidth = zhCn.filter(([, text]) =>
      /\p{Script=Han}[,;:!?()]|[,;!?()]\p{Script=Han}|\p{Script=Han}\.(?!\w)/u.test(text),
    );
    expect(halfWidth).toEqual([]);
  });

  it('every error code and every reason of an unknown figure has its sentence', () => {
    const keys = [
      ...ERROR_CODES.map((code) => `error.${code}`),
      ...GapCause.options.flatMap((cause) => [`chat.gapCause.${cause}`, `review.gap.${cause}`]),
      ...UnknownReason.options.map((reason) => `metric.reason.${reason}`),
    ];
    expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
  });

  it('every reason of a source has its sentence and one line of advice', () => {
    const keys = SOURCE_REASONS.flatMap((code) => [
      `source.reason.${code}`,
      `source.advice.${code}`,
    ]);
    expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
    const advice = [...zhCn, ...en].filter(([key]) => key.startsWith('source.advice.'));
    expect(advice.filter(([, text]) => text.length > 100 || text.includes('\n'))).toEqual([]);
    const known = zhCn.map(([key]) => key).filter((key) => key.startsWith('source.reason.'));
    const codes = known.map((key) => key.replace('source.reason.', ''));
    expect(codes.toSorted()).toEqual([...SOURCE_REASONS, 'unknown'].toSorted());
  });

  it('every plural has both forms', () => {
    const singles = zhCn.filter(
      ([key]) => key.endsWith('.one') && !isMessageKey(key.replace(/\.one$/, '.other')),
    );
    expect(singles).toEqual([]);
  });
});

describe('filling', () => {
  it('fills what is given and leaves a forgotten placeholder visible', () => {
    expect(fill('{a} and {b}', { a: 1 })).toBe('1 and {b}');
  });

  it('picks the plural by the rules of the language', () => {
    expect(translateCount('en', 'chat.new', 1, {})).toBe('1 new message');
    expect(translateCount('en', 'chat.new', 1_200, {})).toBe('1,200 new messages');
    expect(translateCount('zh-CN', 'chat.new', 1, {})).toBe('1 条新消息');
  });
});

describe('formats', () => {
  const zh = createFormat('zh-CN');

  it('money drops the decimals of whole amounts only', () => {
    expect(zh.money(25_900, 'CNY', 2)).toBe('¥259');
    expect(zh.money(1_990, 'CNY', 2)).toBe('¥19.90');
    expect(zh.money(500, 'JPY', 0)).toBe('¥500');
    expect(createFormat('en').money(123_456, 'USD', 2)).toBe('$1,234.56');
  });

  it('clocks, spans and delays', () => {
    expect(zh.clock(6_138_000)).toBe('01:42:18');
    expect(zh.span(232_000)).toBe('3:52');
    expect(zh.span(3_832_000)).toBe('1:03:52');
    expect(zh.delay(210)).toBe('0.2 s');
    expect(zh.delay(14_200)).toBe('14 s');
    expect(zh.delay(124_000)).toBe('2:04');
    expect(zh.time(Date.UTC(2025, 9, 18, 13, 42), 'Asia/Shanghai')).toBe('21:42');
  });
});

it('the system’s languages decide in their order', () => {
  expect(systemLanguage(['de', 'zh-Hant-TW', 'en'])).toBe('zh-CN');
  expect(systemLanguage(['en-GB', 'zh'])).toBe('en');
  expect(systemLanguage(['fr'])).toBe('en');
});
