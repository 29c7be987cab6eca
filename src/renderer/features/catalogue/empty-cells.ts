import { PASTE_FIELDS } from '#shared/rules/product-paste/paste-fields.ts';
import type { ProductCells } from '#shared/rules/product-table.ts';

/** The form of a product that is not there yet. */
export function emptyCells(currency: string): ProductCells {
  const empty = Object.fromEntries(PASTE_FIELDS.map((field) => [field, ''])) as ProductCells;
  return { ...empty, role: 'none', currency };
}
