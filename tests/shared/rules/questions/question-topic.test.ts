import fc from 'fast-check';
import { expect, test } from 'vitest';

import { likeness, SAME_FROM, topicOf } from '#shared/rules/questions/question-topic.ts';

function alike(a: string, b: string): boolean {
  const [one, other] = [topicOf(a), topicOf(b)];
  return one !== null && other !== null && likeness(one, other) >= SAME_FROM;
}

test.each([
  ['3号有货吗', '三号还有货吗'],
  ['Ｍ码有吗', '有没有m码'],
  ['XXL有吗', '有2XL吗'],
  ['会缩水吗？？？', '@小满 主播请问洗了会不会缩水啊'],
  ['does it SHRINK', "Won't it shrink in the wash?".replace("Won't", 'Will')],
])('%s is %s', (a, b) => expect(alike(a, b)).toBe(true));

test.each([
  ['3号有货吗', '5号有货吗'],
  ['M码有吗', 'L码有吗'],
  ['黑色还有吗', '白色还有吗'],
  ['能退吗', '不能退吗'],
  ['2件多少钱', '3件多少钱'],
  ['can I return it?', 'can I not return it?'],
  ['is number 3 in stock?', 'is number 5 in stock?'],
  ['size M available?', 'size L available?'],
])('%s is not %s', (a, b) => expect(alike(a, b)).toBe(false));

test('two languages are never one question', () => {
  expect(alike('会缩水吗 shrink', 'shrink?')).toBe(false);
  expect(alike('これはいくらですか', '这个多少钱')).toBe(false);
});

test.each(['？？', '真的吗', '???', '[doge]', '@mei', '什么', '', 'https://x.test/?a=1'])(
  '%j asks nothing that can be compared',
  (text) => expect(topicOf(text)).toBeNull(),
);

/** Halves of surrogate pairs included. */
const anyCharacter = fc.nat({ max: 0x10_ffff }).map((code) => String.fromCodePoint(code));

const anyText = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('会缩水吗有没不3号M码黑色 what is the 5?？@:[]\u0000\u202e🧥'),
    ),
    maxLength: 80,
  }),
);

test('any text is read, in one way, and is like itself', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const topic = topicOf(text);
      expect(topicOf(text)).toEqual(topic);
      expect(topic === null ? 1 : likeness(topic, topic)).toBe(1);
    }),
  );
});

test('likeness is the same both ways and between 0 and 1', () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      const [one, other] = [topicOf(a), topicOf(b)];
      if (one === null || other === null) return;
      const found = likeness(one, other);
      expect(found).toBe(likeness(other, one));
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(1);
    }),
  );
});
