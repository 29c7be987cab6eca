/** What came in one go into a field that takes one line. */
export type PastedShape =
  | { readonly kind: 'line' }
  /** Several lines that are no table. */
  | { readonly kind: 'lines'; readonly lines: number }
  | { readonly kind: 'table'; readonly rows: number; readonly columns: number };

type Measured = { readonly rows: number; readonly columns: number; readonly delimiter: string };

type Size = { readonly rows: number; readonly columns: number; readonly isEven: boolean };

/** In order of how surely each means a table; full-width marks as Chinese spreadsheets write lists. */
const DELIMITERS = ['\t', ';', ',', '|', '；', '，'] as const;
const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/;
/** Delimiters are chosen by the beginning; rows are counted to the end. */
const SAMPLE_CHARS = 20_000;

/**
 * Tells a table from a line: rows of a spreadsheet (tabs), CSV, lists with semicolons, and tables
 * of a page (`html` of the clipboard, null where there is none). Quoted cells may hold delimiters
 * and line breaks. Time grows with the length alone.
 */
export function shapeOfPaste(text: string, html: string | null): PastedShape {
  const body = withoutEnds(text);
  const isOneLine = !LINE_BREAK.test(body);
  const written = tableOfText(isOneLine ? body.trim() : body, isOneLine);
  if (written !== null) return { kind: 'table', rows: written.rows, columns: written.columns };
  const drawn = html === null ? null : tableOfHtml(html);
  if (drawn !== null && (body === '' || !isOneLine)) return { kind: 'table', ...drawn };
  if (isOneLine) return { kind: 'line' };
  return { kind: 'lines', lines: countLines(body) };
}

/** What stands between the cells of a pasted table; null where the text is none. */
export function delimiterOfPaste(text: string): string | null {
  const body = withoutEnds(text);
  const isOneLine = !LINE_BREAK.test(body);
  return tableOfText(isOneLine ? body.trim() : body, isOneLine)?.delimiter ?? null;
}

/**
 * What stands between the cells of a file: the mark that the first lines have most of, outside quotes.
 * Unlike a paste, a file may begin with a title of one cell. Null for a single column.
 */
export function delimiterOfFile(text: string): string | null {
  const sample = text.slice(0, SAMPLE_CHARS);
  const counts = new Map<string, number>(['\t', ',', ';'].map((mark) => [mark, 0]));
  let isQuoted = false;
  for (const char of sample) {
    if (char === '"') isQuoted = !isQuoted;
    const count = isQuoted ? undefined : counts.get(char);
    if (count !== undefined) counts.set(char, count + 1);
  }
  const [most] = [...counts].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
}

/** A copied cell or line ends with a line break that means nothing. */
function withoutEnds(text: string): string {
  const from = text.startsWith('\uFEFF') ? 1 : 0;
  let to = text.length;
  while (to > from && LINE_BREAK.test(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

function tableOfText(body: string, isOneLine: boolean): Measured | null {
  // In one line only a tab is no part of a sentence.
  const candidates = isOneLine ? DELIMITERS.slice(0, 1) : DELIMITERS;
  const sample = body.slice(0, SAMPLE_CHARS);
  const isWhole = sample.length === body.length;
  const likely = candidates
    .filter((delimiter) => sample.includes(delimiter))
    .flatMap((delimiter) => {
      const size = measure(sample, delimiter, isWhole);
      return size === null ? [] : [{ delimiter, size }];
    });
  const chosen = likely.find(({ size }) => size.isEven) ?? likely[0];
  if (chosen === undefined) return null;
  const size = isWhole ? chosen.size : measure(body, chosen.delimiter, true);
  if (size === null) return null;
  return { rows: size.rows, columns: size.columns, delimiter: chosen.delimiter };
}

/** Null unless every row has at least two cells. A quote that is never closed is a mere character. */
function measure(body: string, delimiter: string, isWhole: boolean): Size | null {
  return scan(body, delimiter, true, isWhole) ?? scan(body, delimiter, false, isWhole);
}

/** `isWhole` false: the text ends anywhere, so that its last row counts only when it is the first. */
function scan(body: string, delimiter: string, withQuotes: boolean, isWhole: boolean): Size | null {
  let rows = 0;
  let columns = 0;
  let fewest = Number.POSITIVE_INFINITY;
  let cells = 1;
  let isCellStart = true;
  const endRow = (): void => {
    rows += 1;
    columns = Math.max(columns, cells);
    fewest = Math.min(fewest, cells);
    cells = 1;
  };
  for (let at = 0; at < body.length; at += 1) {
    const char = body.charAt(at);
    if (withQuotes && isCellStart && char === '"') {
      const end = closingQuote(body, at);
      if (end === -1 && isWhole) return null;
      at = end === -1 ? body.length : end;
      isCellStart = false;
    } else if (char === delimiter) {
      cells += 1;
      isCellStart = true;
    } else if (isBreak(char)) {
      if (char === '\r' && body.charAt(at + 1) === '\n') at += 1;
      endRow();
      isCellStart = true;
    } else {
      isCellStart = false;
    }
  }
  if (isWhole || rows === 0) endRow();
  return fewest < 2 ? null : { rows, columns, isEven: fewest === columns };
}

/** Index of the quote that ends the cell begun at `start`; doubled ones belong to it. -1 for none. */
function closingQuote(body: string, start: number): number {
  let at = body.indexOf('"', start + 1);
  while (at !== -1 && body.charAt(at + 1) === '"') at = body.indexOf('"', at + 2);
  return at;
}

function isBreak(char: string): boolean {
  return char === '\n' || char === '\r' || char === '\u2028' || char === '\u2029';
}

function countLines(body: string): number {
  let lines = 1;
  for (let at = 0; at < body.length; at += 1) {
    const char = body.charAt(at);
    if (!isBreak(char)) continue;
    if (char === '\r' && body.charAt(at + 1) === '\n') at += 1;
    lines += 1;
  }
  return lines;
}

/** Rows and widest row of the marked-up table; null for none and for a single cell. */
function tableOfHtml(html: string): { readonly rows: number; readonly columns: number } | null {
  if (!/<table[\s>]/i.test(html)) return null;
  let rows = 0;
  let cells = 0;
  let columns = 0;
  for (const [, tag] of html.matchAll(/<(tr|td|th)(?=[\s>])/gi)) {
    if (tag?.toLowerCase() === 'tr') {
      rows += 1;
      cells = 0;
    } else {
      cells += 1;
      columns = Math.max(columns, cells);
    }
  }
  return rows * columns > 1 ? { rows, columns } : null;
}
