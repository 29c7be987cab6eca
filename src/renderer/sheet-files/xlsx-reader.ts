import { formulaKey } from '#shared/rules/product-paste/paste-row.ts';

import {
  CELL_MAX_CHARS,
  RowCollector,
  SHEET_MAX_CHARS,
  SHEET_MAX_COLUMNS,
  SheetRefused,
  type SheetTable,
  type WorkbookSheets,
} from './sheet-reading.ts';
import {
  attributeOf,
  elements,
  elementsIn,
  stringOf,
  unescapeUnits,
  unescapeXml,
} from './sheet-xml.ts';
import { ZipReader, type FileBytes } from './zip-reader.ts';

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const STRINGS = 'xl/sharedStrings.xml';
/** The two small parts that say where the sheets are. */
const PART_MAX_CHARS = 2_000_000;

/**
 * A sheet of a workbook (Office Open XML, ECMA-376 part 1, 18.3): the `wanted` one of those that are
 * not hidden, or, null, the first that has something in it. Cells are what they show as values; what a
 * formula last came to is taken and named. Throws SheetRefused.
 */
export async function readWorkbook(
  bytes: FileBytes,
  wanted: number | null,
): Promise<{ readonly table: SheetTable; readonly sheets: WorkbookSheets }> {
  const zip = new ZipReader(bytes);
  if (!zip.has(WORKBOOK) || !zip.has(RELATIONS)) throw new SheetRefused('damaged');
  const sheets = await visibleSheets(zip);
  const strings = await sharedStrings(zip);
  const names = sheets.map(({ name }) => name);
  for (const [index, { path }] of sheets.entries()) {
    if (wanted !== null && index !== wanted) continue;
    const rows = new RowCollector();
    await readSheet(zip, path, strings, rows);
    if (!rows.isEmpty) return { table: rows.table(), sheets: { names, index } };
  }
  throw new SheetRefused('empty');
}

/** The sheets that can be seen and where they lie in the archive, in the order of their tabs. */
async function visibleSheets(
  zip: ZipReader,
): Promise<readonly { readonly name: string; readonly path: string }[]> {
  const targets = new Map(
    elementsIn(await smallPart(zip, RELATIONS), 'Relationship').map(({ tag }) => [
      attributeOf(tag, 'Id'),
      attributeOf(tag, 'Target') ?? '',
    ]),
  );
  return elementsIn(await smallPart(zip, WORKBOOK), 'sheet').flatMap(({ tag }) => {
    const target = targets.get(attributeOf(tag, '[a-zA-Z0-9]+:id'));
    if (target === undefined || (attributeOf(tag, 'state') ?? 'visible') !== 'visible') return [];
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const name = unescapeXml(attributeOf(tag, 'name') ?? '');
    return zip.has(path) ? [{ name, path }] : [];
  });
}

async function smallPart(zip: ZipReader, name: string): Promise<string> {
  let text = '';
  for await (const piece of zip.text(name)) {
    text += piece;
    if (text.length > PART_MAX_CHARS) throw new SheetRefused('damaged');
  }
  return withoutPrefix(text);
}

/** Some programs write `x:sheet` for `sheet`. */
function withoutPrefix(text: string): string {
  const prefix = /<([A-Za-z]\w*):(?:workbook|worksheet|sst|Relationships)[\s>]/.exec(text)?.[1];
  return prefix === undefined ? text : dropPrefix(text, prefix);
}

async function sharedStrings(zip: ZipReader): Promise<readonly string[]> {
  if (!zip.has(STRINGS)) return [];
  const strings: string[] = [];
  let chars = 0;
  for await (const { inside } of elements(plainPieces(zip.text(STRINGS)), 'si')) {
    const text = stringOf(inside);
    chars += text.length + 1;
    if (chars > SHEET_MAX_CHARS) throw new SheetRefused('tooMuchText');
    strings.push(text);
  }
  return strings;
}

async function* plainPieces(pieces: AsyncIterable<string>): AsyncGenerator<string, void> {
  let prefix: string | null | undefined;
  let head = '';
  for await (const piece of pieces) {
    if (prefix === null) {
      yield piece;
      continue;
    }
    if (prefix !== undefined) {
      // A tag may be cut in two: what follows the last `<` waits for its rest.
      const text = head + piece;
      const cut = Math.max(text.lastIndexOf('<'), 0);
      head = text.slice(cut);
      yield dropPrefix(text.slice(0, cut), prefix);
      continue;
    }
    // The root's tag tells; it comes with the first pieces.
    head += piece;
    const root = /<(?:([A-Za-z]\w*):)?(?:worksheet|sst)[\s>]/.exec(head);
    if (root === null && head.length < 10_000) continue;
    prefix = root?.[1] ?? null;
    if (prefix === null) {
      yield head;
      head = '';
    }
  }
  yield typeof prefix === 'string' ? dropPrefix(head, prefix) : head;
}

function dropPrefix(text: string, prefix: string): string {
  return text.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
}

async function readSheet(
  zip: ZipReader,
  path: string,
  strings: readonly string[],
  rows: RowCollector,
): Promise<void> {
  let line = 0;
  for await (const { tag, inside } of elements(plainPieces(zip.text(path)), 'row')) {
    const stated = Number(attributeOf(tag, 'r') ?? Number.NaN);
    line = Number.isSafeInteger(stated) && stated > line ? stated : line + 1;
    const { cells, formulas } = readRow(inside, line, strings);
    rows.add(line, cells, formulas);
  }
}

function readRow(
  inside: string,
  line: number,
  strings: readonly string[],
): { readonly cells: readonly string[]; readonly formulas: readonly string[] } {
  const cells: string[] = [];
  const formulas: string[] = [];
  for (const { tag, inside: cell } of elementsIn(inside, 'c')) {
    const column = columnOf(attributeOf(tag, 'r')) ?? cells.length;
    const text = valueOf(tag, cell, strings).slice(0, CELL_MAX_CHARS);
    if (text === '') continue;
    if (column >= SHEET_MAX_COLUMNS) throw new SheetRefused('tooManyColumns');
    while (cells.length < column) cells.push('');
    cells[column] = text;
    if (/<f[\s/>]/.test(cell)) formulas.push(formulaKey(line, column));
  }
  return { cells, formulas };
}

function valueOf(tag: string, cell: string, strings: readonly string[]): string {
  const type = attributeOf(tag, 't') ?? 'n';
  if (type === 'inlineStr') return stringOf(cell);
  const value = unescapeXml(elementsIn(cell, 'v')[0]?.inside ?? '');
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'str':
      return unescapeUnits(value);
    case 'b':
      return value === '' ? '' : value === '1' ? 'TRUE' : 'FALSE';
    case 'n':
      return numberText(value);
    default:
      return value;
  }
}

/** `19.899999999999999` is what spreadsheets keep of 19.9: fifteen digits are what was typed. */
function numberText(value: string): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  return Number.isSafeInteger(number) ? String(number) : String(Number(number.toPrecision(15)));
}

/** `C7` is column 2; null where the cell does not say. */
function columnOf(reference: string | null): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
