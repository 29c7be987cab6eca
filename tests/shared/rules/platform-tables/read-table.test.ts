import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ProductId } from '#shared/model/ids.ts';
import { evenRows } from '#shared/rules/product-paste/paste-cells.ts';
import type { ListedProduct } from '#shared/rules/platform-tables/match-product.ts';
import {
  readPlatformTable,
  rowsToImport,
  type TableSurroundings,
} from '#shared/rules/platform-tables/read-table.ts';
import {
  findTable,
  withColumns,
  type PlatformTable,
} from '#shared/rules/platform-tables/table-layout.ts';

const START = Date.UTC(2026, 10, 27, 12, 0);
const MINUTE = 60_000;

const PRODUCTS: readonly ListedProduct[] = [
  product(1, 'A-100', '亚麻衬衫 白色 夏季薄款', 1, ['https://item.example.com/i?id=735001']),
  product(2, 'A-200', '羊绒围巾 驼色', 2, []),
  product(3, 'A-300', '阔腿裤 高腰显瘦', 3, []),
];

function product(
  id: number,
  code: string,
  name: string,
  linkNumber: number,
  urls: readonly string[],
): ListedProduct {
  return { productId: ProductId.parse(id), code, name, shortName: '', linkNumber, urls };
}

function around(change: Partial<TableSurroundings> = {}): TableSurroundings {
  return {
    span: { fromTs: START, toTs: START + 180 * MINUTE, timeZone: 'Asia/Shanghai' },
    currency: 'CNY',
    products: PRODUCTS,
    rooms: { own: ['暖冬服饰'], others: ['别家直播间'] },
    chosen: new Map(),
    ...change,
  };
}

function tableOf(rows: readonly (readonly string[])[]): PlatformTable {
  const found = findTable(evenRows(rows));
  if (found === null) throw new Error('no table');
  return found;
}

function read(rows: readonly (readonly string[])[], change: Partial<TableSurroundings> = {}) {
  return readPlatformTable(tableOf(rows), around(change));
}

/** Values of a row by figure. */
function valuesOf(
  row: { readonly values: readonly { figure: string; value: number }[] } | undefined,
) {
  return Object.fromEntries((row?.values ?? []).map(({ figure, value }) => [figure, value]));
}

describe('products', () => {
  const rows = [
    ['抖店 商品明细'],
    ['统计周期：2026-11-27 至 2026-11-27'],
    [],
    [
      '商品ID',
      '商品名称',
      '商品曝光次数',
      '商品点击次数',
      '点击率',
      '成交订单数',
      '成交金额(元)',
      '退款金额',
    ],
    ['735001', '衬衫', '1.2万', '1,234', '12.3%', '85', '¥1,234.50', '-'],
    ['', '羊绒围巾（驼色）', '800', '40', '5%', '3', '897', '-299.00'],
    ['', '高腰显瘦阔腿裤 黑', '500', '20', '4%', '1', '129', '0'],
    ['', '帆布包', '10', '1', '10%', '0', '0', '0'],
    ['合计', '', '13310', '1295', '', '89', '2260.5', '299'],
  ];

  test('by id, by name, by a near name, and asked where nothing is like it', () => {
    const { refusal, rows: found } = read(rows);
    expect(refusal).toBeNull();
    expect(
      found.map(({ state, reason, productId, matchedBy }) => [state, reason, productId, matchedBy]),
    ).toEqual([
      ['matched', null, 1, 'id'],
      ['matched', null, 2, 'name'],
      ['matched', null, 3, 'near'],
      ['unmatched', 'productUnknown', null, null],
      ['leftOut', 'totalRow', null, null],
    ]);
    expect(valuesOf(found[0])).toEqual({
      productShown: 12_000,
      productClicks: 1_234,
      ordersPaid: 85,
      gmvPaid: 123_450,
    });
    expect(found[0]?.values.find(({ figure }) => figure === 'productShown')?.isRounded).toBe(true);
    // Written below nothing, a refund is what went back.
    expect(valuesOf(found[1])).toMatchObject({ gmvPaid: 89_700, refundMoney: 29_900 });
  });

  test('what somebody chose holds, and two rows for one product are told', () => {
    const chosen = new Map([[8, ProductId.parse(2)]]);
    const { rows: found } = read(rows, { chosen });
    expect(found[3]).toMatchObject({ state: 'wrong', reason: 'twice', sameAs: 6 });
    const left = read(rows, {
      chosen: new Map<number, ProductId | 'leftOut'>([...chosen, [6, 'leftOut']]),
    });
    expect(left.rows[1]).toMatchObject({ state: 'leftOut', reason: 'byHand' });
    expect(left.rows[3]).toMatchObject({ state: 'matched', productId: 2, matchedBy: 'chosen' });
  });

  test('a bad cell is named with its heading, and its row is not taken', () => {
    const { rows: found } = read([
      ['Product ID', 'Clicks', 'Orders', 'GMV'],
      ['A-100', 'many', '3', '$12'],
    ]);
    expect(found[0]).toMatchObject({ state: 'wrong', reason: 'cells' });
    expect(found[0]?.badCells.map(({ heading, problem }) => [heading, problem])).toEqual([
      ['Clicks', 'form'],
      ['GMV', 'currency'],
    ]);
  });
});

