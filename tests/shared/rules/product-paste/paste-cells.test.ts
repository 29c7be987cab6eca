import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readCells } from '#shared/rules/product-paste/paste-cells.ts';

const cells = (text: string): readonly (readonly string[])[] =>
  readCells(text).map((row) => row.cells);

/** As Excel and WPS put a range on the clipboard. */
function asExcel(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string): string =>
    /[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => `${row.map(quoted).join('\t')}\r\n`).join('');
}

/** As Google Sheets does: quotes only where a line break or tab must be held together. */
function asSheets(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string): string =>
    /[\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((row) => row.map(quoted).join('\t')).join('\n');
}

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '亚麻衬衫',
    '¥1,299.00',
    '5" 螺丝',
    'a "b" c',
    '两行\n字',
    'x\ty',
    '=1+1',
    '"',
    '""',
  ),
  fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => text.replaceAll('\0', '').replaceAll('\uFEFF', '')),
);
const table = fc.integer({ min: 2, max: 6 }).chain((width) =>
  fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 12,
  }),
);
const isBlank = (row: readonly string[]): boolean => row.every((text) => text.trim() === '');

describe('cells of a pasted table', () => {
  it('are what the spreadsheet had, whatever is in them', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(cells(asExcel(rows))).toEqual(rows.filter((row) => !isBlank(row)));
      }),
      { numRuns: 500 },
    );
  });

  it('are read from Google Sheets too, which leaves quotes as they are', () => {
    // A cell that begins with a quote cannot be told from a quoted one there.
    const plain = table.map((rows) =>
      rows.map((row) => row.map((text) => text.replace(/^"+/, ''))),
    );
    fc.assert(
      fc.property(plain, (rows) => {
        expect(cells(asSheets(rows))).toEqual(rows.filter((row) => !isBlank(row)));
      }),
      { numRuns: 500 },
    );
  });

  it('keep their place: a blank line is left out and counted', () => {
    expect(readCells('a\tb\r\n\t\r\nc\td\r\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['c', 'd'] },
    ]);
  });

  it('of CSV, of full-width lists and of one column', () => {
    expect(cells('名称,价格\n"衬衫, 白",129\n')).toEqual([
      ['名称', '价格'],
      ['衬衫, 白', '129'],
    ]);
    expect(cells('衬衫；129\n裤子；99')).toEqual([
      ['衬衫', '129'],
      ['裤子', '99'],
    ]);
    expect(cells('衬衫\r\n"两行\n裤子"\r\n')).toEqual([['衬衫'], ['两行\n裤子']]);
  });

  it('are evened out where a row is short', () => {
    expect(cells('a\tb\tc\nd')).toEqual([
      ['a', 'b', 'c'],
      ['d', '', ''],
    ]);
  });

  it('of a long hostile text are read once through', () => {
    const quotes = '"x\t""'.repeat(100_000);
    expect(cells(quotes)[0]?.length).toBeGreaterThan(1);
    expect(readCells('\t'.repeat(200_000))).toEqual([]);
  });
});
