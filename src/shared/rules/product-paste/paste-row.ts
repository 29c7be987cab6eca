import type { ProductFields } from '../../model/product.ts';
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
import { readRole } from './paste-role.ts';
import type { PasteColumns } from './paste-columns.ts';

export const TEXT_MAX = 200;
export const CODE_MAX = 64;

export type PasteFaultCode =
  | NumberFault
  | 'unsure'
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
  readonly code: 'stockUnknown' | 'roleUnknown' | 'backOnShelf' | 'sameName';
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
  readonly said: Partial<Omit<ProductFields, 'code' | 'currency' | 'swatch'>>;
  readonly code: string | null;
  readonly linkNumber: number | null;
  readonly faults: readonly PasteFault[];
  readonly notes: readonly PasteNote[];
};

/** Reads the cells of a row as the columns say, with what the operator corrected. */
export function readRow(
  row: { readonly line: number; readonly cells: readonly string[] },
  columns: PasteColumns,
  edit: RowEdit,
  currency: string,
): ReadRow {
  const cells: Partial<Record<PasteField, string>> = {};
  for (const field of PASTE_FIELDS) {
    const index = columns.indexOf(field);
    const text = edit.cells[field] ?? (index === -1 ? undefined : row.cells[index]);
    if (text !== undefined) cells[field] = text;
  }
  const faults: PasteFault[] = [];
  const notes: PasteNote[] = [];
  const said: { -readonly [K in keyof ReadRow['said']]: ReadRow['said'][K] } = {};

  for (const field of PRICE_FIELDS) {
    const price = numberOf(field, readPrice(cells[field] ?? '', currency), currency, faults);
    if (price !== undefined) said[field] = price;
  }
  const stock = numberOf('stock', readStock(cells.stock ?? ''), null, faults);
  if (stock !== undefined) said.stock = stock;
  if (stock === null)
    notes.push({ code: 'stockUnknown', params: { found: plainText(cells.stock ?? '') } });
  const linkNumber = numberOf('linkNumber', readLinkNumber(cells.linkNumber ?? ''), null, faults);
  const roleText = cells.role ?? '';
  if (roleText.trim() !== '') {
    const role = readRole(roleText);
    if (role === null) notes.push({ code: 'roleUnknown', params: { found: plainText(roleText) } });
    else said.role = role;
  }
  for (const field of TEXT_FIELDS) {
    const text = textOf(field, cells[field], TEXT_MAX, faults);
    if (text !== '') said[field] = text;
  }
  const name = textOf('name', cells.name, TEXT_MAX, faults);
  if (name !== '') said.name = name;
  const code = textOf('code', cells.code, CODE_MAX, faults);
  return {
    line: row.line,
    cells,
    edit,
    said,
    code: code === '' ? null : code,
    linkNumber: linkNumber ?? null,
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

/** One line of text; a guard that was put before a formula for the spreadsheet is taken off. */
function textOf(
  field: PasteField,
  cell: string | undefined,
  max: number,
  faults: PasteFault[],
): string {
  const text = unguardCell((cell ?? '').replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim());
  if (text.length > max) {
    faults.push({ code: 'tooLong', field, params: { max, count: text.length }, fixes: [] });
  }
  return text;
}
