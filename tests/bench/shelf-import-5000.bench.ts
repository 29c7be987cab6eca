/**
 * A workbook of 5,000 products, from its bytes to products in the store: read, every column and every
 * row understood and checked, sent in parts as a desk sends them, and committed; against reading the
 * file alone, that is unpacking its sheet and decoding it, without looking at a cell.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openStore } from '#core/database/open-store.ts';
import { putProduct } from '#core/shelf/catalogue/product.queries.ts';
import { sql } from '#core/database/sql.ts';
import { systemClock } from '#core/system-ports.ts';
import { readSheet } from '#renderer/sheet-files/read-sheet.ts';
import { ZipReader } from '#renderer/sheet-files/zip-reader.ts';
import { commands } from '#shared/contract/contract.ts';
import type { PastedProduct } from '#shared/contract/product-commands.ts';
import { RoomId } from '#shared/model/ids.ts';
import { median } from '#shared/rules/median.ts';
import { layoutOf } from '#shared/rules/product-paste/paste-columns.ts';
import { previewPaste } from '#shared/rules/product-paste/paste-preview.ts';
import { productWorkbook } from '#tests/support/product-workbook.ts';
import { testPorts } from '#tests/support/test-ports.ts';

import { printBench, rounded } from './bench-line.ts';

const PRODUCTS = 5000;
const PART = 250;
const ROUNDS = 7;

const file = new Uint8Array(productWorkbook(PRODUCTS, () => ({})));
const dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-import-'));
const opened = openStore(
  { dataFolder, sqliteBinding: null },
  { ...testPorts(), clock: systemClock },
);
if (!opened.ok) throw new Error(opened.error.code);
const { db } = opened.value;
const roomId = RoomId.parse('bench');
db.run(sql`INSERT INTO rooms (id, name, time_zone, currency, created_ts)
  VALUES (${roomId}, 'Bench', 'UTC', 'CNY', 1)`);

async function readAlone(): Promise<void> {
  let chars = 0;
  for await (const piece of new ZipReader(file).text('xl/worksheets/sheet1.xml')) {
    chars += piece.length;
  }
  if (chars < PRODUCTS) throw new Error('the sheet is empty');
}

async function importAll(): Promise<void> {
  const read = await readSheet(file);
  if (!read.isRead) throw new Error(read.fault);
  const { rows, formulas } = read.table;
  const preview = previewPaste(rows, layoutOf(rows, 'CNY'), new Map(), {
    known: [],
    currency: 'CNY',
    destination: 'catalogue',
    formulas: new Set(formulas),
  });
  const products = preview.flatMap(({ fields, details, isStockStated }): PastedProduct[] =>
    fields === null ? [] : [{ productId: null, fields, details, linkNumber: null, isStockStated }],
  );
  if (products.length !== PRODUCTS) throw new Error(`${products.length} products were understood`);
  const parsed: PastedProduct[] = [];
  for (let from = 0; from < products.length; from += PART) {
    const part = { importId: 'bench-import', from, products: products.slice(from, from + PART) };
    const sent: unknown = JSON.parse(JSON.stringify(part));
    parsed.push(...commands['shelf.stageProducts'].input.parse(sent).products);
  }
  db.transaction(() => {
    for (const { fields, details } of parsed) {
      putProduct(db, roomId, { fields, details, cause: 'import', nowTs: 1 });
    }
  });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

const oursMs: number[] = [];
const aloneMs: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  db.run(sql`DELETE FROM product_prices`);
  db.run(sql`DELETE FROM products`);
  aloneMs.push(await timed(readAlone));
  oursMs.push(await timed(importAll));
}
const value = median(oursMs) ?? 0;
const comparatorValue = median(aloneMs) ?? 0;
printBench({
  name: 'shelf.import-5000',
  value: rounded(value, 1),
  unit: 'ms',
  comparator: 'unpacking and decoding the same sheet, no cell looked at',
  comparatorValue: rounded(comparatorValue, 1),
  ratio: rounded(value / comparatorValue, 2),
  goal: { of: 'value', is: 'at most', target: 2000 },
  floor: { of: 'unpacking and decoding the sheet', value: rounded(comparatorValue, 1) },
  samples: oursMs.map((ms) => rounded(ms, 1)),
});
opened.value.close();
rmSync(dataFolder, { recursive: true, force: true });
