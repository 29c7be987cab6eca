import type { SheetCell } from '#shared/model/report-sheet.ts';
import type { TsvCell } from '#shared/rules/tsv.ts';

export interface CopiedColumn<Row> {
  readonly label: string;
  /** What a spreadsheet gets: raw numbers in units that add up. */
  readonly copied: (row: Row) => TsvCell;
  /** What that number is, for a workbook; left out: a number, a text, or an ISO 8601 time. */
  readonly unit?: ColumnUnit<Row>;
}

/** A function: whole units of the currency it names. */
export type ColumnUnit<Row> = 'seconds' | 'fraction' | ((row: Row) => string | null);

/** `copiedAs`: in place of `copied`, where one cell says several numbers. */
type SheetColumn<Row> = CopiedColumn<Row> & { readonly copiedAs?: readonly CopiedColumn<Row>[] };

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** The table as a workbook gets it: what a column copies, with the unit it says it is in. */
export function sheetOf<Row>(
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): { readonly heads: string[]; readonly rows: SheetCell[][] } {
  const copied = columns.flatMap(
    (column): readonly CopiedColumn<Row>[] => column.copiedAs ?? [column],
  );
  return {
    heads: copied.map(({ label }) => label),
    rows: rows.map((row) => copied.map((column) => cellOf(column, row))),
  };
}

function cellOf<Row>({ copied, unit }: CopiedColumn<Row>, row: Row): SheetCell {
  const cell = copied(row);
  // Columns of times copy them as every program reads them.
  if (typeof cell === 'string') return MOMENT.test(cell) ? { ts: Date.parse(cell) } : cell;
  if (cell === null || unit === undefined) return cell;
  if (unit === 'seconds') return { seconds: cell };
  if (unit === 'fraction') return { fraction: cell };
  const currency = unit(row);
  return currency === null ? cell : { money: cell, currency };
}
