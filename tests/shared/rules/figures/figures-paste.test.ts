import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { FIGURE_UNITS, FigureName, FigureValues } from '#shared/model/entered-figure.ts';
import { readFigure } from '#shared/rules/figures/figure-text.ts';
import { figuresToEnter, readPastedFigures } from '#shared/rules/figures/figures-paste.ts';

describe('a figure as it is written', () => {
  test.each([
    ['impressions', '12,345', 12_345],
    ['impressions', '１２３４５', 12_345],
    ['impressions', '1.2万', 12_000],
    ['impressions', '3.4k', 3_400],
    ['buyers', '87 人', 87],
    ['ordersPaid', '120单', 120],
    ['sales', '¥1,299.50', 129_950],
    ['adSpend', '899元', 89_900],
    ['retention5Min', '61.5%', 0.615],
    ['retention5Min', '42', 0.42],
    ['watchSeconds', '1:25', 85],
    ['watchSeconds', '1分25秒', 85],
    ['watchSeconds', '85', 85],
  ] as const)('%s: %s', (name, text, value) => {
    expect(readFigure(name, text, 'CNY')).toEqual({ kind: 'value', value });
  });

  test.each([
    ['impressions', 'many', 'form'],
    ['impressions', '-5', 'form'],
    ['impressions', '12.5', 'whole'],
    ['impressions', '9999999999999', 'large'],
    ['impressions', '1.299', 'unsure'],
    ['sales', '$12', 'currency'],
    ['sales', '12.3456', 'decimals'],
    ['sales', '10-20', 'form'],
    ['retention5Min', '120%', 'share'],
  ] as const)('%s: %s is none', (name, text, problem) => {
    const found = readFigure(name, text, 'CNY');
    expect(found.kind === 'bad' ? found.problem : found).toBe(problem);
  });

  test('nothing, and marks for nothing, are no zero', () => {
    for (const text of ['', '  ', '-', '—', 'N/A', '无']) {
      expect(readFigure('buyers', text, 'CNY')).toEqual({ kind: 'empty' });
    }
  });
});

describe('a paste', () => {
  const rowsOf = (text: string) =>
    readPastedFigures(text, 'CNY').map(({ line, name, value, problem }) => [
      line,
      name,
      value,
      problem,
    ]);

  test('lines of names and values, each with what is wrong with it', () => {
    expect(
      rowsOf(
        '指标\t数值\n曝光次数\t12万\n观看人数（UV）\t3,200\n商品点击次数\t很多\nUV\t9\n退款订单\t-',
      ),
    ).toEqual([
      [1, null, null, 'unknownName'],
      [2, 'impressions', 120_000, null],
      [3, 'uniqueViewers', 3_200, null],
      [4, 'productClicks', null, 'form'],
      [5, 'uniqueViewers', null, 'twice'],
      [6, 'refunds', null, 'noValue'],
    ]);
  });

  test('a platform’s table with its head above one row', () => {
    expect(rowsOf('直播间曝光次数,成交人数,成交金额,主播\n"120,000",874,"45,696.00",小满')).toEqual(
      [
        [1, 'impressions', 120_000, null],
        [2, 'buyers', 874, null],
        [3, 'sales', 4_569_600, null],
        [4, null, null, 'unknownName'],
      ],
    );
  });

  test('of several rows none is chosen', () => {
    const rows = readPastedFigures('曝光次数,成交人数\n1,2\n3,4', 'CNY');
    expect(rows.map(({ problem }) => problem)).toEqual(['severalRows', 'severalRows']);
    expect(figuresToEnter(rows)).toEqual([]);
  });

  test.each([
    ['曝光：12,000', 'impressions', 12_000],
    ['sales = 899', 'sales', 89_900],
    ['refunds 3', 'refunds', 3],
    ['unique viewers, 3200', 'uniqueViewers', 3_200],
  ] as const)('one line by hand: %s', (text, name, value) => {
    expect(figuresToEnter(readPastedFigures(text, 'CNY'))).toEqual([{ name, value }]);
  });

  test('whatever is pasted: nothing is thrown, and what would be entered is a figure', () => {
    const word = fc.constantFrom('曝光', 'UV', 'sales', '12', '1.2万', '42%', '\t', ',', '\n', '"');
    const text = fc.oneof(
      fc.string(),
      fc.array(word).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, (pasted) => {
        const figures = figuresToEnter(readPastedFigures(pasted, 'CNY'));
        expect(figures.length === 0 || FigureValues.safeParse(figures).success).toBe(true);
      }),
    );
  });

  test('every figure is found by its own name', () => {
    const found = FigureName.options.map(
      (name) => readPastedFigures(`${name}\t1\nx\t1`, 'CNY')[0]?.name,
    );
    expect(found).toEqual(FigureName.options);
    expect(Object.keys(FIGURE_UNITS).sort()).toEqual([...FigureName.options].sort());
  });
});
