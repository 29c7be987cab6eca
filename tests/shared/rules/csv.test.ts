import fc from 'fast-check';
import { expect, it } from 'vitest';

import { toCsv } from '#shared/rules/csv.ts';
import { readCells } from '#shared/rules/product-paste/paste-cells.ts';
import { unguardCell } from '#shared/rules/spreadsheet-cell.ts';

it('is what Excel opens: a mark for UTF-8, commas, CRLF, numbers bare, texts in quotes', () => {
  expect(
    toCsv([
      ['商品', '件'],
      ['衬衫, "白"', -3],
      ['=1+1', null],
    ]),
  ).toBe('\uFEFF"商品","件"\r\n"衬衫, ""白""",-3\r\n"\'=1+1",\r\n');
});

it('holds every text whole, and none that could run', () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 10 })
    .map((text) => text.replaceAll('\0', ''));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
      const head = [['a', 'b'] as const, ...rows];
      const read = readCells(toCsv(head)).map(({ cells }) => cells);
      const texts = head.filter((row) => row.some((text) => text.trim() !== ''));
      expect(read.map((row) => row.map(unguardCell))).toEqual(texts);
    }),
    { examples: [[[["'-", '']]], [[["'=1", '-']]]] },
  );
});
