import { delimiterOfPaste } from '../pasted-table.ts';

/** One row of the pasted table, from the top; `line` is its place in it, from 1. */
export type PastedRow = { readonly line: number; readonly cells: readonly string[] };

/**
 * The cells of a pasted table as the spreadsheet meant them: tab-separated (or as CSV, lists with
 * semicolons), quoted cells with line breaks, doubled quotes and delimiters inside, any line break.
 * Every row gets as many cells as the widest; rows without anything in them are left out, and keep
 * their number. A text without delimiters is one column. `known`: what stands between the cells.
 */
export function readCells(text: string, known: string | null = null): readonly PastedRow[] {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const delimiter = known ?? (body.includes('\t') ? '\t' : (delimiterOfPaste(body) ?? '\n'));
  return evenRows(scanRows(body, delimiter));
}

/** Rows of cells from anywhere, evened out in the same way. */
export function evenRows(rows: readonly (readonly string[])[]): readonly PastedRow[] {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  return rows
    .map((cells, index) => ({
      line: index + 1,
      cells: Array.from({ length: width }, (_, column) => cells[column] ?? ''),
    }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

function scanRows(body: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= body.length) {
    const { cell, end } = readCell(body, at, delimiter);
    row.push(cell);
    const char = body.charAt(end);
    if (char === delimiter && delimiter !== '\n') {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = end + (char === '\r' && body.charAt(end + 1) === '\n' ? 2 : 1);
    // The last row ends with a line break that begins no further one.
    if (at === body.length) break;
  }
  return rows;
}

/** A cell and where it ends: at a delimiter, a line break or the end of the text. */
function readCell(body: string, start: number, delimiter: string): { cell: string; end: number } {
  if (body.charAt(start) === '"') {
    const close = closingQuote(body, start);
    // A quote that closes in the middle of a cell is a mere character: 5" screws.
    if (close !== -1 && endsCell(body.charAt(close + 1), delimiter)) {
      return { cell: body.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 };
    }
  }
  let end = start;
  while (!endsCell(body.charAt(end), delimiter)) end += 1;
  return { cell: body.slice(start, end), end };
}

function endsCell(char: string, delimiter: string): boolean {
  return char === '' || char === delimiter || char === '\n' || char === '\r';
}

/** The quote that ends the cell begun at `start`; doubled ones belong to it. -1 for none. */
function closingQuote(body: string, start: number): number {
  let at = body.indexOf('"', start + 1);
  while (at !== -1 && body.charAt(at + 1) === '"') at = body.indexOf('"', at + 2);
  return at;
}
