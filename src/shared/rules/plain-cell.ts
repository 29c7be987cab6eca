import type { SheetCell } from '../model/report-sheet.ts';
import type { TsvCell } from './tsv.ts';

/** A cell of an exported table as CSV has it: numbers in units that add up, times as ISO 8601. */
export function plainCell(cell: SheetCell): TsvCell {
  if (cell === null || typeof cell !== 'object') return cell;
  if ('ts' in cell) return new Date(cell.ts).toISOString();
  if ('seconds' in cell) return cell.seconds;
  return 'fraction' in cell ? cell.fraction : cell.money;
}
