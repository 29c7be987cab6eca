import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ProductId } from '#shared/model/ids.ts';
import { NO_DETAILS } from '#shared/model/product-details.ts';
import type { ProductFields } from '#shared/model/product.ts';
import { readCells } from '#shared/rules/product-paste/paste-cells.ts';
import { layoutOf, layoutWithHeader } from '#shared/rules/product-paste/paste-columns.ts';
import type { KnownProduct } from '#shared/rules/product-paste/paste-match.ts';
import { previewPaste, type PasteRow } from '#shared/rules/product-paste/paste-preview.ts';
import { NO_EDIT, type RowEdit } from '#shared/rules/product-paste/paste-row.ts';

const FIELDS: ProductFields = {
  code: 'P1',
  name: 'T恤 重磅纯棉',
  role: 'traffic',
  currency: 'CNY',
  priceMinor: 5_900,
  listPriceMinor: 9_900,
  couponPriceMinor: null,
  stock: 40,
  benefit: '第二件半价',
  hook: '',
  look: '',
  story: '',
  value: '',
  callToAction: '',
  say: '',
  swatch: '#8fa3b8,#5f7286',
};

function known(id: number, linkNumber: number | null, patch: Partial<ProductFields>): KnownProduct {
  return {
    productId: ProductId.parse(id),
    linkNumber,
    groupName: null,
    fields: { ...FIELDS, ...patch },
    details: NO_DETAILS,
  };
}

const SHELF = [
  known(1, 1, {}),
  known(2, 2, { code: 'P2', name: '亚麻衬衫', priceMinor: 14_900, listPriceMinor: null }),
  known(9, null, { code: 'OLD', name: '旧款风衣' }),
];

function preview(
  text: string,
  edits: ReadonlyMap<number, Partial<RowEdit>> = new Map(),
  products: readonly KnownProduct[] = SHELF,
): readonly PasteRow[] {
  const rows = readCells(text);
  const whole = new Map([...edits].map(([line, edit]) => [line, { ...NO_EDIT, ...edit }]));
  return previewPaste(rows, layoutOf(rows, 'CNY'), whole, {
    known: products,
    currency: 'CNY',
    destination: 'shelf',
    formulas: new Set(),
  });
}

const states = (rows: readonly PasteRow[]): readonly string[] => rows.map(({ state }) => state);
const faults = (row: PasteRow | undefined): readonly string[] =>
  row?.faults.map(({ code }) => code) ?? [];

describe('columns', () => {
  it('are named by a header in Chinese or English, in any order, under titles', () => {
    const zh = layoutOf(
      readCells('秋季专场\t\t\t\n库存\t商品名称\t直播价（元）\t链接号\n3\t衬衫\t99\t1\n'),
      'CNY',
    );
    expect(zh).toEqual({ headerIndex: 1, columns: ['stock', 'name', 'priceMinor', 'linkNumber'] });
    const en = layoutOf(
      readCells('SKU\tProduct name\tPrice\tList price\tNotes\nA-1\tShirt\t9\t12\tx\n'),
      'CNY',
    );
    expect(en.columns).toEqual(['code', 'name', 'priceMinor', 'listPriceMinor', null]);
  });

  it('are found by what they hold where there is no header', () => {
    const text = '1\t羊毛开衫 圆领\t¥199.00\t140\tSW-001\n2\t真丝方巾 小号\t¥89.00\t有货\tSW-002\n';
    expect(layoutOf(readCells(text), 'CNY')).toEqual({
      headerIndex: null,
      columns: ['linkNumber', 'name', 'priceMinor', 'stock', 'code'],
    });
  });

  it('change when the operator says where the header is', () => {
    const rows = readCells('名称\t价格\n衬衫\t99\n');
    expect(layoutOf(rows, 'CNY').headerIndex).toBe(0);
    expect(layoutWithHeader(rows, null, 'CNY').headerIndex).toBeNull();
  });
});

