import { guardCell } from './spreadsheet-cell.ts';
import type { TsvCell } from './tsv.ts';

/**
 * Rows as CSV that spreadsheets open as they are: UTF-8 with a mark that says so, commas, CRLF, every
 * text in quotes. Null is an empty cell. Text that could be run as a formula gets a leading apostrophe.
 */
export function toCsv(rows: readonly (readonly TsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}

function cellText(cell: TsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return `"${guardCell(cell).replaceAll('\0', '').replaceAll('"', '""')}"`;
}
