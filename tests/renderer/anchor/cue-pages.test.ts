import { describe, expect, test } from 'vitest';

import { cuePages } from '#renderer/anchor/cue-pages.ts';
import { scriptRuns } from '#renderer/anchor/script-runs.ts';

const fitsUpTo = (length: number) => (part: string) => Array.from(part).length <= length;

describe('cue pages', () => {
  test('a cue that fits is one page', () => {
    expect(cuePages('新来的姐妹别走', fitsUpTo(20))).toEqual(['新来的姐妹别走']);
  });

  test('a longer one is cut in two after the punctuation', () => {
    expect(cuePages('新来的姐妹先别走，十点整抽三个福袋', fitsUpTo(10))).toEqual([
      '新来的姐妹先别走，',
      '十点整抽三个福袋',
    ]);
  });

  test('words and numbers stay whole, punctuation never begins a page', () => {
    const pages = cuePages('Welcome everyone, 3 bags go out at ten sharp tonight!', fitsUpTo(30));
    expect(pages).toEqual(['Welcome everyone, 3 bags go', 'out at ten sharp tonight!']);
  });

  test('a page does not end in the middle of a Chinese word', () => {
    const pages = cuePages('欢迎新来的姐妹们进直播间领优惠券', fitsUpTo(9));
    expect(pages.some((page) => page.endsWith('直') || page.endsWith('优'))).toBe(false);
  });

  test('a page ends after punctuation rather than after any word', () => {
    const pages = cuePages('Everyone who has ordered: pay now, only 30 left', fitsUpTo(28));
    expect(pages).toEqual(['Everyone who has ordered:', 'pay now, only 30 left']);
  });

  test('nothing is lost or doubled', () => {
    const text = '一二三四五六七八九十'.repeat(12);
    const pages = cuePages(text, fitsUpTo(16));
    expect(pages.join('')).toBe(text);
    expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(16);
  });

  test('surrogate pairs are not torn', () => {
    const pages = cuePages('🎁'.repeat(30), fitsUpTo(9));
    expect(pages.every((page) => /^(🎁)+$/u.test(page))).toBe(true);
  });

  test('an empty cue has no page; one that never fits ends', () => {
    expect(cuePages('  ', fitsUpTo(3))).toEqual([]);
    expect(cuePages('abc', () => false).join('')).toBe('abc');
  });
});

test('script runs join to the text', () => {
  expect(scriptRuns('2 号 亚麻 shirt')).toEqual([
    { script: 'latin', text: '2 ' },
    { script: 'han', text: '号 亚麻 ' },
    { script: 'latin', text: 'shirt' },
  ]);
});
