import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import extract from 'extract-zip';

/** A cell as programs read it: its value, and the number format that says what it is. */
export type ReadCell = { readonly value: string | number; readonly format: string };
export type ReadSheet = {
  readonly name: string;
  readonly rows: readonly (readonly (ReadCell | null)[])[];
  readonly widths: readonly number[];
  readonly isHeadFrozen: boolean;
  readonly formulas: number;
};

/**
 * A workbook as ECMA-376 says it is read, by an unzipper and an XML parser that are not the product's:
 * every part is found by its relation, every cell by its place. For tests in `jsdom`.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-workbook-'));
  try {
    const file = join(folder, 'book.zip');
    writeFileSync(file, bytes);
    await extract(file, { dir: join(folder, 'parts') });
    return sheetsIn(join(folder, 'parts'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sheetsIn(folder: string): readonly ReadSheet[] {
  // Every part is well formed and has a type, or programs call the file damaged.
  const types = xml(join(folder, '[Content_Types].xml'));
  for (const part of partsBelow(folder)) {
    const isTyped = [...types.querySelectorAll('Override')].some(
      (each) => each.getAttribute('PartName') === part,
    );
    if (part.endsWith('.xml') && !part.includes('[Content') && !isTyped) {
      throw new Error(`${part} has no type`);
    }
    xml(join(folder, part));
  }
  const book = xml(join(folder, 'xl/workbook.xml'));
  const relations = new Map(
    [...xml(join(folder, 'xl/_rels/workbook.xml.rels')).querySelectorAll('Relationship')].map(
      (each) => [each.getAttribute('Id'), each.getAttribute('Target') ?? ''],
    ),
  );
  const formats = formatsOf(xml(join(folder, 'xl/styles.xml')));
  return [...book.querySelectorAll('sheet')].map((tab) => {
    const path = relations.get(tab.getAttribute('r:id')) ?? '';
    return sheetOf(tab.getAttribute('name') ?? '', xml(join(folder, 'xl', path)), formats);
  });
}

function sheetOf(name: string, sheet: Document, formats: readonly string[]): ReadSheet {
  const rows: (ReadCell | null)[][] = [];
  for (const cell of sheet.querySelectorAll('c')) {
    const [, letters = '', line = ''] = /^([A-Z]+)(\d+)$/.exec(cell.getAttribute('r') ?? '') ?? [];
    const column = [...letters].reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0) - 1;
    const row = (rows[Number(line) - 1] ??= []);
    while (row.length < column) row.push(null);
    const isText = cell.getAttribute('t') === 'inlineStr';
    row[column] = {
      value: isText ? cell.textContent : Number(cell.querySelector('v')?.textContent),
      format: formats[Number(cell.getAttribute('s') ?? 0)] ?? 'General',
    };
  }
  const pane = sheet.querySelector('pane');
  return {
    name,
    rows: Array.from(rows, (row) => row ?? []),
    widths: [...sheet.querySelectorAll('cols > col')].map((col) =>
      Number(col.getAttribute('width')),
    ),
    isHeadFrozen: pane?.getAttribute('state') === 'frozen' && pane.getAttribute('ySplit') === '1',
    formulas: sheet.querySelectorAll('f').length,
  };
}

/** The number format of each cell style, in its order. */
function formatsOf(styles: Document): readonly string[] {
  const own = new Map(
    [...styles.querySelectorAll('numFmts > numFmt')].map((each) => [
      each.getAttribute('numFmtId'),
      each.getAttribute('formatCode') ?? '',
    ]),
  );
  return [...styles.querySelectorAll('cellXfs > xf')].map(
    (each) => own.get(each.getAttribute('numFmtId')) ?? 'General',
  );
}

function partsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length));
}

function xml(path: string): Document {
  const parsed = new DOMParser().parseFromString(readFileSync(path, 'utf8'), 'text/xml');
  if (parsed.querySelector('parsererror') !== null) throw new Error(`${path} is not well formed`);
  return parsed;
}
