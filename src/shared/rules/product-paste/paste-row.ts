import { ProductDetails, SHORT_NAME_MAX } from '../../model/product-details.ts';
import type { ProductFields } from '../../model/product.ts';
import { GROUP_NAME_MAX } from '../../model/shelf-group.ts';
import { groupNameOf, NO_GROUP } from '../shelf-groups.ts';
import { unguardCell } from '../spreadsheet-cell.ts';
import {
  PASTE_FIELDS,
  plainText,
  PRICE_FIELDS,
  TEXT_FIELDS,
  type PasteField,
} from './paste-fields.ts';
import {
  priceAsText,
  readLinkNumber,
  readPrice,
  readStock,
  type NumberFault,
  type ReadNumber,
} from './paste-numbers.ts';
import { DETAIL_FIELDS, readDetailCell } from './detail-cells.ts';
import { readCurrency } from './paste-currency.ts';
import { readRole } from './paste-role.ts';
import type { PasteColumns } from './paste-columns.ts';

export const TEXT_MAX = 200;
export const CODE_MAX = 64;
const SWATCH_MAX = 20;
/** What a spreadsheet shows where a formula failed. */
const CELL_ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!)$/;

export type PasteFaultCode =
  | NumberFault
  | 'unsure'
  | 'currencyForm'
  | 'currencyUnsaid'
  | 'detailForm'
  | 'cellError'
  | 'nameMissing'
  | 'tooLong'
  | 'listBelowPrice'
  | 'couponAbovePrice'
  | 'twice'
  | 'linkTwice'
  | 'linkHeld'
  | 'linksFull';

/** What one press does about a fault. */
export type PasteFix =
  | {
      readonly kind: 'cell';
      readonly field: PasteField;
      readonly text: string;
      readonly minor: number | null;
    }
  /** The product that has the number is this one, under a new name. */
  | { readonly kind: 'sameProduct' }
  | { readonly kind: 'nextFree' };

export type PasteFault = {
  readonly code: PasteFaultCode;
  readonly field: PasteField;
  readonly params: Readonly<Record<string, string | number>>;
  readonly fixes: readonly PasteFix[];
};

/** Good to know, and no reason to stop. */
export type PasteNote = {
  readonly code:
    | 'stockUnknown'
    | 'roleUnknown'
    | 'backOnShelf'
    | 'sameName'
    | 'currencyOther'
    | 'formula';
  /** The column it is about; null: the row. */
  readonly field: PasteField | null;
  readonly params: Readonly<Record<string, string | number>>;
};

/** What the operator did about a row. */
export type RowEdit = {
  readonly cells: Readonly<Partial<Record<PasteField, string>>>;
  readonly isLeftOut: boolean;
  readonly isSameProduct: boolean;
};
export const NO_EDIT: RowEdit = { cells: {}, isLeftOut: false, isSameProduct: false };

/** A row as it was read: only what its cells state; an empty cell states nothing. */
export type ReadRow = {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<PasteField, string>>>;
  readonly edit: RowEdit;
  readonly said: Partial<Omit<ProductFields, 'code' | 'currency'>>;
  /** The same of what the catalogue has beside the card. */
  readonly more: Partial<ProductDetails>;
  /** What its prices are in. */
  readonly currency: string;
  readonly isCurrencyStated: boolean;
  readonly code: string | null;
  readonly linkNumber: number | null;
  /** Name of the group of the shelf it is to be in; empty: in none; null: the cell states nothing. */
  readonly group: string | null;
  readonly faults: readonly PasteFault[];
  readonly notes: readonly PasteNote[];
};

