import type { ProductFields } from '../../model/product.ts';
import { swatchFor } from '../product-swatch.ts';
import type { PastedRow } from './paste-cells.ts';
import type { PasteLayout } from './paste-columns.ts';
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
  readonly linkNumber: number | null;
  /** The cells state the stock; otherwise what is stored stays. */
  readonly isStockStated: boolean;
  readonly changed: readonly PasteField[];
  readonly faults: readonly PasteFault[];
  readonly notes: readonly PasteNote[];
};

export type PasteRoom = {
  readonly known: readonly KnownProduct[];
  readonly currency: string;
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
    readRow(row, layout.columns, edits.get(row.line) ?? NO_EDIT, room.currency),
  );
  const matched = giveLinkNumbers(matchRows(read, room.known), room.known);
  const codes = new Set(room.known.map(({ fields }) => fields.code));
  for (const { row } of matched) if (row.code !== null) codes.add(row.code);
  return matched.map((found) => previewRow(found, room, codes));
}

function previewRow(found: MatchedRow, room: PasteRoom, codes: Set<string>): PasteRow {
  const { row, target, linkNumber, isRepeat } = found;
  const notes = [...row.notes, ...found.notes];
  const shown = {
    line: row.line,
    cells: row.cells,
    target,
    isStockStated: row.said.stock !== undefined,
  };
  const nothing = { fields: null, linkNumber, changed: [], notes };
  if (row.edit.isLeftOut) return { ...shown, ...nothing, state: 'leftOut', faults: [] };
  if (isRepeat) return { ...shown, ...nothing, state: 'repeated', faults: [] };
  const fields = fieldsOf(found, room.currency, codes);
  const { faults } = found;
  if (faults.length > 0) return { ...shown, ...nothing, state: 'wrong', faults };
  const changed = target === null ? [] : changesOf(target, fields, linkNumber, row.said);
  const isSame = target?.linkNumber !== null && target !== null && changed.length === 0;
  const state = target === null ? 'new' : isSame ? 'same' : 'changed';
  return { ...shown, state, fields, linkNumber, changed, faults: [], notes };
}

function fieldsOf(found: MatchedRow, currency: string, codes: Set<string>): ProductFields {
  const { row, target, linkNumber } = found;
  if (target !== null) {
    // Another show's stock says nothing of this one's.
    const stock = target.linkNumber === null ? null : target.fields.stock;
    return { ...target.fields, currency, stock, ...row.said };
  }
  return {
    code: row.code ?? freeCode(linkNumber ?? 1, codes),
    name: '',
    role: 'none',
    currency,
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
    swatch: swatchFor(linkNumber ?? 1),
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
  target: KnownProduct,
  fields: ProductFields,
  linkNumber: number | null,
  said: MatchedRow['row']['said'],
): readonly PasteField[] {
  const before = target.fields;
  const changed: PasteField[] = [];
  if (target.linkNumber !== null && linkNumber !== target.linkNumber) changed.push('linkNumber');
  const compared = [
    'name',
    'role',
    'priceMinor',
    'couponPriceMinor',
    'listPriceMinor',
    ...TEXT_FIELDS,
  ] as const;
  for (const field of compared) if (before[field] !== fields[field]) changed.push(field);
  if (said.stock !== undefined && said.stock !== before.stock) changed.push('stock');
  // The amounts are the same, what they are is not.
  if (before.currency !== fields.currency && !changed.includes('priceMinor'))
    changed.push('priceMinor');
  return changed;
}
