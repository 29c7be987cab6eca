import { expect, test } from 'vitest';

import type { LiftResult, LiftThingResults } from '#shared/model/lift.ts';
import { extraOrders } from '#shared/rules/benefits/extra-orders.ts';

function thing(change: Partial<LiftResult>): LiftThingResults {
  const result: LiftResult = {
    figure: 'orders',
    state: 'found',
    mean: 2,
    low: 1,
    high: 3,
    without: 1,
    n: 2,
    needed: null,
    ...change,
  };
  return {
    thingId: 'giveaway',
    subject: { kind: 'giveaway', title: 'Lucky bag' },
    isKeeper: false,
    times: 2,
    togetherWith: null,
    results: [result],
    money: null,
    actIds: ['a', 'b'],
  };
}

function act(actId: string, came: number, expected: number) {
  const figure = {
    figure: 'orders' as const,
    fromMinute: 1,
    minutes: 3,
    came,
    expected,
    matched: [],
  };
  return { actId, ts: 1, figures: [figure] };
}

test('they are what came beyond, over its own times alone, as wide as the mean is', () => {
  const acts = [act('a', 12, 4), act('b', 10, 8), act('other', 99, 1)];
  expect(extraOrders(thing({}), acts)).toEqual({ low: 5, high: 15 });
  expect(extraOrders(thing({ low: -1 }), acts)).toEqual({ low: -5, high: 15 });
  expect(extraOrders(thing({ low: null }), acts)).toBeNull();
  expect(extraOrders(thing({}), [act('a', 1, 4)])).toBeNull();
});
