import readExcel from 'read-excel-file/node';
import { expect, test } from 'vitest';

import { workbookOf } from '#core/transfer/workbook.ts';
import type { ReportSheet } from '#shared/model/report-sheet.ts';

const TS = Date.UTC(2026, 10, 22, 12, 0, 0);
const PRODUCTS: ReportSheet = {
  name: 'products',
  title: '商品',
  heads: ['商品', '成交额', '开始', '占比', '备注'],
  rows: [
    [
      '亚麻衬衫 立领',
      { money: 31_290.5, currency: 'CNY' },
      { ts: TS },
      { fraction: 0.068 },
      '=1+1',
    ],
    ['乐福鞋 <&> "小"', null, null, null, null],
  ],
};
const GAPS: ReportSheet = { name: 'gaps', title: 'Gaps', heads: ['From', 'To'], rows: [] };

test('a spreadsheet library that is not ours reads every sheet with its numbers, times and words', async () => {
  const bytes = workbookOf([PRODUCTS, GAPS], { timeZone: 'Asia/Shanghai' });
  const sheets = await readExcel(Buffer.from(bytes));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['商品', 'Gaps']);
  const [products, gaps] = sheets;
  expect(products?.data[0]).toEqual(PRODUCTS.heads);
  // A time is the room's own: what the clock on its wall said.
  expect(products?.data[1]).toEqual([
    '亚麻衬衫 立领',
    31_290.5,
    new Date(Date.UTC(2026, 10, 22, 20, 0, 0)),
    0.068,
    expect.stringContaining('=1+1'),
  ]);
  expect(products?.data[2]?.[0]).toBe('乐福鞋 <&> "小"');
  expect(gaps?.data).toEqual([GAPS.heads]);
});
