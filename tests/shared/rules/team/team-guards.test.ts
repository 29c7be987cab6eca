import { describe, expect, test } from 'vitest';

import { TEAM_GUARDS, type AssistantAnswer } from '#shared/model/assistant.ts';
import { ProductId } from '#shared/model/ids.ts';
import { teamGuards } from '#shared/rules/team/team-guards.ts';

const SHIRT = ProductId.parse(7);
const OTHER = ProductId.parse(8);

function answers(...given: readonly Partial<AssistantAnswer>[]): readonly AssistantAnswer[] {
  return given.map((part, index) => ({
    seq: index + 1,
    ts: 1_000 + index,
    screenId: null,
    name: 'Phone',
    trade: 'stock',
    answer: 'coupon_on',
    productId: SHIRT,
    linkNumber: 1,
    productName: 'Shirt',
    units: null,
    text: '',
    stockBefore: null,
    stockAfter: null,
    hasChangedShelf: false,
    state: 'seen',
    ...part,
  }));
}
const stops = (...given: readonly Partial<AssistantAnswer>[]): readonly string[] =>
  teamGuards(answers(...given), TEAM_GUARDS, SHIRT);

describe('a push waits for assistants', () => {
  test('for nothing that was not chosen', () => {
    expect(teamGuards(answers({ answer: 'problem' }), [], SHIRT)).toEqual([]);
    expect(teamGuards([], ['team_coupon'], SHIRT)).toEqual(['team_coupon']);
  });

  test.each([
    ['nobody said anything', [], ['team_coupon', 'team_stock']],
    ['of another product', [{ productId: OTHER }], ['team_coupon', 'team_stock']],
    ['the coupon is on', [{}], ['team_stock']],
    ['it was on', [{}, { answer: 'coupon_off' }], ['team_coupon', 'team_stock']],
    ['it was taken back', [{ state: 'withdrawn' }], ['team_coupon', 'team_stock']],
    ['pieces came', [{}, { answer: 'stock_added', units: 200 }], []],
    [
      'and are sold',
      [{}, { answer: 'stock_added', units: 200 }, { answer: 'sold_out' }],
      ['team_stock'],
    ],
    ['a problem of no product', [{ answer: 'problem', productId: null }], TEAM_GUARDS],
    [
      'a problem of another',
      [{ answer: 'problem', productId: OTHER }],
      ['team_coupon', 'team_stock'],
    ],
    [
      'one that was taken care of',
      [{ answer: 'problem', state: 'acknowledged' }],
      ['team_coupon', 'team_stock'],
    ],
  ] as const)('%s', (_what, given, expected) => {
    expect(stops(...given)).toEqual(expected);
  });
});
