import type { ProductDetails } from '../model/product-details.ts';
import type { ProductFields } from '../model/product.ts';
import type { Language } from '../model/settings.ts';
import { DETAIL_FIELDS, detailCell } from './product-paste/detail-cells.ts';
import { PASTE_FIELDS, TEXT_FIELDS, type PasteField } from './product-paste/paste-fields.ts';
import { priceAsText } from './product-paste/paste-numbers.ts';
import { roleWord } from './product-paste/paste-role.ts';

/** Columns that say where a product is on one show's shelf. */
const SHELF_FIELDS: ReadonlySet<PasteField> = new Set<PasteField>(['linkNumber', 'group']);
/** Columns of a catalogue that is written into a file. */
export const TABLE_FIELDS = PASTE_FIELDS.filter((field) => !SHELF_FIELDS.has(field));
/** Columns of a show's shelf that is written into a file. */
export const SHELF_TABLE_FIELDS = PASTE_FIELDS;

/** Columns whose cells are amounts or counts. */
export const NUMBER_FIELDS: ReadonlySet<PasteField> = new Set<PasteField>([
  'linkNumber',
  'priceMinor',
  'couponPriceMinor',
  'memberPriceMinor',
  'listPriceMinor',
  'stock',
]);

/** What stands above the columns; an import knows each of these words. */
const HEADINGS: Readonly<Record<Language, Readonly<Partial<Record<PasteField, string>>>>> = {
  'zh-CN': {
    linkNumber: '链接号',
    group: '分组',
    name: '商品名称',
    shortName: '简称',
    code: '商品编码',
    role: '角色',
    currency: '币种',
    priceMinor: '现价',
    couponPriceMinor: '券后价',
    memberPriceMinor: '会员价',
    listPriceMinor: '原价',
    stock: '库存',
    variants: '规格',
    benefit: '利益点',
    say: '要说的话',
    hook: '开场钩子',
    look: '看点',
    story: '故事',
    value: '价值',
    callToAction: '促单话术',
    benefits: '更多利益点',
    bannedClaims: '禁用说法',
    questions: '问答',
    links: '商品链接',
    tags: '标签',
    swatch: '图片颜色',
  },
  en: {
    linkNumber: 'Link number',
    group: 'Group',
    name: 'Name',
    shortName: 'Short name',
    code: 'Code',
    role: 'Role',
    currency: 'Currency',
    priceMinor: 'Price',
    couponPriceMinor: 'Coupon price',
    memberPriceMinor: 'Member price',
    listPriceMinor: 'List price',
    stock: 'Stock',
    variants: 'Variants',
    benefit: 'Benefit',
    say: 'Say',
    hook: 'Hook',
    look: 'Look',
    story: 'Story',
    value: 'Value',
    callToAction: 'Call to action',
    benefits: 'More benefits',
    bannedClaims: 'Banned claims',
    questions: 'Questions',
    links: 'Links',
    tags: 'Tags',
    swatch: 'Picture colours',
  },
};

export function tableHeadings(
  language: Language,
  fields: readonly PasteField[],
): readonly string[] {
  return fields.map((field) => HEADINGS[language][field] ?? field);
}

export type ProductCells = Readonly<Record<PasteField, string>>;

/** Every field of a product, but where it is on a shelf, as the text that a table has of it, and that is read back as the same. */
export function productCells(
  product: { readonly fields: ProductFields; readonly details: ProductDetails },
  language: Language,
): ProductCells {
  const { fields, details } = product;
  const { currency } = fields;
  const price = (minor: number | null): string =>
    minor === null ? '' : priceAsText(minor, currency);
  const cells: Partial<Record<PasteField, string>> = {
    name: fields.name,
    shortName: details.shortName,
    code: fields.code,
    role: roleWord(fields.role, language),
    currency,
    priceMinor: price(fields.priceMinor),
    couponPriceMinor: price(fields.couponPriceMinor),
    memberPriceMinor: price(details.memberPriceMinor),
    listPriceMinor: price(fields.listPriceMinor),
    stock: fields.stock === null ? '' : String(fields.stock),
    swatch: fields.swatch,
  };
  for (const field of TEXT_FIELDS) cells[field] = fields[field];
  for (const field of DETAIL_FIELDS) cells[field] = detailCell(field, details, currency);
  return Object.fromEntries(PASTE_FIELDS.map((field) => [field, cells[field] ?? ''])) as Record<
    PasteField,
    string
  >;
}
