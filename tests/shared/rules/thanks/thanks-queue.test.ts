import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { CUE_TEXT_MAX } from '#shared/model/cue.ts';
import { THANKS_EXPIRE_MS, THANKS_KINDS } from '#shared/model/thanks.ts';
import { BigOrders } from '#shared/rules/thanks/big-orders.ts';
import { ThanksQueue, type ThanksReason } from '#shared/rules/thanks/thanks-queue.ts';
import { thanksText } from '#shared/rules/thanks/thanks-text.ts';

function gift(seq: number, name: string, more: Partial<ThanksReason> = {}): ThanksReason {
  return { seq, ts: seq * 1_000, kind: 'gift', person: name, name, gift: '小心心', ...more };
}

function queueOf(...reasons: readonly ThanksReason[]): ThanksQueue {
  const queue = new ThanksQueue();
  for (const reason of reasons) queue.add(reason);
  return queue;
}

describe('thanks', () => {
  test('name up to three people, the newest first, each once', () => {
    const [due] = queueOf(gift(1, '小林'), gift(2, '阿梅'), gift(3, '小林')).due();
    expect(due).toMatchObject({ id: 1, names: ['小林', '阿梅'], people: 2, gift: '小心心' });
    expect(due && thanksText(due, 'zh')).toBe('谢谢小林、阿梅送的小心心');
    expect(due && thanksText(due, 'en')).toBe('Thank 小林 and 阿梅 for 小心心');
  });

  test('are folded where many are due', () => {
    const many = Array.from({ length: 12 }, (_, index) => gift(index + 1, `Fan ${index}`));
    const [due] = queueOf(...many).due();
    expect(due && thanksText(due, 'zh')).toBe('谢谢 Fan 11等 12 位送的小心心');
    expect(due && thanksText(due, 'en')).toBe('Thank Fan 11 and 11 others for 小心心');
  });

  test('say a friend for a name that must not be read, and begin with one that can', () => {
    const queue = queueOf(gift(1, '小林'), gift(2, '加微信123'), gift(3, '', { person: null }));
    const [due] = queue.due();
    expect(due).toMatchObject({ names: ['小林', null, null], people: 3 });
    expect(due && thanksText(due, 'zh')).toBe('谢谢小林、这位朋友、这位朋友送的小心心');
  });

  test('of different gifts name none', () => {
    const [due] = queueOf(gift(1, 'A'), gift(2, 'B', { gift: '火箭' })).due();
    expect(due).toMatchObject({ gift: null });
    expect(due && thanksText(due, 'en')).toBe('Thank B and A for the gifts');
  });

  test('stand in one order, raids first; each kind has its sentence', () => {
    const queue = queueOf(
      gift(1, 'A', { kind: 'member', gift: null }),
      gift(2, 'B', { kind: 'order', gift: null }),
      gift(3, 'C', { kind: 'raid', gift: null }),
    );
    expect(queue.due().map((due) => thanksText(due, 'zh'))).toEqual([
      '欢迎 C 带来的朋友们',
      '谢谢 B 的大单',
      '欢迎 A 加入粉丝团',
    ]);
    expect(queue.due().map((due) => thanksText(due, 'en'))).toEqual([
      'Welcome everyone from C',
      'Thank B for the big order',
      'Welcome A to the club',
    ]);
  });

  test('expire, and an event that was settled is never due again', () => {
    const queue = queueOf(gift(1, 'A'), gift(2, 'B'));
    expect(queue.expire(1_000 + THANKS_EXPIRE_MS)).toBe(true);
    expect(queue.due()).toMatchObject([{ id: 2, people: 1 }]);
    queue.settle(queue.seqsOf(2));
    expect(queue.due()).toEqual([]);
    // The streak goes on.
    expect(queue.add(gift(2, 'B'))).toBe(false);
    expect(queue.due()).toEqual([]);
    expect(queue.seqsOf(2)).toEqual([]);
  });
});

test('a big order is three times what is usual, once ten were paid', () => {
  const orders = new BigOrders();
  expect(orders.isBig('CNY', 90_000)).toBe(false);
  for (let paid = 0; paid < 9; paid += 1) expect(orders.isBig('CNY', 10_000)).toBe(false);
  expect(orders.isBig('CNY', 29_999)).toBe(false);
  expect(orders.isBig('CNY', 30_000)).toBe(true);
  expect(orders.isBig('USD', 900_000)).toBe(false);
});

const reason = fc.record({
  seq: fc.integer({ min: 1, max: 300 }),
  ts: fc.integer({ min: 0, max: 600_000 }),
  kind: fc.constantFrom(...THANKS_KINDS),
  person: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
  name: fc.string({ unit: 'grapheme', maxLength: 40 }),
  gift: fc.option(fc.string({ unit: 'grapheme', maxLength: 40 })),
});
const step = fc.oneof(
  { weight: 6, arbitrary: reason.map((of) => ({ of })) },
  { weight: 1, arbitrary: fc.constantFrom(...THANKS_KINDS).map((settled) => ({ settled })) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 900_000 }).map((nowTs) => ({ nowTs })) },
);

test('whatever comes: nothing is thanked twice, and every sentence fits a cue', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const queue = new ThanksQueue();
      const thanked: number[] = [];
      for (const each of steps) {
        if ('of' in each) queue.add(each.of);
        if ('nowTs' in each) queue.expire(each.nowTs);
        if ('settled' in each) {
          const due = queue.due().find(({ kind }) => kind === each.settled);
          const seqs = due === undefined ? [] : queue.seqsOf(due.id);
          thanked.push(...seqs);
          queue.settle(seqs);
        }
        for (const due of queue.due()) {
          expect(due.names.length).toBe(Math.min(due.people, 3));
          for (const language of ['zh', 'en'] as const) {
            expect(thanksText(due, language).length).toBeLessThanOrEqual(CUE_TEXT_MAX);
          }
        }
      }
      expect(new Set(thanked).size).toBe(thanked.length);
    }),
  );
});
