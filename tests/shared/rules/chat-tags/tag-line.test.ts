import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CHAT_FLAGS, INTENT_TAGS } from '#shared/rules/chat-tags/intent-tag.ts';
import { normaliseChat } from '#shared/rules/chat-tags/normalise.ts';
import { tagLine } from '#shared/rules/chat-tags/tag-line.ts';

const tagsOf = (text: string) => tagLine(normaliseChat(text)).tags;
const flagsOf = (text: string) => tagLine(normaliseChat(text)).flags;

describe('a question', () => {
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
    '這件多少錢',
    '有Ｓ码\u200b吗',
  ])('asks: %s', (text) => {
    expect(tagsOf(text)).toContain('question');
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
    'what a steal',
    'how cute',
    'who cares',
  ])('does not ask: %s', (text) => {
    expect(tagsOf(text)).not.toContain('question');
  });

  it('a long speech with a question word in it is no question', () => {
    expect(tagsOf(`${'我觉得这件衣服真的很好看'.repeat(6)}什么的`)).not.toContain('question');
  });
});

describe('what is denied, asked or set against something', () => {
  it.each([
    ['贵', ['complaint']],
    ['不贵', ['praise']],
    ['贵吗', ['question']],
    ['贵不贵', ['question']],
    ['怎么这么贵', ['question', 'complaint']],
    ['会起球吗', ['question']],
    ['起球了', ['complaint']],
    ['不起球', ['praise']],
    ['没有色差', ['praise']],
    ['不好看', ['complaint']],
    ['比专柜便宜', ['praise']],
    ['比某宝贵', ['complaint']],
    ['没有淘宝便宜', ['complaint']],
    ['有点贵但是质量好', ['praise']],
    ['not expensive', ['praise']],
    ['too expensive', ['complaint']],
    ['is it expensive', ['question']],
    ['why is it so expensive', ['question', 'complaint']],
    ['not cheap but so worth it', ['praise']],
    ['cute but overpriced', ['complaint']],
    ["doesn't pill", ['praise']],
    ['it pilled', ['complaint']],
  ])('%s: %j', (text, tags) => {
    expect(tagsOf(text)).toEqual(tags);
  });
});

describe('what the trade says', () => {
  it.each([
    ['666', ['praise']],
    ['1', []],
    ['111', []],
    ['扣1', ['buying']],
    ['有S码吗', ['question', 'size_shipping']],
    ['怎么拍', ['question', 'buying']],
    ['3号链接', ['buying']],
    ['上车', ['buying']],
    ['已拍', ['buying']],
    ['包邮吗', ['question', 'size_shipping']],
    ['第三次回购了', ['buying', 'praise']],
    ['主播好美', ['praise']],
    ['加V领福利', ['spam']],
    ['兼职日结', ['spam']],
    ['不想要', []],
    ['does it run small', ['question', 'size_shipping']],
    ['just ordered', ['buying']],
    ['fell apart', ['complaint']],
    ['follow for follow', ['spam']],
    ['cheap viewers', ['spam']],
    ['dm me', ['spam']],
  ])('%s: %j', (text, tags) => {
    expect(tagsOf(text)).toEqual(tags);
  });
});

describe('flags', () => {
  it.each([
    ['http://shop.example/free', ['link']],
    ['ｗｗｗ.cheap-bags.shop', ['link']],
    ['加我微信 vx12345', ['contact']],
    ['加\u200b➕Ｖ 领红包', ['contact']],
    ['电话 139 0000 0000', ['contact']],
    ['dm me for wholesale', ['contact']],
    ['卖假货 我要举报', ['risk']],
    ['this is a scam', ['risk']],
    ['19.9 还是 29.9', []],
    ['v领的好看', []],
    ['微信支付可以吗', []],
    ['hello everyone', []],
  ])('%s: %j', (text, flags) => {
    expect(flagsOf(text)).toEqual(flags);
  });
});

describe('any text', () => {
  const pieces = [
    '不',
    '贵',
    '吗',
    '好看',
    '链接',
    '加v',
    '?',
    ' ',
    'not ',
    'expensive ',
    'how ',
    '1',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
  );

  it('gets known tags, each once and in order; spam stands alone; nothing is thrown', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 400 }), (part, times) => {
        const { tags, flags } = tagLine(normaliseChat(part.repeat(times)));
        expect(tags).toEqual(INTENT_TAGS.filter((tag) => tags.includes(tag)));
        expect(flags).toEqual(CHAT_FLAGS.filter((flag) => flags.includes(flag)));
        expect(tags.includes('spam') && tags.length > 1).toBe(false);
        expect(tags.includes('praise') && tags.includes('complaint')).toBe(false);
      }),
    );
  });

  it('is read the same however it is dressed up', () => {
    fc.assert(
      fc.property(fc.constantFrom('有S码吗', 'too expensive', '求链接', 'dm me'), (line) => {
        const dressed = Array.from(line).join('\u200b').toUpperCase();
        expect(tagsOf(`\u202e${dressed}\u0301\u200d`)).toEqual(tagsOf(line));
      }),
    );
  });
});
