import { xlsxOf } from '#core/shelf/catalogue/xlsx-writer.ts';
import { tableHeadings, TABLE_FIELDS } from '#shared/rules/product-table.ts';
import type { PasteField } from '#shared/rules/product-paste/paste-fields.ts';
import type { TsvCell } from '#shared/rules/tsv.ts';

const NAMES = [
  '亚麻衬衫',
  '羊绒围巾',
  '真丝发圈',
  '防晒外套',
  '阔腿裤',
  '羽绒马甲',
  '帆布包',
  '针织开衫',
];

/** The cells of a made-up product, the same for the same number. */
export function sampleCells(number: number): Readonly<Partial<Record<PasteField, TsvCell>>> {
  return {
    name: `${NAMES[number % NAMES.length]} ${number}`,
    shortName: NAMES[number % NAMES.length] ?? '',
    code: `X-${String(number).padStart(4, '0')}`,
    role: ['引流款', '福利款', '主推款', '利润款', '返场款'][number % 5] ?? '',
    currency: 'CNY',
    priceMinor: 99 + (number % 300),
    listPriceMinor: 599,
    memberPriceMinor: 95,
    stock: number % 7 === 0 ? null : number % 400,
    variants: '红 S | R-S | 12\n红 M | R-M | 0 | 109.90',
    hook: '夏天最怕闷，这件会呼吸',
    story: '法国亚麻，预缩水洗，从纺纱到成衣都在一个工厂里做完',
    benefits: '运费险\n七天无理由',
    bannedClaims: '最好\n永不褪色',
    questions: '会缩水吗？ | 预缩水过，冷水机洗即可',
    links: 'taobao | https://item.taobao.com/item.htm?id=1',
    tags: number % 2 === 0 ? '春夏\n通勤' : '清仓',
  };
}

/** A workbook of made-up products, as a seller hands one over; `change` alters single rows. */
export function productWorkbook(
  count: number,
  change: (number: number) => Readonly<Partial<Record<PasteField, TsvCell>>>,
): Buffer {
  const rows = Array.from({ length: count }, (_, index) => {
    const cells = { ...sampleCells(index + 1), ...change(index + 1) };
    return TABLE_FIELDS.map((field) => cells[field] ?? null);
  });
  return xlsxOf([tableHeadings('zh-CN', TABLE_FIELDS), ...rows], '商品');
}
