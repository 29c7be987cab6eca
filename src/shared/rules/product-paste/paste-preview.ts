import { NO_DETAILS, type ProductDetails } from '../../model/product-details.ts';
import type { ProductFields } from '../../model/product.ts';
import { groupNameKey } from '../shelf-groups.ts';
import { swatchFor } from '../product-swatch.ts';
import type { PastedRow } from './paste-cells.ts';
import type { PasteLayout } from './paste-columns.ts';
import { DETAIL_FIELDS } from './detail-cells.ts';
import { TEXT_FIELDS, type PasteField } from './paste-fields.ts';
import { matchRows, type KnownProduct, type MatchedRow } from './paste-match.ts';
import { giveLinkNumbers } from './paste-links.ts';
import { NO_EDIT, readRow, type PasteFault, type PasteNote, type RowEdit } from './paste-row.ts';

export type PasteRowState = 'new' | 'changed' | 'same' | 'wrong' | 'repeated' | 'leftOut';

/** A row of the preview: what it says, what it becomes, what is wrong with it. */
export type PasteRow = {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<PasteField, string>>>;
  readonly state: PasteRowState;
  /** The product it changes; null for a new one. */
  readonly target: KnownProduct | null;
  /** What is stored when the paste is confirmed; null for a row that is not taken. */
  readonly fields: ProductFields | null;
  /** What is stored beside the card; null for a row that is not taken or says nothing of it. */
  readonly details: ProductDetails | null;
  readonly linkNumber: number | null;
  /** The group of the shelf it comes into; empty: out of any; null: that stays as it is. */
  readonly groupName: string | null;
  /** The cells state the stock; otherwise what is stored stays. */
  readonly isStockStated: boolean;
  readonly changed: readonly PasteField[];
  readonly faults: readonly PasteFault[];
  readonly notes: readonly PasteNote[];
};

export type PasteDestination = 'shelf' | 'catalogue';

export type PasteRoom = {
  readonly known: readonly KnownProduct[];
  /** What prices are in where a row does not say. */
  readonly currency: string;
  /** Onto the show's shelf, with link numbers, or into the catalogue alone. */
  readonly destination: PasteDestination;
  /** Cells that a formula gave, by `formulaKey`. */
  readonly formulas: ReadonlySet<string>;
};

/**
 * What a pasted table would do to the products of a room: nothing is changed by it. Rows are matched
 * by their code, else by their name; an empty cell leaves what is stored, a dash clears it. `edits`
 * are by the line of the row.
 */
export function previewPaste(
  rows: readonly PastedRow[],
  layout: PasteLayout,
  edits: ReadonlyMap<number, RowEdit>,
  room: PasteRoom,
): readonly PasteRow[] {
  const body = layout.headerIndex === null ? rows : rows.slice(layout.headerIndex + 1);
  const read = body.map((row) =>
    readRow(row, layout.columns, edits.get(row.line) ?? NO_EDIT, room),
  );
  const isForShelf = room.destination === 'shelf';
  const found = matchRows(read, room.known, isForShelf);
  const matched = isForShelf
    ? giveLinkNumbers(found, room.known)
    : found.map((row) => ({ ...row, linkNumber: null }));
  const codes = new Set(room.known.map(({ fields }) => fields.code));
  for (const { row } of matched) if (row.code !== null) codes.add(row.code);
  return matched.map((row) => previewRow(row, room, codes));
}

function previewRow(found: MatchedRow, room: PasteRoom, codes: Set<string>): PasteRow {
  const { row, target, linkNumber, isRepeat } = found;
  const groupName = room.destination === 'shelf' ? row.group : null;
  const notes = [...row.notes, ...found.notes];
  const shown = {
    line: row.line,
    cells: row.cells,
    target,
    isStockStated: row.said.stock !== undefined,
  };
  const nothing = {
    fields: null,
    details: null,
    linkNumber,
    groupName: null,
    changed: [],
    notes,
  };
  if (row.edit.isLeftOut) return { ...shown, ...nothing, state: 'leftOut', faults: [] };
  if (isRepeat) return { ...shown, ...nothing, state: 'repeated', faults: [] };
  const fields = fieldsOf(found, room, codes);
  const details =
    Object.keys(row.more).length === 0 ? null : { ...(target?.details ?? NO_DETAILS), ...row.more };
  const { faults } = found;
  if (faults.length > 0) return { ...shown, ...nothing, state: 'wrong', faults };
  const changed = target === null ? [] : changesOf(found, target, fields);
  if (target !== null && isOtherGroup(groupName, target)) changed.push('group');
  const isThere = room.destination === 'catalogue' || target?.linkNumber !== null;
  const isSame = isThere && target !== null && changed.length === 0;
  const state = target === null ? 'new' : isSame ? 'same' : 'changed';
  return { ...shown, state, fields, details, linkNumber, groupName, changed, faults: [], notes };
}

function isOtherGroup(groupName: string | null, target: KnownProduct): boolean {
  return groupName !== null && groupNameKey(groupName) !== groupNameKey(target.groupName ?? '');
}

function fieldsOf(found: MatchedRow, room: PasteRoom, codes: Set<string>): ProductFields {
  const { row, target, linkNumber } = found;
  if (target !== null) {
    const isForShelf = room.destination === 'shelf';
    // Another show's stock says nothing of this one's.
    const stock = isForShelf && target.linkNumber === null ? null : target.fields.stock;
    const currency = isForShelf || row.isCurrencyStated ? row.currency : target.fields.currency;
    return { ...target.fields, currency, stock, ...row.said };
  }
  return {
    code: row.code ?? freeCode(linkNumber ?? row.line, codes),
    name: '',
    role: 'none',
    currency: row.currency,
    priceMinor: null,
    listPriceMinor: null,
    couponPriceMinor: null,
    stock: null,
    benefit: '',
    hook: '',
    look: '',
    story: '',
    value: '',
    callToAction: '',
    say: '',
    // A table that has the column says what there is, also that there is none.
    swatch: row.cells.swatch === undefined ? swatchFor(linkNumber ?? row.line) : '',
    ...row.said,
  };
}

/** `P7` for the product with link number 7, or the next that no product of the room has. */
function freeCode(from: number, codes: Set<string>): string {
  let number = from;
  while (codes.has(`P${number}`)) number += 1;
  codes.add(`P${number}`);
  return `P${number}`;
}

function changesOf(
  { row, linkNumber }: MatchedRow,
  target: KnownProduct,
  fields: ProductFields,
): PasteField[] {
  const { said, more } = row;
  const before = target.fields;
  const changed: PasteField[] = [];
  if (target.linkNumber !== null && linkNumber !== null && linkNumber !== target.linkNumber) {
    changed.push('linkNumber');
  }
  const compared = [
    'name',
    'role',
    'priceMinor',
    'couponPriceMinor',
    'listPriceMinor',
    ...TEXT_FIELDS,
    'swatch',
  ] as const;
  for (const field of compared) if (before[field] !== fields[field]) changed.push(field);
  if (said.stock !== undefined && said.stock !== before.stock) changed.push('stock');
  for (const field of ['shortName', 'memberPriceMinor', ...DETAIL_FIELDS] as const) {
    const isOther = JSON.stringify(more[field]) !== JSON.stringify(target.details[field]);
    if (more[field] !== undefined && isOther) changed.push(field);
  }
  // The amounts are the same, what they are is not.
  if (before.currency !== fields.currency && !changed.includes('priceMinor'))
    changed.push('priceMinor');
  return changed;
}
