import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ProductId } from '#shared/model/ids.ts';
import { BlockPlan, BlockRole, BlockRule, type BlockLoop } from '#shared/model/run-of-show.ts';
import { toCsv } from '#shared/rules/csv.ts';
import { lengthText, readDayMinute, readLength } from '#shared/rules/plan-table/length-text.ts';
import { planTable } from '#shared/rules/plan-table/plan-table.ts';
import { loopText, readLoop } from '#shared/rules/plan-table/plan-words.ts';
import { readPlan } from '#shared/rules/plan-table/read-plan.ts';
import { readCells } from '#shared/rules/product-paste/paste-cells.ts';

const PRODUCTS = [
  { productId: ProductId.parse(11), linkNumber: 1, code: 'LN-01', name: 'Heavy tee' },
  { productId: ProductId.parse(12), linkNumber: 2, code: 'A/B, c', name: '亚麻衬衫' },
  { productId: ProductId.parse(13), linkNumber: 7, code: '2', name: 'Odd code' },
];

const read = (text: string) => readPlan(readCells(text), PRODUCTS);
const one = (text: string) => {
  const [row] = read(text);
  if (row === undefined) throw new Error('no row');
  return row;
};

describe('a length', () => {
  test.each([
    ['5', 300_000],
    ['1.5', 90_000],
    ['1:30', 90_000],
    ['1:05:00', 3_900_000],
    ['90s', 90_000],
    ['90 秒', 90_000],
    ['2分钟', 120_000],
    ['2分30秒', 150_000],
    ['1小时30分', 5_400_000],
    ['1.5h', 5_400_000],
    ['10 min', 600_000],
    ['１０：００', 600_000],
    [`3'`, 180_000],
  ])('%s', (text, ms) => {
    expect(readLength(text)).toEqual({ kind: 'length', ms });
  });

  test.each(['soon', '1:75', '5 apples', '1:2:3:4', '-5', '分钟'])('%s is none', (text) => {
    expect(readLength(text)).toEqual({ kind: 'bad', problem: 'lengthUnknown' });
  });

  test('is no more than half a day', () => {
    expect(readLength('13h')).toEqual({ kind: 'bad', problem: 'lengthTooLong' });
  });

  test('is read back as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 * 3_600_000 }), (ms) => {
        expect(readLength(lengthText(ms))).toEqual({ kind: 'length', ms });
      }),
    );
  });
});

test.each([
  ['×3', { kind: 'times', times: 3 }],
  ['3遍', { kind: 'times', times: 3 }],
  ['until 22:00', { kind: 'until', minute: 1_320 }],
  ['到21点30', { kind: 'until', minute: 1_290 }],
  ['1', null],
  ['often', null],
])('a loop %s', (text, loop) => {
  expect(readLoop(text)).toEqual(loop);
});

test.each([
  ['22:00', 1_320],
  ['9点', 540],
  ['24:00', null],
  ['22', null],
])('a time of day %s', (text, minute) => {
  expect(readDayMinute(text)).toBe(minute);
});

describe('a pasted plan', () => {
  test('is known by its headings, in either language and in any order', () => {
    const row = one('时长\t段落\t角色\t商品\n2分钟\t主推 T恤\t主推款\t1、2');
    expect(row.problems).toEqual([]);
    expect(row.block).toMatchObject({ title: '主推 T恤', role: 'hero', plannedMs: 120_000 });
  });

  test('needs no headings: title and length are enough', () => {
    expect(
      read('Warm-up\t5\nHero\t1:30').map(({ block }) => [block.title, block.plannedMs]),
    ).toEqual([
      ['Warm-up', 300_000],
      ['Hero', 90_000],
    ]);
  });

  test('names products by link number, code or name; a code that looks like a number is the code', () => {
    expect(one('Block\tProducts\nx\tLN-01, 亚麻衬衫').block.productIds).toEqual([11, 12]);
    expect(one('Block\tProducts\nx\t#1').block.productIds).toEqual([11]);
    expect(one('Block\tProducts\nx\t2').block.productIds).toEqual([13]);
    expect(one('Block\tProducts\nx\tA/B, c').block.productIds).toEqual([12]);
  });

  test('says of each cell what is wrong with it, all at once', () => {
    const row = one('Block\tLength\tRole\tProducts\tLoop\nx\tsoon\tboss\t1, nothing\t×3');
    expect(row.problems.map(({ column, fault, given }) => [column, fault, given])).toEqual([
      ['length', 'lengthUnknown', 'soon'],
      ['role', 'roleUnknown', 'boss'],
      ['products', 'productUnknown', 'nothing'],
      ['loop', 'loopWithoutGroup', '×3'],
    ]);
  });

  test('takes a script of 10,000 characters without a space, and says how long a longer one is', () => {
    const script = (length: number) => one(`Block\tHook\nx\t${'话'.repeat(length)}`);
    expect(script(10_000).problems).toEqual([]);
    expect(script(10_001).problems).toEqual([
      { column: 'hook', fault: 'scriptTooLong', given: '10001', max: 10_000 },
    ]);
  });

  test('a script keeps its line breaks, a title has none', () => {
    const row = one('Block\tHook\n"a\nb"\t"one\r\ntwo"');
    expect(row.block.title).toBe('a b');
    expect(row.block.script.hook).toBe('one\ntwo');
  });
});

describe('what is exported', () => {
  const text = (maxLength: number) =>
    fc
      .string({ unit: 'binary', maxLength })
      .map((value) => value.replaceAll(/[\r\u2028\u2029\0]/g, ''));
  const line = (maxLength: number) =>
    text(maxLength).map((value) => value.replaceAll('\n', ' ').trim());
  const block = fc.record({
    title: line(120),
    role: fc.constantFrom(...BlockRole.options),
    plannedMs: fc.integer({ min: 0, max: 12 * 3_600_000 }),
    productIds: fc.uniqueArray(fc.constantFrom(...PRODUCTS.map(({ productId }) => productId))),
    owner: line(60),
    script: fc.record({
      hook: text(80),
      look: text(80),
      story: text(20),
      value: text(20),
      callToAction: text(20),
    }),
    node: line(50),
    giveaway: line(50),
    fallback: text(50).map((value) => value.trim()),
    rule: fc.constantFrom(...BlockRule.options),
    group: fc.constantFrom('', 'unit', '组'),
  });
  const loop: fc.Arbitrary<BlockLoop> = fc.oneof(
    fc.record({ kind: fc.constant('times' as const), times: fc.integer({ min: 2, max: 50 }) }),
    fc.record({ kind: fc.constant('until' as const), minute: fc.integer({ min: 0, max: 1_439 }) }),
  );

  test('reads back as it was, in either language', () => {
    const language = fc.constantFrom('zh-CN', 'en' as const);
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 6 }),
        loop,
        language,
        (plans, own, of) => {
          const blocks = plans.map((plan) => BlockPlan.parse(plan));
          const codes = new Map(PRODUCTS.map(({ productId, code }) => [Number(productId), code]));
          const codeOf = (id: number): string => codes.get(id) ?? '';
          const loops = [{ name: 'unit', loop: own }];
          const csv = toCsv(planTable({ blocks, loops, codeOf }, of));
          const rows = readPlan(readCells(csv, ','), PRODUCTS);
          expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
          expect(rows.map((row) => row.block)).toEqual(blocks);
          expect(rows.map((row) => row.loop)).toEqual(
            blocks.map(({ group }) => (group === 'unit' ? own : null)),
          );
          expect(readLoop(loopText(own))).toEqual(own);
        },
      ),
    );
  });
});