/** Reads the cells of a row as the columns say, with what the operator corrected. */
export function readRow(
  row: { readonly line: number; readonly cells: readonly string[] },
  columns: PasteColumns,
  edit: RowEdit,
  table: {
    /** What prices are in where a row does not say. */
    readonly currency: string;
    /** Cells whose value a formula gave, as `formulaKey` names them. */
    readonly formulas: ReadonlySet<string>;
  },
): ReadRow {
  const cells: Partial<Record<PasteField, string>> = {};
  for (const field of PASTE_FIELDS) {
    const index = columns.indexOf(field);
    const text = edit.cells[field] ?? (index === -1 ? undefined : row.cells[index]);
    if (text !== undefined) cells[field] = text;
  }
  const faults: PasteFault[] = [];
  const notes: PasteNote[] = [];
  for (const [index, field] of columns.entries()) {
    if (field === null || edit.cells[field] !== undefined) continue;
    const isFormula =
      table.formulas.has(formulaKey(row.line, index)) || (row.cells[index] ?? '').startsWith('=');
    if (isFormula) notes.push({ code: 'formula', field, params: {} });
  }
  const stated = readCurrency(cells.currency ?? '');
  if (stated.kind === 'bad') {
    const params = { found: plainText(cells.currency ?? '') };
    faults.push({ code: 'currencyForm', field: 'currency', params, fixes: [] });
  }
  const currency = stated.kind === 'value' ? stated.currency : table.currency;
  if (currency !== table.currency) {
    notes.push({ code: 'currencyOther', field: 'currency', params: { currency } });
  }
  const said: { -readonly [K in keyof ReadRow['said']]: ReadRow['said'][K] } = {};

  for (const field of PRICE_FIELDS) {
    const price = numberOf(field, readPrice(cells[field] ?? '', currency), currency, faults);
    if (price !== undefined) said[field] = price;
  }
  const more = readMore(cells, currency, faults);
  const stock = numberOf('stock', readStock(cells.stock ?? ''), null, faults);
  if (stock !== undefined) said.stock = stock;
  if (stock === null)
    notes.push({
      code: 'stockUnknown',
      field: 'stock',
      params: { found: plainText(cells.stock ?? '') },
    });
  const linkNumber = numberOf('linkNumber', readLinkNumber(cells.linkNumber ?? ''), null, faults);
  const roleText = cells.role ?? '';
  if (roleText.trim() !== '') {
    const role = readRole(roleText);
    if (role === null)
      notes.push({ code: 'roleUnknown', field: 'role', params: { found: plainText(roleText) } });
    else said.role = role;
  }
  for (const field of TEXT_FIELDS) {
    const text = textOf(field, cells[field], TEXT_MAX, faults);
    if (text !== '') said[field] = text;
  }
  const name = textOf('name', cells.name, TEXT_MAX, faults);
  if (name !== '') said.name = name;
  const swatch = textOf('swatch', cells.swatch, SWATCH_MAX, faults);
  if (swatch !== '') said.swatch = swatch;
  const code = textOf('code', cells.code, CODE_MAX, faults);
  return {
    line: row.line,
    cells,
    edit,
    said,
    more,
    currency,
    isCurrencyStated: stated.kind === 'value',
    code: code === '' ? null : code,
    linkNumber: linkNumber ?? null,
    group: groupOf(cells.group, faults),
    faults,
    notes,
  };
}

/** Undefined where the cell states nothing or is wrong, null where it states that there is none. */
function numberOf(
  field: PasteField,
  found: ReadNumber,
  currency: string | null,
  faults: PasteFault[],
): number | null | undefined {
  switch (found.kind) {
    case 'empty':
      return undefined;
    case 'none':
      return null;
    case 'value':
      return found.value;
    case 'unsure': {
      const fixes = found.readings.map((value): PasteFix => {
        const text = currency === null ? String(value) : priceAsText(value, currency);
        return { kind: 'cell', field, text, minor: currency === null ? null : value };
      });
      faults.push({ code: 'unsure', field, params: {}, fixes });
      return undefined;
    }
    case 'bad':
      faults.push({ code: found.code, field, params: { found: found.found }, fixes: [] });
      return undefined;
  }
}

/** As the group is called; a dash takes the product out of any. */
function groupOf(cell: string | undefined, faults: PasteFault[]): string | null {
  const text = textOf('group', cell, GROUP_NAME_MAX, faults);
  if (NO_GROUP.test(text)) return '';
  const named = groupNameOf(text);
  return named.ok ? named.value : null;
}

/** Names a cell by its row and, from 0, its column. */
export function formulaKey(line: number, column: number): string {
  return `${line}:${column}`;
}

/** What cells state beside the card. */
function readMore(
  cells: ReadRow['cells'],
  currency: string,
  faults: PasteFault[],
): Partial<ProductDetails> {
  const more: { -readonly [K in keyof ProductDetails]?: ProductDetails[K] } = {};
  const shortName = textOf('shortName', cells.shortName, SHORT_NAME_MAX, faults);
  if (shortName !== '') more.shortName = shortName;
  const field = 'memberPriceMinor';
  const member = numberOf(field, readPrice(cells[field] ?? '', currency), currency, faults);
  if (member !== undefined) more.memberPriceMinor = member;
  for (const list of DETAIL_FIELDS) {
    const text = unguardCell((cells[list] ?? '').trim());
    if (text === '') continue;
    const read = ['-', '—'].includes(text) ? [] : readDetailCell(list, text, currency);
    const checked = ProductDetails.shape[list].safeParse(read);
    if (checked.success) Object.assign(more, { [list]: checked.data });
    else faults.push({ code: 'detailForm', field: list, params: {}, fixes: [] });
  }
  return more;
}

/** One line of text; a guard that was put before a formula for the spreadsheet is taken off. */
function textOf(
  field: PasteField,
  cell: string | undefined,
  max: number,
  faults: PasteFault[],
): string {
  const text = unguardCell((cell ?? '').replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim());
  if (CELL_ERROR.test(text)) faults.push({ code: 'cellError', field, params: {}, fixes: [] });
  if (text.length > max) {
    faults.push({ code: 'tooLong', field, params: { max, count: text.length }, fixes: [] });
  }
  return text;
}