describe('rows', () => {
  it('are new, changed or the same, and nothing that is not stated changes', () => {
    const rows = preview(
      '名称\t价格\t库存\nT恤 重磅纯棉\t49元\t\n亚麻衬衫\t149\t40\n羊毛开衫\t199\t有货\n旧款风衣\t\t\n',
    );
    expect(states(rows)).toEqual(['changed', 'same', 'new', 'changed']);
    expect(rows[0]).toMatchObject({
      changed: ['priceMinor'],
      linkNumber: 1,
      groupName: null,
      isStockStated: false,
      fields: { ...FIELDS, priceMinor: 4_900 },
    });
    expect(rows[2]).toMatchObject({
      linkNumber: 3,
      fields: { code: 'P3', name: '羊毛开衫', priceMinor: 19_900, stock: null },
      notes: [{ code: 'stockUnknown', params: { found: '有货' } }],
    });
    expect(rows[3]).toMatchObject({ linkNumber: 4, notes: [{ code: 'backOnShelf' }] });
    expect(rows[3]?.fields).toMatchObject({ code: 'OLD', stock: null });
  });

  it('are matched by their code before their name, and by the link number alone when they say no name', () => {
    const rows = preview('编码\t名称\t价格\nP2\t亚麻衬衫 立领\t139\nX-9\t亚麻衬衫\t99\n');
    expect(states(rows)).toEqual(['changed', 'new']);
    expect(rows[0]?.changed).toEqual(['name', 'priceMinor']);
    expect(rows[1]?.notes).toEqual([{ code: 'sameName', field: 'name', params: { code: 'P2' } }]);
    const numbered = preview('链接号\t价格\n2\t129\n');
    expect(numbered[0]).toMatchObject({ state: 'changed', changed: ['priceMinor'], linkNumber: 2 });
  });

  it('say what is wrong with which cell, and what to do', () => {
    const rows = preview(
      [
        '链接号\t名称\t价格\t原价',
        '5\t\t99\t',
        '6\t外套\t1.299,00\t',
        `7\t${'长'.repeat(201)}\t99\t`,
        '8\t裤子\t99\t59',
      ].join('\n'),
    );
    expect(states(rows)).toEqual(['wrong', 'wrong', 'wrong', 'wrong']);
    expect(rows.map(faults)).toEqual([
      ['nameMissing'],
      ['unsure'],
      ['tooLong'],
      ['listBelowPrice'],
    ]);
    expect(rows[1]?.faults[0]?.fixes).toEqual([
      { kind: 'cell', field: 'priceMinor', text: '1299', minor: 129_900 },
    ]);
    const fixed = preview(
      '名称\t价格\n外套\t1.299,00\n',
      new Map([[2, { cells: { priceMinor: '1299' } }]]),
    );
    expect(fixed[0]).toMatchObject({ state: 'new', fields: { priceMinor: 129_900 } });
  });

  it('that say the same twice are taken once; that say two things about one product are wrong', () => {
    const rows = preview('名称\t价格\n外套\t99\n外套\t99\n外套\t89\n');
    expect(states(rows)).toEqual(['new', 'repeated', 'wrong']);
    expect(rows[2]?.faults).toEqual([
      { code: 'twice', field: 'name', params: { line: 2 }, fixes: [] },
    ]);
    const left = preview('名称\t价格\n外套\t99\n外套\t89\n', new Map([[2, { isLeftOut: true }]]));
    expect(states(left)).toEqual(['leftOut', 'new']);
  });
});

