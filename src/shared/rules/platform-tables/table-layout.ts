import { ImportedFigure, type ImportColumn, type ImportKind } from '../../model/platform-import.ts';
import { plainText } from '../product-paste/paste-fields.ts';
import { columnNamed, settleColumns } from './column-words.ts';
import { datesIn, type TableDate } from './table-time.ts';

export type TableLine = { readonly line: number; readonly cells: readonly string[] };

/** A table whose headings were found; rows above them are notes. */
export type PlatformTable = {
  readonly headings: readonly string[];
  readonly columns: readonly (ImportColumn | null)[];
  readonly kind: ImportKind;
  readonly body: readonly TableLine[];
  /** Dates that the notes above say the figures are of. */
  readonly statedDates: readonly TableDate[];
};

/** Exports begin with a title, the period, an account and so on. */
const HEADER_WITHIN = 20;
/** A single word may stand in any sentence; two of them make a heading. */
const FEWEST_HITS = 2;
const OF_FIGURES =
  /统计|数据(?:时间|日期|周期|范围)|直播(?:时间|日期|场次)|开播|日期范围|时间范围|period|date range|live date|reporting|data from/i;
const OF_EXPORT = /导出|下载|生成|export|download|generated|created/i;

const FIGURES: ReadonlySet<string> = new Set(ImportedFigure.options);
export function isFigure(column: ImportColumn | null): column is ImportedFigure {
  return column !== null && FIGURES.has(column);
}

/**
 * Finds the headings of an export: in the row that names most columns, or down the first column of a
 * list of figures. Null where no column is known.
 */
export function findTable(rows: readonly TableLine[]): PlatformTable | null {
  let best: { readonly index: number; readonly hits: number } | null = null;
  for (const [index, { cells }] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = cells.map(columnNamed);
    const hits = new Set(columns.filter((column) => column !== null)).size;
    const hasFigure = columns.some(isFigure);
    if (hasFigure && hits >= FEWEST_HITS && hits > (best?.hits ?? 0)) best = { index, hits };
  }
  const list = listed(rows);
  if (list !== null && list.hits > (best?.hits ?? 0)) return tableOf(list.rows, 0);
  return best === null ? null : tableOf(rows, best.index);
}

function tableOf(rows: readonly TableLine[], index: number): PlatformTable {
  const headings = (rows[index]?.cells ?? []).map(plainText);
  const named = headings.map(columnNamed);
  const kind = kindOf(named);
  return {
    headings,
    columns: settleColumns(named, kind),
    kind,
    body: rows.slice(index + 1),
    statedDates: rows.slice(0, index).flatMap(({ cells }) => statedIn(cells.join(' '))),
  };
}

function statedIn(note: string): readonly TableDate[] {
  return OF_FIGURES.test(note) && !OF_EXPORT.test(note) ? datesIn(note) : [];
}

/** The same table with its columns as somebody says they are. */
export function withColumns(
  table: PlatformTable,
  columns: readonly (ImportColumn | null)[],
): PlatformTable {
  const fitting = table.headings.map((_, index) => columns[index] ?? null);
  const kind = kindOf(fitting);
  return { ...table, kind, columns: settleColumns(fitting, kind) };
}

/** What its rows are of, by what tells them apart. */
export function kindOf(columns: readonly (ImportColumn | null)[]): ImportKind {
  const has = (column: ImportColumn): boolean => columns.includes(column);
  if (has('productId') || has('productName') || has('linkNumber')) return 'products';
  return has('time') ? 'minutes' : 'totals';
}

/** Figures one below the other, each with its value beside it: turned, they are a table of one row. */
function listed(
  rows: readonly TableLine[],
): { readonly rows: readonly TableLine[]; readonly hits: number } | null {
  const pairs = rows.flatMap(({ line, cells }) => {
    const [label = '', value = '', ...more] = cells.map(plainText);
    const column = columnNamed(label);
    const isPair = column !== null && value !== '' && columnNamed(value) === null;
    return isPair && more.every((cell) => cell === '') ? [{ line, label, value, column }] : [];
  });
  const hits = new Set(pairs.map(({ column }) => column)).size;
  const [first] = pairs;
  if (first === undefined || hits < FEWEST_HITS) return null;
  return {
    hits,
    rows: [
      { line: first.line, cells: pairs.map(({ label }) => label) },
      { line: first.line, cells: pairs.map(({ value }) => value) },
    ],
  };
}

/** The text of a row in the column of that name; empty where the table has none. */
export function cellOf(table: PlatformTable, line: TableLine, column: ImportColumn): string {
  const at = table.columns.indexOf(column);
  return at === -1 ? '' : plainText(line.cells[at] ?? '');
}
