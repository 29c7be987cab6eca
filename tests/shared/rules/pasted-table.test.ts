import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { shapeOfPaste } from '#shared/rules/pasted-table.ts';

/** Cells as people have them: two scripts, right to left, full-width, quotes, line breaks. */
const piece = fc.constantFrom(
  '羊毛衫',
  'Wool 100%',
  'قميص',
  'שמלה',
  '２５９．００',
  '"',
  '\n',
  '\r\n',
  ' ',
  '=1+1',
  '👗',
  '89.90',
);
const cell = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
const rowsOf = (fewestRows: number) =>
  fc
    .tuple(fc.integer({ min: fewestRows, max: 8 }), fc.integer({ min: 2, max: 7 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

/** As spreadsheets write them: what would be mistaken is quoted, quotes inside are doubled. */
function written(rows: readonly (readonly string[])[], delimiter: string, end: string): string {
  const quoted = (text: string): string =>
    /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => row.map(quoted).join(delimiter)).join(end);
}

describe('a table', () => {
  test.each(['\t', ';', ',', '|', '；', '，'])(
    'of cells parted by %j is counted exactly',
    (mark) => {
      fc.assert(
        fc.property(rowsOf(2), lineEnd, fc.boolean(), (rows, end, hasLastEnd) => {
          const text = written(rows, mark, end);
          // Nothing but breaks at the end cannot be told from the end itself.
          fc.pre(rows.at(-1)?.some((one) => one !== '') === true);
          expect(shapeOfPaste(text + (hasLastEnd ? end : ''), null)).toEqual({
            kind: 'table',
            rows: rows.length,
            columns: rows[0]?.length,
          });
        }),
      );
    },
  );

  test('may be a single row of a spreadsheet, or rows of different lengths', () => {
    expect(shapeOfPaste('A-01\t羊毛衫\t259.00\r\n', null)).toEqual({
      kind: 'table',
      rows: 1,
      columns: 3,
    });
    expect(shapeOfPaste('a,b\nc,d,e\nf,g', null)).toEqual({ kind: 'table', rows: 3, columns: 3 });
  });

  test('of ten thousand rows, and of ten million characters, is counted to its end', () => {
    const row = 'P001\t"二十四针 羊毛衫\n两件套"\t259.00\t库存 120';
    expect(shapeOfPaste(Array.from({ length: 10_000 }, () => row).join('\n'), null)).toEqual({
      kind: 'table',
      rows: 10_000,
      columns: 4,
    });
    const big = `${'x'.repeat(99)}\t${'y'.repeat(99)}\n`.repeat(50_000);
    expect(shapeOfPaste(big, null)).toEqual({ kind: 'table', rows: 50_000, columns: 2 });
  });

  test('of a page is told by its marks where the text does not show it', () => {
    const html =
      '<meta charset="utf-8"><table><thead><tr><th>款</th><th>价</th></tr></thead>' +
      '<tbody><tr><td>衫</td><td>259</td></tr></tbody></table>';
    expect(shapeOfPaste('', html)).toEqual({ kind: 'table', rows: 2, columns: 2 });
    expect(shapeOfPaste('款 价\n衫 259', html)).toEqual({ kind: 'table', rows: 2, columns: 2 });
    expect(shapeOfPaste('款\t价\n衫\t259', html)).toEqual({ kind: 'table', rows: 2, columns: 2 });
  });
});

describe('a line', () => {
  test('is whatever has no break and no tab inside, punctuation or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\t\r\n\u2028\u2029\uFEFF]/.test(text));
        expect(shapeOfPaste(text, null)).toEqual({ kind: 'line' });
      }),
    );
    expect(shapeOfPaste('红色，蓝色；绿色, or "black" | white', null)).toEqual({ kind: 'line' });
  });

  test('may come as one cell of a spreadsheet or of a page', () => {
    expect(shapeOfPaste('259.00\r\n', '<table><tr><td>259.00</td></tr></table>')).toEqual({
      kind: 'line',
    });
    expect(shapeOfPaste('\uFEFF\t主播请试穿\t', null)).toEqual({ kind: 'line' });
  });

  test('of a page that is laid out with a table stays a line', () => {
    const html = '<table><tr><td>a</td><td><b>主播</b></td></tr></table>';
    expect(shapeOfPaste('a 主播', html)).toEqual({ kind: 'line' });
  });
});

describe('several lines', () => {
  test('are no table where one of them has a single cell', () => {
    expect(shapeOfPaste('第一句，慢一点\n第二句\n第三句', null)).toEqual({
      kind: 'lines',
      lines: 3,
    });
    expect(shapeOfPaste('红\r\n\r\n蓝', null)).toEqual({ kind: 'lines', lines: 3 });
    expect(shapeOfPaste('"两行\n的一格"', null)).toEqual({ kind: 'lines', lines: 2 });
    expect(shapeOfPaste('5" 屏, 新款\n"没有合上的引号', null)).toEqual({ kind: 'lines', lines: 2 });
  });
});

test('whatever is pasted, nothing is thrown, and lines and tables have a size', () => {
  const any = fc.array(
    fc.constantFrom('"', '\t', '\n', '\r', ';', ',', 'a', '，', '\u2028', '<tr>'),
    {
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(any, fc.option(fc.string()), (parts, html) => {
      const shape = shapeOfPaste(parts.join(''), html);
      const count =
        'rows' in shape ? shape.rows * shape.columns : 'lines' in shape ? shape.lines : 2;
      expect(count).toBeGreaterThan(1);
    }),
  );
});
