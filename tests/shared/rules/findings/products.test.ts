import { describe, expect, it } from 'vitest';

import {
  at,
  findingShow,
  foundBy,
  product,
  push,
  quietMinutes,
  unknown,
} from '#tests/support/finding-show.ts';

describe('a product that sold slowly', () => {
  const products = [
    product(1, 10, 300_000, 30),
    product(2, 10, 320_000, 32),
    product(3, 20, 120_000, 12),
  ];

  it('is one that brought half of what the others did a minute, with a range of what that cost', () => {
    const [finding] = foundBy('slow_product', { products }).findings;
    expect(finding).toMatchObject({
      id: 'slow_product/3',
      cause: 'goods',
      isGood: false,
      productId: 3,
      sample: 2,
      confidence: 'low',
      proving: { metric: 'productPaidPerMinute', productId: 3, baseline: 6_000, goal: 15_500 },
    });
    expect(finding?.effect).toMatchObject({ unit: 'money', currency: 'CNY' });
    expect(finding?.effect.low).toBeLessThan(-460_000);
    expect(finding?.effect.high).toBeGreaterThan(-460_000);
    expect(finding?.evidence).toContainEqual(
      expect.objectContaining({ figure: 'paidPerMinute', value: 6_000, against: 31_000, n: 2 }),
    );
  });

  it('is none that chance may have held back, or that sold a little less', () => {
    const few = [product(1, 4, 40_000, 4), product(2, 4, 44_000, 4), product(3, 4, 10_000, 1)];
    expect(foundBy('slow_product', { products: few }).reason).toBe('nothing_found');
    const less = [products[0], products[1], product(3, 20, 400_000, 40)].flatMap(
      (each) => each ?? [],
    );
    expect(foundBy('slow_product', { products: less }).reason).toBe('nothing_found');
  });

  it('is not asked for where orders are not told, or there is too little to compare', () => {
    const { totals } = findingShow({});
    expect(
      foundBy('slow_product', { products, totals: { ...totals, ordersPaid: unknown } }).reason,
    ).toBe('no_orders');
    expect(foundBy('slow_product', { products: products.slice(0, 2) }).reason).toBe('few_products');
  });
});

describe('a product without an order', () => {
  it('is one that would have had some at the pace of the others, the one shown longest first', () => {
    const products = [product(1, 8, 0, 0), product(2, 12, 0, 0), product(3, 20, 900_000, 60)];
    const { findings } = foundBy('unsold_product', { products, pushes: [push(1, 2, 10)] });
    expect(findings.map(({ productId }) => productId)).toEqual([2, 1]);
    expect(findings[0]).toMatchObject({ effect: { unit: 'orders', low: -18, high: 0 }, sample: 2 });
    expect(findings[0]?.evidence[0]?.span).toEqual({ fromTs: at(10), toTs: at(15) });
  });

  it('is none where the others hardly sold, or no orders are told', () => {
    const products = [product(1, 8, 0, 0), product(3, 20, 30_000, 2)];
    expect(foundBy('unsold_product', { products }).reason).toBe('nothing_found');
    const { totals } = findingShow({});
    expect(
      foundBy('unsold_product', { products, totals: { ...totals, ordersPaid: unknown } }).reason,
    ).toBe('no_orders');
    expect(foundBy('unsold_product', { products: [product(1, 2, 0, 0)] }).reason).toBe('no_pushes');
  });
});

describe('the rise after pins', () => {
  const minutes = quietMinutes((index) => ({ ordersPaid: index > 10 && index < 14 ? 12 : 2 }));
  const products = [product(1, 5, 100, 1), product(2, 5, 100, 1)];
  const pushes = [
    push(1, 1, 10),
    push(2, 1, 30),
    push(3, 2, 50),
    push(4, 2, 52),
    push(5, 2, 11, { state: 'undone' }),
  ];

  it('counts only undisturbed ones, and says how many', () => {
    const [finding] = foundBy('push_lift', { minutes, products, pushes }).findings;
    expect(finding).toMatchObject({
      productId: 1,
      isGood: true,
      sample: 2,
      effect: { unit: 'orders' },
    });
    expect(finding?.evidence).toEqual([
      expect.objectContaining({ figure: 'ordersPerMinute', value: 7, against: 2, n: 2 }),
    ]);
  });

  it('is nothing beside missing data, and nothing that chance may have brought', () => {
    const gaps = [
      { fromTs: at(12), toTs: at(13), cause: 'source_lost', sourceLabel: 'twitch', lost: null },
    ];
    expect(foundBy('push_lift', { minutes, products, pushes, gaps }).reason).toBe('nothing_found');
    const small = quietMinutes((index) => ({ ordersPaid: index > 10 && index < 14 ? 4 : 2 }));
    expect(foundBy('push_lift', { minutes: small, products, pushes }).reason).toBe('nothing_found');
  });

  it('has no answer where nothing was pinned, or every pin had another beside it', () => {
    expect(foundBy('push_lift', { minutes, products }).reason).toBe('no_pushes');
    const beside = [push(1, 1, 10), push(2, 2, 12)];
    expect(foundBy('push_lift', { minutes, products, pushes: beside }).reason).toBe(
      'no_clean_window',
    );
  });

  it('is chat where no source tells orders', () => {
    const chatty = quietMinutes((index) => ({ chats: index > 10 && index < 14 ? 90 : 20 }));
    const { totals } = findingShow({});
    const [finding] = foundBy('push_lift', {
      minutes: chatty,
      products,
      pushes: [push(1, 1, 10)],
      totals: { ...totals, ordersPaid: unknown },
    }).findings;
    expect(finding).toMatchObject({ effect: { unit: 'chats' }, confidence: 'low' });
  });

  it('of a product that sold slowly is not praised beside it', () => {
    const slow = [
      product(1, 20, 60_000, 6),
      product(2, 10, 300_000, 30),
      product(3, 10, 290_000, 29),
    ];
    const patch = { minutes, products: slow, pushes: [push(1, 1, 10)] };
    expect(foundBy('slow_product', patch).findings).toHaveLength(1);
    expect(foundBy('push_lift', patch).findings).toEqual([]);
  });
});
