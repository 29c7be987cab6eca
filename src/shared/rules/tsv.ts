export type TsvCell = string | number | null;

// A spreadsheet runs a pasted cell that begins like this as a formula.
const FORMULA_START = /^[=+\-@\t\r]/;

/**
 * Rows as tab-separated text for a spreadsheet. Null is an empty cell. Text that would be run as a
 * formula gets a leading apostrophe; tabs and line breaks inside a cell become spaces.
 */
export function toTsv(rows: readonly (readonly TsvCell[])[]): string {
  return rows.map((row) => row.map(cellText).join('\t')).join('\n');
}

function cellText(cell: TsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const guarded =
    FORMULA_START.test(cell.trimStart()) || FORMULA_START.test(cell) ? `'${cell}` : cell;
  return guarded.replace(/[\t\r\n]+/g, ' ');
}
