import type { ProductId } from '../../model/ids.ts';
import type { ProductDetails } from '../../model/product-details.ts';
import type { ProductFields } from '../../model/product.ts';
import { PASTE_FIELDS, plainText, PRICE_FIELDS } from './paste-fields.ts';
import type { PasteFault, PasteNote, ReadRow } from './paste-row.ts';

/** A product the room has already. */
export type KnownProduct = {
  readonly productId: ProductId;
  readonly fields: ProductFields;
  readonly details: ProductDetails;
  /** Its link number on the shelf of this show; null where it is not on it. */
  readonly linkNumber: number | null;
  /** Name of its group there; null for none. */
  readonly groupName: string | null;
};

/** A row with the product it is about. */
export type MatchedRow = {
  readonly row: ReadRow;
  readonly target: KnownProduct | null;
  readonly linkNumber: number | null;
  /** Says word for word what a row above says. */
  readonly isRepeat: boolean;
  readonly faults: readonly PasteFault[];
  readonly notes: readonly PasteNote[];
};

/**
 * Which product each row is about: the one with its code; without a code the one with its name; and
 * the one with its link number where the operator said that it is the same. Never two rows for one.
 */
export function matchRows(
  rows: readonly ReadRow[],
  known: readonly KnownProduct[],
  isForShelf: boolean,
): readonly MatchedRow[] {
  const byCode = new Map(known.map((product) => [product.fields.code, product]));
  const byName = new Map<string, KnownProduct>();
  const byNumber = new Map<number, KnownProduct>();
  for (const product of known) {
    // Of two with one name that of the shelf is meant.
    const name = nameKey(product.fields.name);
    if (product.linkNumber !== null || !byName.has(name)) byName.set(name, product);
    if (product.linkNumber !== null) byNumber.set(product.linkNumber, product);
  }
  const firstOf = new Map<string, ReadRow>();

  return rows.map((row): MatchedRow => {
    const named = row.said.name === undefined ? undefined : byName.get(nameKey(row.said.name));
    const numbered = row.linkNumber === null ? undefined : byNumber.get(row.linkNumber);
    const target =
      row.code !== null
        ? (byCode.get(row.code) ?? null)
        : ((row.edit.isSameProduct || row.said.name === undefined ? numbered : undefined) ??
          named ??
          null);
    const faults = [...row.faults, ...priceFaults(row, target), ...currencyFaults(row, target)];
    const notes: PasteNote[] = [];
    if (target === null && row.said.name === undefined) {
      faults.push({ code: 'nameMissing', field: 'name', params: {}, fixes: [] });
    }
    if (target !== null && target.linkNumber === null && isForShelf)
      notes.push({ code: 'backOnShelf', field: null, params: {} });
    if (target === null && named !== undefined) {
      notes.push({ code: 'sameName', field: 'name', params: { code: named.fields.code } });
    }
    const key = keyOf(row, target);
    const first = row.edit.isLeftOut || key === null ? undefined : firstOf.get(key);
    if (key !== null && first === undefined && !row.edit.isLeftOut) firstOf.set(key, row);
    const isRepeat = first !== undefined && isAlike(first, row);
    if (first !== undefined && !isRepeat) {
      const field = row.code === null ? 'name' : 'code';
      faults.push({ code: 'twice', field, params: { line: first.line }, fixes: [] });
    }
    return { row, target, linkNumber: row.linkNumber, isRepeat, faults, notes };
  });
}

function priceFaults({ said }: ReadRow, target: KnownProduct | null): readonly PasteFault[] {
  const { priceMinor, listPriceMinor, couponPriceMinor } = { ...target?.fields, ...said };
  const faults: PasteFault[] = [];
  if (typeof priceMinor !== 'number') return faults;
  if (typeof listPriceMinor === 'number' && listPriceMinor < priceMinor) {
    faults.push({ code: 'listBelowPrice', field: 'listPriceMinor', params: {}, fixes: [] });
  }
  if (typeof couponPriceMinor === 'number' && couponPriceMinor > priceMinor) {
    faults.push({ code: 'couponAbovePrice', field: 'couponPriceMinor', params: {}, fixes: [] });
  }
  return faults;
}

/** Prices in another currency than the product has, where the row names none: nobody said so. */
function currencyFaults(row: ReadRow, target: KnownProduct | null): readonly PasteFault[] {
  if (target === null || row.isCurrencyStated || row.currency === target.fields.currency) return [];
  const priced = [...PRICE_FIELDS, 'memberPriceMinor' as const].find(
    (field) => typeof { ...row.said, ...row.more }[field] === 'number',
  );
  if (priced === undefined) return [];
  const held = target.fields.currency;
  const texts = [held, row.currency];
  return [
    {
      code: 'currencyUnsaid',
      field: 'currency',
      params: { held, currency: row.currency },
      fixes: texts.map((text) => ({ kind: 'cell', field: 'currency', text, minor: null })),
    },
  ];
}

/** What two rows about one product have in common; null for a row that says neither code nor name. */
function keyOf(row: ReadRow, target: KnownProduct | null): string | null {
  if (target !== null) return `known ${target.productId}`;
  if (row.code !== null) return `code ${row.code}`;
  return row.said.name === undefined ? null : `name ${nameKey(row.said.name)}`;
}

/** Every cell says the same. */
function isAlike(a: ReadRow, b: ReadRow): boolean {
  return PASTE_FIELDS.every(
    (field) => plainText(a.cells[field] ?? '') === plainText(b.cells[field] ?? ''),
  );
}

function nameKey(name: string): string {
  return plainText(name).toLowerCase();
}
