import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ProductId } from '#shared/model/ids.ts';
import { ApprovedAnswers, asksTheSame } from '#shared/rules/answers/approved-answers.ts';

const shirt = ProductId.parse(3);
const room = (question: string, answer: string) => ({ productId: null, question, answer });
const product = (question: string, answer: string) => ({ productId: shirt, question, answer });

describe('the approved answer to a question', () => {
  const answers = new ApprovedAnswers([
    room('发什么快递？', '顺丰'),
    room('会起球吗', '看面料'),
    product('起球吗', '不起球'),
    product('170 穿什么码', 'M'),
    room('does it shrink', 'No'),
  ]);

  test.each([
    ['发什么快递', '顺丰'],
    ['发哪家快递呀', '顺丰'],
    ['这个起球吗', '不起球'],
    ['170穿什么码？', 'M'],
    ['Does it shrink?', 'No'],
  ])('%s: %s', (question, answer) => {
    expect(answers.find(question)?.answer).toBe(answer);
  });

  test.each([['180 穿什么码'], ['多少钱'], ['??'], [''], ['怎么退货']])(
    '%s has none',
    (question) => {
      expect(answers.find(question)).toBeNull();
    },
  );

  test('of the product comes before the room’s, also word by word', () => {
    const both = new ApprovedAnswers([product('会起球吗', '不起球'), room('会起球吗', '看面料')]);
    expect(both.find('会起球吗')).toMatchObject({ productId: shirt, answer: '不起球' });
  });
});

test('a question that was answered is found in its own words, whatever they are', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40 }), (question) => {
      expect(new ApprovedAnswers([room(question, 'yes')]).find(question)?.answer).toBe('yes');
      expect(asksTheSame(question, ` ${question} `)).toBe(true);
    }),
  );
});
