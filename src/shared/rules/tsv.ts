import { guardCell, needsQuotes } from './spreadsheet-cell.ts';

export type TsvCell = string | number | null;

/**
 * Rows as tab-separated text for a spreadsheet. Null is an empty cell. Text that would be run as a
 * formula gets a leading apostrophe; tabs, line breaks and other controls inside a cell become
 * spaces.
 */
export function toTsv(rows: readonly (readonly TsvCell[])[]): string {
  return rows.map((row) => row.map(cellText).join('\t')).join('\n');
}

function cellText(cell: TsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = guardCell(cell).replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return needsQuotes(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
