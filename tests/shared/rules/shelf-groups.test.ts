import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { GROUP_NAME_MAX } from '#shared/model/shelf-group.ts';
import { gatheredNumbers, groupNameKey, groupNameOf } from '#shared/rules/shelf-groups.ts';

type Placed = { productId: number; linkNumber: number; groupId: number | null };

/** A shelf whose numbers have holes as after a removal, in any order. */
const shelf: fc.Arbitrary<Placed[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 60 })
  .chain((numbers) =>
    fc
      .array(fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }), {
        minLength: numbers.length,
        maxLength: numbers.length,
      })
      .map((groups) =>
        numbers.map((linkNumber, index) => ({
          productId: index + 1,
          linkNumber,
          groupId: groups[index] ?? null,
        })),
      ),
  );

function gathered(items: readonly Placed[], groupId: number): Placed[] {
  const to = new Map(gatheredNumbers(items, groupId).map((each) => [each.productId, each.to]));
  return items
    .map((item) => ({ ...item, linkNumber: to.get(item.productId) ?? item.linkNumber }))
    .toSorted((a, b) => a.linkNumber - b.linkNumber);
}

const byNumber = (items: readonly Placed[]) =>
  items.toSorted((a, b) => a.linkNumber - b.linkNumber);

describe('gathering a group', () => {
  test('4 and 7 come behind 1, and everything between moves up', () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 8].map((linkNumber) => ({
      productId: linkNumber * 10,
      linkNumber,
      groupId: [1, 4, 7].includes(linkNumber) ? 5 : null,
    }));
    expect(gatheredNumbers(items, 5)).toEqual([
      { productId: 40, from: 4, to: 2 },
      { productId: 70, from: 7, to: 3 },
      { productId: 20, from: 2, to: 4 },
      { productId: 30, from: 3, to: 5 },
      { productId: 50, from: 5, to: 6 },
      { productId: 60, from: 6, to: 7 },
    ]);
    expect(gatheredNumbers(items, 6)).toEqual([]);
  });

  test('numbers stay the same ones, nobody is lost, nobody changes the group', () => {
    fc.assert(
      fc.property(shelf, fc.integer({ min: 1, max: 4 }), (items, groupId) => {
        const after = gathered(items, groupId);
        expect(after.map(({ linkNumber }) => linkNumber)).toEqual(
          byNumber(items).map(({ linkNumber }) => linkNumber),
        );
        const labels = (list: readonly Placed[]) =>
          list.map(({ productId, groupId: of }) => `${productId} ${of}`).toSorted();
        expect(labels(after)).toEqual(labels(items));
      }),
    );
  });

  test('they stand one after the other, in their order, as do all the others; twice is once', () => {
    fc.assert(
      fc.property(shelf, fc.integer({ min: 1, max: 4 }), (items, groupId) => {
        const after = gathered(items, groupId);
        const places = after.flatMap((item, index) => (item.groupId === groupId ? [index] : []));
        expect(places).toEqual(places.map((_place, index) => (places[0] ?? 0) + index));
        const ids = (list: readonly Placed[], isIn: boolean) =>
          list.flatMap((item) => ((item.groupId === groupId) === isIn ? [item.productId] : []));
        expect(ids(after, true)).toEqual(ids(byNumber(items), true));
        expect(ids(after, false)).toEqual(ids(byNumber(items), false));
        expect(gatheredNumbers(after, groupId)).toEqual([]);
      }),
    );
  });
});

describe('a name', () => {
  test('is one line without blanks at its ends', () => {
    expect(groupNameOf('  福利\n 款（前半场）\u202e ')).toEqual({
      ok: true,
      value: '福利 款（前半场）',
    });
  });

  test.each(['', '   ', '\u200e\u202e', '\n', '—', ' -- '])(
    'of nothing to see (%j) is refused',
    (typed) => {
      expect(groupNameOf(typed)).toMatchObject({
        error: { code: 'text_missing', params: { what: 'groupName' } },
      });
    },
  );

  test('of 1,000 characters is refused with both numbers', () => {
    expect(groupNameOf('福'.repeat(1_000))).toMatchObject({
      error: { code: 'text_too_long', params: { max: GROUP_NAME_MAX, given: 1_000 } },
    });
    expect(groupNameOf('福'.repeat(GROUP_NAME_MAX))).toMatchObject({ ok: true });
  });

  test('is the same in another width or case', () => {
    expect(groupNameKey('Ａ 组')).toBe(groupNameKey(' a  组 '));
    expect(groupNameKey('A1')).not.toBe(groupNameKey('A2'));
  });
});
