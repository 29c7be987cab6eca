import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseLinkList, putFirst } from '#shared/rules/link-list.ts';

test.each([
  ['1,4,7', [1, 4, 7]],
  ['７，4、 1', [7, 4, 1]],
  ['12 3\n5', [12, 3, 5]],
  ['1', null],
  ['1,1', null],
  ['0,1', null],
  ['1,shirt', null],
  ['1,1000', null],
  ['', null],
])('%j are the links %j', (typed, numbers) => {
  expect(parseLinkList(typed)).toEqual(numbers);
});

test('what is put first comes first and nothing is lost or doubled', () => {
  const order = fc.uniqueArray(fc.nat(50), { maxLength: 30 });
  fc.assert(
    fc.property(order, fc.uniqueArray(fc.nat(60), { maxLength: 10 }), (all, first) => {
      const put = putFirst(all, first);
      expect(put.toSorted((a, b) => a - b)).toEqual(all.toSorted((a, b) => a - b));
      const known = first.filter((id) => all.includes(id));
      expect(put.slice(0, known.length)).toEqual(known);
      expect(put.slice(known.length)).toEqual(all.filter((id) => !first.includes(id)));
    }),
  );
});
