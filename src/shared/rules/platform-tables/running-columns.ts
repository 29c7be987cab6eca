import type { ImportedFigure } from '../../model/platform-import.ts';
import { isFigure, type PlatformTable } from './table-layout.ts';
import type { TableRow } from './table-row.ts';

/** Headings of columns that say what it had come to by then, not what the minute brought. */
const RUNNING = /^\s*(?:累计|累积|截至|截止|cumulative|running|to date)/i;

/** Rows of minutes with what each minute brought, where the table sums from the show's start. */
export function overRunning(table: PlatformTable, rows: readonly TableRow[]): readonly TableRow[] {
  const running = new Set<ImportedFigure>(
    table.columns.flatMap((column, index) =>
      isFigure(column) && RUNNING.test(table.headings[index] ?? '') ? [column] : [],
    ),
  );
  if (table.kind !== 'minutes' || running.size === 0) return rows;
  const inOrder = rows
    .filter(({ state, minute }) => state === 'matched' && minute !== null)
    .sort((a, b) => (a.minute ?? 0) - (b.minute ?? 0));
  const before = new Map<ImportedFigure, number>();
  const changed = new Map<TableRow, TableRow>();
  for (const row of inOrder) {
    const fallen: ImportedFigure[] = [];
    const values = row.values.map((each) => {
      if (!running.has(each.figure)) return each;
      const sofar = before.get(each.figure) ?? 0;
      before.set(each.figure, each.value);
      if (each.value < sofar) fallen.push(each.figure);
      return { ...each, value: Math.max(0, each.value - sofar) };
    });
    changed.set(row, fallen.length === 0 ? { ...row, values } : faulty(table, row, fallen));
  }
  return rows.map((row) => changed.get(row) ?? row);
}

/** A sum that falls is no sum. */
function faulty(table: PlatformTable, row: TableRow, fallen: readonly ImportedFigure[]): TableRow {
  const badCells = fallen.map((figure) => ({
    heading: table.headings[table.columns.indexOf(figure)] ?? '',
    text: String(row.values.find((each) => each.figure === figure)?.value ?? ''),
    problem: 'falls' as const,
  }));
  return { ...row, state: 'wrong', reason: 'cells', badCells };
}
