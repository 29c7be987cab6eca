import { ShowLift, type LiftResult } from '#shared/model/lift.ts';

import { REVIEW_START } from './sample-review.ts';

const none = { mean: null, low: null, high: null, without: null };

function result(figure: LiftResult['figure'], of: Partial<LiftResult>): LiftResult {
  return {
    figure,
    state: 'none',
    mean: 0.4,
    low: -2.1,
    high: 2.9,
    without: 30,
    n: 8,
    needed: null,
    ...of,
  };
}

/** A question that brought chat, a rescue that kept people, a push without effect, a script said once. */
export function sampleLift(language: 'zh-CN' | 'en'): ShowLift {
  const isZh = language === 'zh-CN';
  const ts = REVIEW_START + 50 * 60_000;
  const minute = ts / 60_000;
  const asks = isZh ? '想要的扣 1' : 'Type 1 if you want it';
  return ShowLift.parse({
    showId: 7,
    isPerThousand: true,
    things: [
      {
        thingId: 'push:2',
        subject: {
          kind: 'push',
          productId: 2,
          linkNumber: 3,
          name: isZh ? '山茶花面霜' : 'Camellia cream',
        },
        isKeeper: false,
        times: 9,
        togetherWith: null,
        results: [
          result('chat', {}),
          result('orders', { without: 2, mean: 0.1, low: -0.4, high: 0.6 }),
        ],
        money: null,
        actIds: ['push 1'],
      },
      {
        thingId: 'card:1',
        subject: { kind: 'card', cardId: 1, text: asks },
        isKeeper: false,
        times: 10,
        togetherWith: null,
        results: [
          result('chat', { state: 'found', mean: 18.4, low: 11.2, high: 26.9 }),
          result('orders', { state: 'found', mean: 1.2, low: 0.3, high: 2.3, without: 2 }),
          result('inflow', { state: 'tooFew', mean: 3, low: -20, high: 25, needed: 22 }),
        ],
        money: { lowMinor: 4_200, highMinor: 61_000, currency: 'CNY', orders: 312 },
        actIds: ['cue 1'],
      },
      {
        thingId: 'card:2',
        subject: {
          kind: 'card',
          cardId: 2,
          text: isZh ? '别走，马上开福袋' : 'Stay, the lucky bag opens next',
        },
        isKeeper: true,
        times: 7,
        togetherWith: null,
        results: [
          result('online', { state: 'found', mean: 52, low: 18, high: 87, without: 0, n: 7 }),
          result('leavers', { state: 'found', mean: -24, low: -41, high: -6, without: 260, n: 7 }),
        ],
        money: null,
        actIds: [],
      },
      {
        thingId: 'script:a',
        subject: { kind: 'script', title: isZh ? '开场' : 'Opening' },
        isKeeper: false,
        times: 1,
        togetherWith: null,
        results: [result('chat', { ...none, state: 'tooFew', n: 1, needed: 4 })],
        money: null,
        actIds: [],
      },
    ],
    acts: [
      {
        actId: 'cue 1',
        ts,
        figures: [
          {
            figure: 'chat',
            fromMinute: minute,
            minutes: 4,
            came: 118,
            expected: 74.25,
            matched: [minute - 40, minute + 30, minute - 22],
          },
        ],
      },
    ],
  });
}
