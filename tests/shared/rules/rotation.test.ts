import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parseRotation, rotationOrder, type RotationItem } from '#shared/rules/rotation.ts';

const lists = fc
  .uniqueArray(fc.record({ productId: fc.nat(), repeats: fc.integer({ min: 1, max: 6 }) }), {
    selector: ({ productId }) => productId,
    maxLength: 12,
  })
  .map((items): readonly RotationItem[] => items);

describe('the order of a rotation', () => {
  test('goes round, and what has more repeats comes again', () => {
    const items = [
      { productId: 1, repeats: 1 },
      { productId: 4, repeats: 3 },
      { productId: 7, repeats: 2 },
    ];
    expect(rotationOrder(items)).toEqual([1, 4, 7, 4, 7, 4]);
    expect(rotationOrder([])).toEqual([]);
  });

  test('has each product exactly as often as it is to be pushed', () => {
    fc.assert(
      fc.property(lists, (items) => {
        const order = rotationOrder(items);
        for (const { productId, repeats } of items) {
          expect(order.filter((id) => id === productId)).toHaveLength(repeats);
        }
        expect(order).toHaveLength(items.reduce((sum, { repeats }) => sum + repeats, 0));
      }),
    );
  });

  test('pushes nothing again before everything was pushed as often', () => {
    fc.assert(
      fc.property(lists, (items) => {
        const pushed = new Map<number, number>();
        for (const id of rotationOrder(items)) {
          const times = (pushed.get(id) ?? 0) + 1;
          pushed.set(id, times);
          // Everybody who has that many repeats has had one less at least.
          for (const { productId, repeats } of items) {
            expect(pushed.get(productId) ?? 0).toBeGreaterThanOrEqual(Math.min(repeats, times - 1));
          }
        }
      }),
    );
  });

  test('keeps the order of the list within a round', () => {
    fc.assert(
      fc.property(lists, (items) => {
        const first = rotationOrder(items).slice(0, items.length);
        expect(first).toEqual(items.map(({ productId }) => productId));
      }),
    );
  });
});

describe('typed link numbers', () => {
  test.each([
    [
      '1,4,7x2',
      [
        [1, 1],
        [4, 1],
        [7, 2],
      ],
    ],
    [
      ' 3，12×3、5*1 ',
      [
        [3, 1],
        [12, 3],
        [5, 1],
      ],
    ],
    ['', null],
    ['1,1', null],
    ['0', null],
    ['3x0', null],
    ['shirt', null],
  ] as const)('%j', (typed, expected) => {
    const read = parseRotation(typed)?.map(({ linkNumber, repeats }) => [linkNumber, repeats]);
    expect(read ?? null).toEqual(expected);
  });
});
