import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Figure } from '#shared/model/metrics.ts';
import { cueValues } from '#shared/rules/cue-text/cue-values.ts';
import { fillCue } from '#shared/rules/cue-text/fill-cue.ts';

const product = {
  name: 'Linen shirt',
  linkNumber: 3,
  currency: 'CNY',
  priceMinor: 16_900,
  listPriceMinor: 19_900,
  couponPriceMinor: 14_950,
  stock: 12,
  benefit: '',
};
const nothing = {
  product: null,
  metrics: null,
  minutesLeft: null,
  anchor: null,
  question: null,
  answer: null,
};

function known(value: number, more: { isApprox?: boolean; without?: string[] } = {}): Figure {
  return { known: true, value, isApprox: false, without: [], ...more };
}

test('a product is said with what is paid now, what it was, and what is saved', () => {
  const values = cueValues({ ...nothing, product }, 'en');
  expect(
    fillCue('{product} #{link} {price} {list price} {saving} {stock} {benefit}', values),
  ).toEqual({
    text: 'Linen shirt #3 ¥149.50 ¥199 ¥49.50 12 {benefit}',
    missing: ['benefit'],
    unknown: [],
  });
});

test('without a price there is neither a price nor a saving', () => {
  const free = { ...product, priceMinor: null, couponPriceMinor: null };
  const { missing } = fillCue(
    '{price}{saving}{stock}',
    cueValues({ ...nothing, product: free }, 'zh'),
  );
  expect(missing).toEqual(['price', 'saving']);
});

test('an approximate figure says so; one that leaves a source out, or that nobody gives, is not said', () => {
  const follows: Figure = { known: false, reason: 'source_cannot' };
  const metrics = {
    viewers: known(320, { isApprox: true }),
    views: known(10, { without: ['twitch'] }),
    follows,
    ordersPaid: known(0),
    bySource: [],
  };
  const facts = { ...nothing, metrics };
  const filled = fillCue('{online}|{views}|{follows}|{orders}|{likes}', cueValues(facts, 'zh'));
  expect(filled.text).toBe('约 320|{views}|{follows}|0|{likes}');
  expect(fillCue('{online}', cueValues(facts, 'en')).text).toBe('about 320');
});

test('time left is said in whole minutes, and not at all when it is over', () => {
  expect(fillCue('{还剩}', cueValues({ ...nothing, minutesLeft: 4.4 }, 'zh')).text).toBe('4 分钟');
  expect(fillCue('{left}', cueValues({ ...nothing, minutesLeft: 0.2 }, 'en')).text).toBe(
    '1 minute',
  );
  expect(fillCue('{left}', cueValues({ ...nothing, minutesLeft: -1 }, 'en')).missing).toEqual([
    'left',
  ]);
});

test('no value is ever empty words or a number nobody gave', () => {
  const minor = fc.option(fc.integer({ min: 0, max: 10_000_000 }));
  const any = fc.record({
    priceMinor: minor,
    listPriceMinor: minor,
    couponPriceMinor: minor,
    stock: minor,
  });
  fc.assert(
    fc.property(any, (fields) => {
      const said = cueValues({ ...nothing, product: { ...product, ...fields } }, 'zh');
      expect(said.stock ?? null).toBe(fields.stock === null ? null : String(fields.stock));
      const hasPrice = fields.priceMinor !== null || fields.couponPriceMinor !== null;
      expect((said.price ?? null) !== null).toBe(hasPrice);
      expect((said.saving ?? null) !== null && !hasPrice).toBe(false);
    }),
  );
});
