import type { RoomId } from '#shared/model/ids.ts';
import type { Language } from '#shared/model/settings.ts';
import type { ShowOrigin } from '#shared/model/show.ts';
import type { PasteField } from '#shared/rules/product-paste/paste-fields.ts';
import { toCsv } from '#shared/rules/csv.ts';
import {
  NUMBER_FIELDS,
  productCells,
  SHELF_TABLE_FIELDS,
  TABLE_FIELDS,
  tableHeadings,
  type ProductCells,
} from '#shared/rules/product-table.ts';
import type { TsvCell } from '#shared/rules/tsv.ts';
import type { ReadableDatabase } from '../../database/database.ts';
import { productsNotOffered } from './demo-products.queries.ts';
import { catalogueRow, productsAfter, type CatalogueRow } from './product.queries.ts';
import { xlsxOf } from './xlsx-writer.ts';

export type TableFormat = 'xlsx' | 'csv';

/** Read in one go; other work of the core comes between. */
const PAGE_ROWS = 500;

/**
 * A room's whole catalogue as a file that an import reads back as it was; products of the demo are in
 * it while the demo is on (`origin` of the show; null: none is).
 */
export async function catalogueFile(
  db: ReadableDatabase,
  roomId: RoomId,
  format: TableFormat,
  language: Language,
  origin: ShowOrigin | null,
): Promise<TableFile> {
  const without = productsNotOffered(db, roomId, origin);
  const rows: (readonly TsvCell[])[] = [tableHeadings(language, TABLE_FIELDS)];
  let afterId = 0;
  for (;;) {
    const page = productsAfter(db, roomId, { afterId, limit: PAGE_ROWS, without });
    rows.push(
      ...page.map((row) => cellsOf(productCells(catalogueRow(row), language), TABLE_FIELDS)),
    );
    afterId = page.at(-1)?.id ?? afterId;
    if (page.length < PAGE_ROWS) break;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return tableFile(rows, format, language === 'en' ? 'Products' : '商品');
}

/** A product in its place on a show's shelf, with the pieces that are left of it there. */
export type ShelfRow = CatalogueRow & {
  readonly linkNumber: number;
  readonly groupName: string | null;
};

/** A show's shelf in the order of its link numbers, as a file that puts it there again. */
export function shelfFile(
  shelf: readonly ShelfRow[],
  format: TableFormat,
  language: Language,
): TableFile {
  const rows = shelf.map((row) => {
    const cells = productCells(row, language);
    // A dash: a product that is in no group is taken out of the one it is in by then.
    const places = { linkNumber: String(row.linkNumber), group: row.groupName ?? '—' };
    return cellsOf({ ...cells, ...places }, SHELF_TABLE_FIELDS);
  });
  const table = [tableHeadings(language, SHELF_TABLE_FIELDS), ...rows];
  return tableFile(table, format, language === 'en' ? 'Shelf' : '货架');
}

export type TableFile = { readonly bytes: Buffer; readonly products: number };

function tableFile(
  rows: readonly (readonly TsvCell[])[],
  format: TableFormat,
  sheetName: string,
): TableFile {
  const bytes = format === 'csv' ? Buffer.from(toCsv(rows), 'utf8') : xlsxOf(rows, sheetName);
  return { bytes, products: rows.length - 1 };
}

function cellsOf(cells: ProductCells, fields: readonly PasteField[]): readonly TsvCell[] {
  return fields.map((field) => {
    const text = cells[field];
    if (text === '') return null;
    return NUMBER_FIELDS.has(field) ? Number(text) : text;
  });
}