describe('link numbers', () => {
  it('of a product that stays are not taken from it without a word', () => {
    const text = '链接号\t名称\n1\t羊毛开衫\n1\t方巾\n';
    const rows = preview(text);
    expect(rows.map(faults)).toEqual([['linkHeld'], ['linkHeld']]);
    expect(rows[0]?.faults[0]).toMatchObject({
      params: { number: 1, name: 'T恤 重磅纯棉' },
      fixes: [{ kind: 'sameProduct' }, { kind: 'nextFree' }],
    });
    const same = preview(
      text,
      new Map([
        [2, { isSameProduct: true }],
        [3, { cells: { linkNumber: '' } }],
      ]),
    );
    expect(states(same)).toEqual(['changed', 'new']);
    expect(same[0]).toMatchObject({ linkNumber: 1, changed: ['name'], fields: { code: 'P1' } });
    expect(same[1]?.linkNumber).toBe(3);
  });

  it('can change places, unless one of the two is not taken', () => {
    expect(states(preview('链接号\t名称\n2\tT恤 重磅纯棉\n1\t亚麻衬衫\n'))).toEqual([
      'changed',
      'changed',
    ]);
    const broken = preview('链接号\t名称\t价格\n2\tT恤 重磅纯棉\t9-12\n1\t亚麻衬衫\t\n');
    expect(broken.map(faults)).toEqual([['priceRange'], ['linkHeld']]);
  });

  it('are never the same for two products, whatever is pasted', () => {
    const cell = fc.constantFrom('1', '2', '3', '12', '', '—');
    const name = fc.constantFrom(
      'T恤 重磅纯棉',
      '亚麻衬衫',
      '旧款风衣',
      '外套',
      '方巾',
      '开衫',
      '裤子',
    );
    const price = fc.constantFrom('99', '', '9-12', '1.299,00');
    const row = fc.tuple(cell, name, price);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (cells) => {
        const rows = preview(
          `链接号\t名称\t价格\n${cells.map((each) => each.join('\t')).join('\n')}\n`,
        );
        expect(rows).toHaveLength(cells.length);
        const taken = rows.filter(({ fields }) => fields !== null);
        const moved = new Map(
          SHELF.flatMap(({ productId, linkNumber }) =>
            linkNumber === null ? [] : [[productId as number, linkNumber]],
          ),
        );
        let news = 1_000;
        for (const { target, linkNumber } of taken) {
          moved.set(target?.productId ?? (news += 1), linkNumber ?? Number.NaN);
        }
        expect(new Set(moved.values()).size).toBe(moved.size);
        expect([...moved.values()].every((number) => number >= 1 && number <= 999)).toBe(true);
        const codes = taken.map(({ fields }) => fields?.code);
        expect(new Set(codes).size).toBe(codes.length);
      }),
      { numRuns: 500 },
    );
  });

  it('run out in words', () => {
    const lines = Array.from({ length: 998 }, (_, index) => `商品${index}`);
    const rows = preview(`名称\n${lines.join('\n')}\n`);
    expect(rows.filter(({ state }) => state === 'new')).toHaveLength(997);
    expect(faults(rows[997])).toEqual(['linksFull']);
  });
});

describe('groups of the shelf', () => {
  const grouped: readonly KnownProduct[] = SHELF.map((product) =>
    product.linkNumber === 1 ? { ...product, groupName: '福利款' } : product,
  );
  const groupsOf = (text: string, products = grouped) =>
    preview(text, new Map(), products).map(({ state, groupName, changed }) => ({
      state,
      groupName,
      changed,
    }));

  it.each(['分组', '货架分组', 'Group'])('a column %s is recognised', (header) => {
    const rows = readCells(`链接号\t${header}\n1\t夏装`);
    expect(layoutOf(rows, 'CNY').columns).toEqual(['linkNumber', 'group']);
  });

  it('link numbers with a group are enough: known products change their group alone', () => {
    expect(groupsOf('链接号\t分组\n1\t夏装\n2\t夏装')).toEqual([
      { state: 'changed', groupName: '夏装', changed: ['group'] },
      { state: 'changed', groupName: '夏装', changed: ['group'] },
    ]);
  });

  it('an empty cell leaves it, a dash takes it out, the same name in another width is the same', () => {
    expect(groupsOf('链接号\t分组\n1\t\n2\t夏装')[0]).toEqual({
      state: 'same',
      groupName: null,
      changed: [],
    });
    expect(groupsOf('链接号\t分组\n1\t—')).toEqual([
      { state: 'changed', groupName: '', changed: ['group'] },
    ]);
    const wide = SHELF.map((product) => ({ ...product, groupName: 'A 组' }));
    expect(groupsOf('链接号\t分组\n1\tａ 组', wide)[0]?.state).toBe('same');
  });

  it('a name that is too long is a fault of its row, with both numbers', () => {
    const [row] = preview(`链接号\t分组\n1\t${'长'.repeat(1_000)}`);
    expect(row?.state).toBe('wrong');
    expect(row?.faults).toEqual([
      { code: 'tooLong', field: 'group', params: { max: 40, count: 1_000 }, fixes: [] },
    ]);
  });

  it('into the catalogue alone there are none', () => {
    const rows = readCells('编码\t名称\t分组\nP1\t新名\t夏装');
    const [row] = previewPaste(rows, layoutOf(rows, 'CNY'), new Map(), {
      known: grouped,
      currency: 'CNY',
      destination: 'catalogue',
      formulas: new Set(),
    });
    expect(row).toMatchObject({ groupName: null });
    expect(row?.changed).not.toContain('group');
  });
});
