import { expect, test } from 'vitest';

import { toTsv } from '#shared/rules/tsv.ts';

test('rows and cells are joined by line breaks and tabs', () => {
  expect(
    toTsv([
      ['商品', '件'],
      ['亚麻衬衫', 12],
    ]),
  ).toBe('商品\t件\n亚麻衬衫\t12');
});

test('a cell that a spreadsheet would run gets a leading apostrophe', () => {
  for (const cell of ['=1+1', '+cmd', '-2', '@SUM(A1)', '\t=1', '  =1']) {
    expect(toTsv([[cell]]).startsWith("'")).toBe(true);
  }
});

test('numbers stay numbers, null is empty, breaks inside a cell are spaces', () => {
  expect(toTsv([[-3, null, 'a\tb\r\nc']])).toBe('-3\t\ta b c');
});
