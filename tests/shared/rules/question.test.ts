import { describe, expect, it } from 'vitest';

import { isQuestion } from '#shared/rules/question.ts';

describe('isQuestion', () => {
  it.each([
    '会缩水吗',
    '这件有黑色吗～',
    '170 穿什么码',
    '多少钱',
    '主播身上这件几号链接',
    '什么时候发货',
    '有没有 M 码',
    '怎么下单',
    '哪个是三号？？',
    'does it ship to Malaysia?',
    'is the linen pre-washed',
    'how much for the blazer',
    '好看吗?）',
  ])('asks: %s', (text) => {
    expect(isQuestion(text)).toBe(true);
  });

  it.each([
    '1',
    '?',
    '？？？',
    '已拍！',
    '哈哈哈哈',
    '价格再便宜点就下单了',
    'is it',
    'nice shirt',
    'What',
    '',
  ])('does not ask: %s', (text) => {
    expect(isQuestion(text)).toBe(false);
  });

  it('a long speech with a question word in it is no question', () => {
    expect(isQuestion(`${'我觉得这件衣服真的很好看'.repeat(6)}什么的`)).toBe(false);
  });
});
