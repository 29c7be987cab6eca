import { readRole } from './paste-role.ts';
import type { PastedRow } from './paste-cells.ts';
import { fieldOfWord } from './paste-headers.ts';
import { plainText, type PasteField, type PriceField } from './paste-fields.ts';
import { readLinkNumber, readPrice, readStock } from './paste-numbers.ts';

/** What each column of the table is; null: not taken. */
export type PasteColumns = readonly (PasteField | null)[];

export type PasteLayout = {
  /** Place of the header among the rows; null where the table has none. Rows above it are titles. */
  readonly headerIndex: number | null;
  readonly columns: PasteColumns;
};

/** A header is looked for this far down: sheets begin with titles and notes. */
const HEADER_WITHIN = 5;
/** So many rows say what a column holds. */
const SAMPLE_ROWS = 50;

/**
 * Finds the header and says which column is what, by the header's words, or by what the cells hold
 * where there is none. A guess: the operator sees it and can change it.
 */
export function layoutOf(rows: readonly PastedRow[], currency: string): PasteLayout {
  let best: {
    readonly index: number;
    readonly columns: PasteColumns;
    readonly hits: number;
  } | null = null;
  for (const [index, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = byHeader(row.cells);
    const hits = columns.filter((field) => field !== null).length;
    if (hits > (best?.hits ?? 0)) best = { index, columns, hits };
  }
  if (best !== null && isHeader(rows[best.index]?.cells ?? [], best.hits)) {
    const body = rows.slice(best.index + 1);
    return { headerIndex: best.index, columns: withName(best.columns, body, currency) };
  }
  return { headerIndex: null, columns: byContent(rows, currency) };
}

/** Which column is what when the operator says where the header is; null for none. */
export function layoutWithHeader(
  rows: readonly PastedRow[],
  headerIndex: number | null,
  currency: string,
): PasteLayout {
  if (headerIndex === null) return { headerIndex, columns: byContent(rows, currency) };
  const columns = byHeader(rows[headerIndex]?.cells ?? []);
  return { headerIndex, columns: withName(columns, rows.slice(headerIndex + 1), currency) };
}

/** One known word may be a product's name; with a second one it is a header, or where nothing else is. */
function isHeader(cells: readonly string[], hits: number): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  return hits >= 2 || (hits === 1 && filled <= 2);
}

function byHeader(cells: readonly string[]): PasteColumns {
  const columns = cells.map(fieldOfHeader);
  // The first column of a name has it; `售价` and `到手价` side by side are not both the price.
  return columns.map((field, index) => (columns.indexOf(field) === index ? field : null));
}

function fieldOfHeader(cell: string): PasteField | null {
  const word = plainText(cell)
    .toLowerCase()
    .replace(/[\s:*_-]+/g, '')
    .replace(/[（(［[].*$/, '');
  if (word === '') return null;
  return fieldOfWord(word);
}

/** A table without a column of names has its names in the column that looks most like them. */
function withName(
  columns: PasteColumns,
  body: readonly PastedRow[],
  currency: string,
): PasteColumns {
  if (columns.includes('name')) return columns;
  const guessed = byContent(body, currency).indexOf('name');
  if (guessed === -1 || columns[guessed] !== null) return columns;
  return columns.map((field, index) => (index === guessed ? 'name' : field));
}

type Sample = {
  readonly index: number;
  readonly texts: readonly string[];
  readonly meanLength: number;
};

function byContent(rows: readonly PastedRow[], currency: string): PasteColumns {
  const width = rows[0]?.cells.length ?? 0;
  const samples = Array.from({ length: width }, (_, index): Sample => {
    const texts = rows
      .slice(0, SAMPLE_ROWS)
      .flatMap(({ cells }) => plainText(cells[index] ?? '') || []);
    const meanLength = texts.reduce((sum, text) => sum + text.length, 0) / (texts.length || 1);
    return { index, texts, meanLength };
  }).filter(({ texts }) => texts.length > 0);
  const columns: (PasteField | null)[] = Array.from({ length: width }, () => null);
  const take = (field: PasteField, sample: Sample | undefined): void => {
    if (sample !== undefined && columns[sample.index] === null) columns[sample.index] = field;
  };
  const open = (): Sample[] => samples.filter(({ index }) => columns[index] === null);

  take('linkNumber', open().find(isCounting));
  take(
    'role',
    open().find(({ texts }) => texts.every((text) => readRole(text) !== null)),
  );
  take('code', open().find(isCode));
  const priced = open().filter(({ texts }) => texts.every((text) => isPrice(text, currency)));
  const marked = priced.filter(({ texts }) => texts.some((text) => /[^\d\s]/.test(text)));
  for (const [place, sample] of pricesInOrder(marked.length > 0 ? marked : priced.slice(0, 1))) {
    take(place, sample);
  }
  take(
    'stock',
    open().find(({ texts }) => texts.every(isStock)),
  );
  take('name', longest(open()));
  take('look', longest(open().filter(({ meanLength }) => meanLength > 12)));
  return columns;
}

/** 1, 2, 3 … in any order: small whole numbers, none twice. */
function isCounting({ texts, index }: Sample): boolean {
  const numbers = texts.map((text) => readLinkNumber(text));
  const values = numbers.flatMap((found) => (found.kind === 'value' ? [found.value] : []));
  const isEach = values.length === texts.length && new Set(values).size === values.length;
  const isFromOne = values.every((value) => value <= texts.length * 2);
  return isEach && isFromOne && (index === 0 || texts.some((text) => /[号#]/.test(text)));
}

function isCode({ texts }: Sample): boolean {
  const isEach = texts.every((text) => /^[A-Za-z0-9][\w.\-/]{2,63}$/.test(text));
  const isNamed = texts.some((text) => /[A-Za-z]/.test(text) && /\d/.test(text));
  const isLong = texts.every((text) => /^\d{6,}$/.test(text));
  return isEach && (isNamed || isLong) && new Set(texts).size === texts.length;
}

function isPrice(text: string, currency: string): boolean {
  const found = readPrice(text, currency);
  return found.kind !== 'bad';
}

function isStock(text: string): boolean {
  return readStock(text).kind !== 'bad';
}

/** One price is the price; of several the highest is the list price and the lowest that with the coupon. */
function pricesInOrder(samples: readonly Sample[]): readonly (readonly [PriceField, Sample])[] {
  const mean = ({ texts }: Sample): number => {
    const numbers = texts
      .map((text) => Number(text.replace(/[^\d.]/g, '')))
      .filter(Number.isFinite);
    return numbers.reduce((sum, value) => sum + value, 0) / (numbers.length || 1);
  };
  const sorted = samples.slice(0, 3).sort((a, b) => mean(b) - mean(a));
  const [first, second, third] = sorted;
  if (first === undefined) return [];
  if (second === undefined) return [['priceMinor', first]];
  if (third === undefined)
    return [
      ['listPriceMinor', first],
      ['priceMinor', second],
    ];
  return [
    ['listPriceMinor', first],
    ['priceMinor', second],
    ['couponPriceMinor', third],
  ];
}

function longest(samples: readonly Sample[]): Sample | undefined {
  return samples
    .filter(({ texts }) => texts.some((text) => /\p{L}/u.test(text)))
    .sort((a, b) => b.meanLength - a.meanLength)[0];
}
