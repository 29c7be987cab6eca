/**
 * A workbook of 5,000 products, from its bytes to products in the store: read, every column and every
 * row understood and checked, sent in parts to a whole core as a desk sends them, and acknowledged
 * after the commit; against reading the file alone, that is unpacking its sheet and decoding it,
 * without looking at a cell.
 */
import { readSheet } from '#renderer/sheet-files/read-sheet.ts';
import { ZipReader } from '#renderer/sheet-files/zip-reader.ts';
import type { PastedProduct } from '#shared/contract/product-commands.ts';
import { median } from '#shared/rules/median.ts';
import { layoutOf } from '#shared/rules/product-paste/paste-columns.ts';
import { previewPaste } from '#shared/rules/product-paste/paste-preview.ts';
import { startRig } from '#tests/support/core-rig.ts';
import { productWorkbook } from '#tests/support/product-workbook.ts';

import { printBench, rounded } from './bench-line.ts';

const PRODUCTS = 5000;
const PART = 500;
const ROUNDS = 7;

const file = new Uint8Array(productWorkbook(PRODUCTS, () => ({})));
const rig = await startRig(null);
const desk = rig.screen('desk');
await rig.advance(10);

async function readAlone(): Promise<void> {
  let chars = 0;
  for await (const piece of new ZipReader(file).text('xl/worksheets/sheet1.xml')) {
    chars += piece.length;
  }
  if (chars < PRODUCTS) throw new Error('the sheet is empty');
}

async function importAll(): Promise<number> {
  const read = await readSheet(file, 'goods.xlsx');
  if (!read.isRead) throw new Error(read.fault);
  const { rows, formulas } = read.table;
  const preview = previewPaste(rows, layoutOf(rows, 'CNY'), new Map(), {
    known: [],
    currency: 'CNY',
    destination: 'catalogue',
    formulas: new Set(formulas),
  });
  const products = preview.flatMap(({ fields, details, isStockStated }): PastedProduct[] =>
    fields === null
      ? []
      : [
          {
            productId: null,
            fields,
            details,
            linkNumber: null,
            groupName: null,
            isStockStated,
          },
        ],
  );
  if (products.length !== PRODUCTS) throw new Error(`${products.length} products were understood`);
  const importId = 'bench-import';
  for (let from = 0; from < products.length; from += PART) {
    const part = products.slice(from, from + PART);
    await desk.must('shelf.stageProducts', { importId, from, products: part });
  }
  const put = await desk.must('shelf.putStaged', { importId, count: PRODUCTS });
  if (put.added !== PRODUCTS) throw new Error(`${put.added} products were added`);
  return put.pasteId;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

const oursMs: number[] = [];
const aloneMs: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  aloneMs.push(await timed(readAlone));
  let pasteId = 0;
  oursMs.push(await timed(async () => void (pasteId = await importAll())));
  await desk.must('shelf.undoPaste', { pasteId });
}
await rig.close();
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
