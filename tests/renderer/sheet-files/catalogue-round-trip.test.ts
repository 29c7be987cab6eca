import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { xlsxOf } from '#core/shelf/catalogue/xlsx-writer.ts';
import { readSheet } from '#renderer/sheet-files/read-sheet.ts';
import type { SheetTable } from '#renderer/sheet-files/sheet-reading.ts';
import type { ProductDetails } from '#shared/model/product-details.ts';
import type { ProductFields } from '#shared/model/product.ts';
import { toCsv } from '#shared/rules/csv.ts';
import { layoutOf } from '#shared/rules/product-paste/paste-columns.ts';
import { previewPaste } from '#shared/rules/product-paste/paste-preview.ts';
import {
  NUMBER_FIELDS,
  productCells,
  TABLE_FIELDS,
  tableHeadings,
} from '#shared/rules/product-table.ts';
import type { Language } from '#shared/model/settings.ts';
import type { TsvCell } from '#shared/rules/tsv.ts';
import { readCells } from '#tests/support/spreadsheet-reader.ts';
import { arbitraryProduct } from '#tests/support/arbitrary-product.ts';

type Product = { readonly fields: ProductFields; readonly details: ProductDetails };

const catalogue = fc
  .integer({ min: 1, max: 6 })
  .chain((count) =>
    fc.tuple(...Array.from({ length: count }, (_, index) => arbitraryProduct(`00${index}`))),
  );

function rowsOf(products: readonly Product[], language: Language): (readonly TsvCell[])[] {
  return [
    tableHeadings(language, TABLE_FIELDS),
    ...products.map((product) => {
      const cells = productCells(product, language);
      return TABLE_FIELDS.map((field) => {
        if (cells[field] === '') return null;
        return NUMBER_FIELDS.has(field) ? Number(cells[field]) : cells[field];
      });
    }),
  ];
}

async function read(bytes: Uint8Array): Promise<SheetTable> {
  const reading = await readSheet(new Uint8Array(bytes), '');
  if (!reading.isRead) throw new Error(reading.fault);
  return reading.table;
}

/** What an import into an empty catalogue would store. */
function imported({ rows, formulas }: SheetTable): unknown[] {
  const room = { known: [], currency: 'CNY', destination: 'catalogue' as const };
  const layout = layoutOf(rows, 'CNY');
  const preview = previewPaste(rows, layout, new Map(), { ...room, formulas: new Set(formulas) });
  return preview.map(({ fields, details, faults }) =>
    faults.length > 0 ? faults : { fields, details: details ?? undefined },
  );
}

const withDetails = (products: readonly Product[]): unknown[] =>
  products.map(({ fields, details }) => {
    const isSaid = Object.values(details).some((value) =>
      Array.isArray(value) ? value.length > 0 : value !== null && value !== '',
    );
    return { fields, details: isSaid ? details : undefined };
  });

describe.each(['zh-CN', 'en'] as const)('a catalogue that is exported in %s', (language) => {
  test('comes back the same from XLSX', async () => {
    await fc.assert(
      fc.asyncProperty(catalogue, async (products) => {
        const table = await read(xlsxOf(rowsOf(products, language), 'Products'));
        expect(imported(table)).toEqual(withDetails(products));
      }),
      { numRuns: 60 },
    );
  });

  test('comes back the same from CSV, and no text of it can be run there', async () => {
    await fc.assert(
      fc.asyncProperty(catalogue, async (products) => {
        const text = toCsv(rowsOf(products, language));
        const table = await read(new TextEncoder().encode(text));
        expect(imported(table)).toEqual(withDetails(products));
        for (const cell of readCells(text.slice(1).replaceAll('\r\n', '\n'), ',\n').flat()) {
          expect(cell).not.toMatch(/^\s*[=+@\t\r]/);
        }
      }),
      { numRuns: 60 },
    );
  });
});
