import type { RoomId } from '#shared/model/ids.ts';
import type { Language } from '#shared/model/settings.ts';
import { toCsv } from '#shared/rules/csv.ts';
import {
  NUMBER_FIELDS,
  productCells,
  TABLE_FIELDS,
  tableHeadings,
} from '#shared/rules/product-table.ts';
import type { TsvCell } from '#shared/rules/tsv.ts';
import type { ReadableDatabase } from '../../database/database.ts';
import { catalogueRow, productsAfter, type CatalogueRow } from './product.queries.ts';
import { xlsxOf } from './xlsx-writer.ts';

export type TableFormat = 'xlsx' | 'csv';

/** Read in one go; other work of the core comes between. */
const PAGE_ROWS = 500;

/** A room's whole catalogue as a file that an import reads back as it was. */
export async function catalogueFile(
  db: ReadableDatabase,
  roomId: RoomId,
  format: TableFormat,
  language: Language,
): Promise<{ readonly bytes: Buffer; readonly products: number }> {
  const rows: (readonly TsvCell[])[] = [tableHeadings(language)];
  let afterId = 0;
  for (;;) {
    const page = productsAfter(db, roomId, afterId, PAGE_ROWS);
    rows.push(...page.map((row) => tableRow(catalogueRow(row), language)));
    afterId = page.at(-1)?.id ?? afterId;
    if (page.length < PAGE_ROWS) break;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  const sheetName = language === 'en' ? 'Products' : '商品';
  const bytes = format === 'csv' ? Buffer.from(toCsv(rows), 'utf8') : xlsxOf(rows, sheetName);
  return { bytes, products: rows.length - 1 };
}

function tableRow(product: CatalogueRow, language: Language): readonly TsvCell[] {
  const cells = productCells(product, language);
  return TABLE_FIELDS.map((field) => {
    const text = cells[field];
    if (text === '') return null;
    return NUMBER_FIELDS.has(field) ? Number(text) : text;
  });
}