describe('minutes', () => {
  const minutesOf = (
    rows: readonly (readonly string[])[],
    change: Partial<TableSurroundings> = {},
  ) =>
    read(rows, change).rows.map(({ minute, reason }) =>
      minute === null ? reason : (minute * MINUTE - START) / MINUTE,
    );

  test('are read in the time of the room, with a date and without', () => {
    expect(
      minutesOf([
        ['时间', '观看人次', '成交金额'],
        ['2026-11-27 20:00', '10', '1'],
        ['2026/11/27 20:01:00', '10', '1'],
        ['11-27 20:02', '10', '1'],
        ['20:03', '10', '1'],
        ['20:04-20:05', '10', '1'],
        ['2026-11-27T12:05:00Z', '10', '1'],
        ['19:00', '10', '1'],
        ['soon', '10', '1'],
      ]),
    ).toEqual([0, 1, 2, 3, 4, 5, 'outsideShow', 'timeUnknown']);
  });

  test('of a spreadsheet, of a count from the start, and backwards', () => {
    const serial = 46_353 + (20 * 60 + 7) / 1_440;
    expect(
      minutesOf([
        ['时间', '订单数'],
        [String(serial), '1'],
      ]),
    ).toEqual([7]);
    expect(
      minutesOf([
        ['分钟', '订单数'],
        ['第1分钟', '1'],
        ['第2分钟', '1'],
      ]),
    ).toEqual([0, 1]);
    expect(
      minutesOf([
        ['Time', 'Orders'],
        ['00:00', '1'],
        ['00:05', '1'],
      ]),
    ).toEqual([0, 5]);
    expect(
      minutesOf([
        ['Time', 'Orders'],
        ['20:10', '1'],
        ['20:09', '1'],
      ]),
    ).toEqual([10, 9]);
  });

  test('of fourteen hours over midnight each fall on their own minute', () => {
    const span = { fromTs: START, toTs: START + 14 * 60 * MINUTE, timeZone: 'Asia/Shanghai' };
    const rows = Array.from({ length: 14 * 60 }, (_, at) => {
      const local = (20 * 60 + at) % 1_440;
      return [`${Math.floor(local / 60)}:${String(local % 60).padStart(2, '0')}`, '1'];
    });
    const found = minutesOf([['时间', '订单数'], ...rows], { span });
    expect(found).toEqual(rows.map((_, at) => at));
  });

  test('of the night on which the clock is put back come twice, and on which it is put on are left out', () => {
    // New York, 2026-11-01: 01:00 to 01:59 happens twice.
    const back = Date.UTC(2026, 10, 1, 4, 30);
    const span = { fromTs: back, toTs: back + 180 * MINUTE, timeZone: 'America/New_York' };
    const local = (at: number): string => {
      const minute = at < 90 ? 30 + at : at - 30;
      return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
    };
    const rows = Array.from({ length: 150 }, (_, at) => [local(at), '1']);
    const { rows: found } = read([['Time', 'Orders'], ...rows], { span });
    expect(found.map(({ minute }) => ((minute ?? 0) * MINUTE - back) / MINUTE)).toEqual(
      rows.map((_, at) => at),
    );
    const on = Date.UTC(2026, 2, 8, 6, 30);
    const spring = { fromTs: on, toTs: on + 90 * MINUTE, timeZone: 'America/New_York' };
    const { rows: sprung } = read(
      [
        ['Time', 'Orders'],
        ['01:59', '1'],
        ['03:00', '1'],
      ],
      { span: spring },
    );
    expect(sprung.map(({ minute }) => ((minute ?? 0) * MINUTE - on) / MINUTE)).toEqual([29, 30]);
  });

  test('that are summed from the start say what each brought', () => {
    const { rows: found } = read([
      ['时间', '累计观看次数', '累计成交金额'],
      ['20:00', '10', '0'],
      ['20:01', '25', '99.5'],
      ['20:02', '24', '120'],
    ]);
    expect(found.map(valuesOf).slice(0, 2)).toEqual([
      { views: 10, gmvPaid: 0 },
      { views: 15, gmvPaid: 9_950 },
    ]);
    expect(found[2]).toMatchObject({ state: 'wrong', badCells: [{ problem: 'falls' }] });
  });
});

