import { describe, expect, test } from 'vitest';

import { ProductId } from '#shared/model/ids.ts';
import { NO_DETAILS } from '#shared/model/product-details.ts';
import { readCells } from '#shared/rules/product-paste/paste-cells.ts';
import { layoutOf } from '#shared/rules/product-paste/paste-columns.ts';
import type { KnownProduct } from '#shared/rules/product-paste/paste-match.ts';
import { previewPaste, type PasteRow } from '#shared/rules/product-paste/paste-preview.ts';
import { formulaKey, NO_EDIT } from '#shared/rules/product-paste/paste-row.ts';
import { productFields } from '#tests/support/desk-facts.ts';

const HELD: KnownProduct = {
  productId: ProductId.parse(1),
  linkNumber: 3,
  groupName: null,
  fields: { ...productFields('A-1', 'USD'), name: '围巾', stock: 9 },
  details: { ...NO_DETAILS, tags: ['秋冬'], memberPriceMinor: 900 },
};

function preview(
  text: string,
  formulas: readonly string[] = [],
  cells: Parameters<typeof previewPaste>[2] = new Map(),
): readonly PasteRow[] {
  const rows = readCells(text);
  return previewPaste(rows, layoutOf(rows, 'CNY'), cells, {
    known: [HELD],
    currency: 'CNY',
    destination: 'catalogue',
    formulas: new Set(formulas),
  });
}
const states = (rows: readonly PasteRow[]): readonly string[] => rows.map(({ state }) => state);
const problems = (row: PasteRow | undefined): readonly string[] =>
  row?.faults.map(({ field, code }) => `${field} ${code}`) ?? [];

describe('into the catalogue', () => {
  test('rows add or change by code, and take no place on the shelf', () => {
    const rows = preview(
      '编码\t名称\t币种\t标签\t会员价\nA-1\t围巾\tUSD\t秋冬、清仓\t9\nN-1\t帽子\t人民币\t\t\n',
    );
    expect(states(rows)).toEqual(['changed', 'new']);
    expect(rows.map(({ linkNumber }) => linkNumber)).toEqual([null, null]);
    expect(rows[0]).toMatchObject({
      target: HELD,
      changed: ['tags'],
      fields: { stock: 9, currency: 'USD' },
      details: { tags: ['秋冬', '清仓'], memberPriceMinor: 900 },
    });
    expect(rows[1]).toMatchObject({ fields: { code: 'N-1', currency: 'CNY' }, details: null });
    expect(states(preview('编码\t标签\nA-1\t秋冬\n'))).toEqual(['same']);
  });

  test('every problem is at its row and column, and no such row is taken', () => {
    const rows = preview(
      [
        '编码,名称,币种,现价,库存,规格,商品链接,角色',
        'N-1,帽子,CNY,-5,3,,,',
        'N-2,袜子,人民币,12.9x,-1,,,',
        'N-2,手套,CNY,9,1,,,',
        'N-3,背心,¥¥,9,1,,,',
        `N-4,${'长'.repeat(201)},CNY,9,1,,,`,
        'N-5,外套,CNY,9,1,"红 S | R | 很多件 | x",http://a.example,神秘款',
        'N-6,#REF!,CNY,9,1,,,',
        ',,CNY,9,1,,,',
      ].join('\n'),
    );
    expect(rows.map(problems)).toEqual([
      ['priceMinor priceForm'],
      ['priceMinor priceForm', 'stock stockForm'],
      ['code twice'],
      ['currency currencyForm'],
      ['name tooLong'],
      ['variants detailForm', 'links detailForm'],
      ['name cellError'],
      ['name nameMissing'],
    ]);
    expect(rows.every(({ fields }) => fields === null)).toBe(true);
    expect(rows[5]?.notes).toEqual([
      { code: 'roleUnknown', field: 'role', params: { found: '神秘款' } },
    ]);
  });

  test('a price without its currency is no guess where the product has another one', () => {
    const text = '编码\t现价\nA-1\t99\n';
    const [row] = preview(text);
    expect(problems(row)).toEqual(['currency currencyUnsaid']);
    expect(row?.faults[0]?.fixes.map((fix) => (fix.kind === 'cell' ? fix.text : ''))).toEqual([
      'USD',
      'CNY',
    ]);
    const said = new Map([[2, { ...NO_EDIT, cells: { currency: 'USD' } }]]);
    expect(preview(text, [], said)[0]).toMatchObject({
      state: 'changed',
      fields: { priceMinor: 9_900, currency: 'USD' },
    });
    // Without a price there is nothing to be mistaken about.
    expect(preview('编码\t名称\nA-1\t新围巾\n')[0]).toMatchObject({ fields: { currency: 'USD' } });
  });

  test('mixed currencies are told row by row', () => {
    const rows = preview('编码\t名称\t币种\t现价\nN-1\ta\tJPY\t1200\nN-2\tb\tCNY\t12.5\n');
    expect(rows.map(({ fields }) => fields?.priceMinor)).toEqual([1200, 1250]);
    expect(rows[0]?.notes).toEqual([
      { code: 'currencyOther', field: 'currency', params: { currency: 'JPY' } },
    ]);
    expect(rows[1]?.notes).toEqual([]);
  });

  test('formulas are named, of a workbook and of text alike, and never kept as such', () => {
    const rows = preview('编码,名称,看点\nN-1,=1+1,a\nN-2,"\'=HYPERLINK(""x"")",b\n', [
      formulaKey(3, 2),
    ]);
    expect(rows.map(({ notes }) => notes.map(({ code, field }) => `${field} ${code}`))).toEqual([
      ['name formula'],
      ['look formula'],
    ]);
    expect(rows[1]?.fields?.name).toBe('=HYPERLINK("x")');
  });
});