describe('whole shows', () => {
  test('one below the other, in either language', () => {
    const { rows } = read([
      ['Live overview'],
      ['Views', '12,345'],
      ['Product impressions', '3.4k'],
      ['GMV', '¥8,888.80'],
      ['Average watch time', '00:01:25'],
    ]);
    expect(valuesOf(rows[0])).toEqual({
      views: 12_345,
      productShown: 3_400,
      gmvPaid: 888_880,
      watchMean: 85,
    });
  });

  test('of several shows the one that began then is taken', () => {
    const table = [
      ['开播时间', '下播时间', '账号', '观看次数', '成交金额'],
      ['2026-11-26 20:00', '2026-11-26 23:00', '暖冬服饰', '1', '1'],
      ['2026-11-27 20:05', '2026-11-27 23:00', '暖冬服饰', '2', '2'],
      ['2026-11-27 20:05', '2026-11-27 23:00', '清凉服饰', '3', '3'],
    ];
    expect(read(table).rows.map(({ state, reason }) => [state, reason])).toEqual([
      ['unmatched', 'otherDate'],
      ['matched', null],
      ['unmatched', 'otherRoom'],
    ]);
  });
});

describe('a table that is of something else is refused', () => {
  test('of another date, by its rows and by its notes', () => {
    const rows = [
      ['时间', '订单数'],
      ['2026-11-20 20:00', '1'],
    ];
    expect(read(rows).refusal).toEqual({ code: 'otherDate', given: '2026-11-20 20:00' });
    const noted = [
      ['统计日期 2026-11-20'],
      ['商品编码', '点击次数', '订单数'],
      ['A-100', '1', '1'],
    ];
    expect(read(noted).refusal).toEqual({ code: 'otherDate', given: '2026-11-20' });
    const exported = [
      ['导出时间 2026-11-28'],
      ['商品编码', '点击次数', '订单数'],
      ['A-100', '1', '1'],
    ];
    expect(read(exported).refusal).toBeNull();
  });

  test('of another room, in another currency, without a figure', () => {
    const room = [
      ['直播间', '观看次数', '成交金额'],
      ['别家直播间', '1', '1'],
    ];
    expect(read(room).refusal).toEqual({ code: 'otherRoom', given: '别家直播间' });
    const dollars = [
      ['Product ID', 'GMV (USD)', 'Orders'],
      ['A-100', '1', '1'],
    ];
    expect(read(dollars).refusal).toEqual({ code: 'otherCurrency', given: 'GMV (USD)' });
    expect(
      findTable(
        evenRows([
          ['颜色', '尺码'],
          ['红', 'S'],
        ]),
      ),
    ).toBeNull();
  });
});

const HEADINGS = [
  '商品编码',
  '商品曝光次数',
  '商品点击次数',
  '下单数',
  '成交订单数',
  '成交金额',
  '退款金额',
];
const cells = fc.tuple(
  fc.constantFrom('A-100', 'A-200', 'A-300', '合计', '别的', ''),
  ...HEADINGS.slice(1).map(() =>
    fc.oneof(
      fc.nat(1_000_000).map(String),
      fc.constantFrom('-', '', '1.2万', '¥1,234.50', '12.3%', 'abc', '3.4k'),
    ),
  ),
);

test('in any order of its columns a table comes to the same', () => {
  fc.assert(
    fc.property(
      fc.array(cells, { minLength: 1, maxLength: 8 }),
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
      (rows, order) => {
        const plain = [HEADINGS, ...rows];
        const turned = plain.map((row) => order.map((at) => row[at] ?? ''));
        const strip = (result: ReturnType<typeof read>) =>
          result.rows.map(({ badCells, ...row }) => ({ ...row, bad: badCells.length }));
        // A mere sum stands in the first cell, wherever its column is; here it is always the key.
        expect(strip(read(turned))).toEqual(strip(read(plain)));
      },
    ),
    { numRuns: 60 },
  );
});

test('what was written of figures reads back as the same', () => {
  const row = fc.record({
    shown: fc.nat(10_000_000),
    clicks: fc.nat(100_000),
    paid: fc.nat(9_999_999),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (given) => {
      const table = tableOf([
        ['Product ID', 'Product impressions', 'Product clicks', 'GMV'],
        ...given.map(({ shown, clicks, paid }, at) => [
          PRODUCTS[at]?.code ?? '',
          shown.toLocaleString('en-US'),
          String(clicks),
          `¥${(paid / 100).toFixed(2)}`,
        ]),
      ]);
      const taken = rowsToImport(readPlatformTable(table, around()));
      expect(taken.map(valuesOf)).toEqual(
        given.map(({ shown, clicks, paid }) => {
          return { productShown: shown, productClicks: clicks, gmvPaid: paid };
        }),
      );
    }),
    { numRuns: 60 },
  );
});

test('columns can be said to be something else', () => {
  const table = tableOf([
    ['商品编码', '点击次数', '数值'],
    ['A-100', '5', '7'],
  ]);
  const changed = withColumns(table, ['productId', null, 'couponClaims']);
  expect(valuesOf(readPlatformTable(changed, around()).rows[0])).toEqual({ couponClaims: 7 });
  expect(
    readPlatformTable(withColumns(table, ['productId', null, null]), around()).refusal,
  ).toEqual({
    code: 'noFigures',
    given: '',
  });
});
