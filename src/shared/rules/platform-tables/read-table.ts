import type { ProductId } from '../../model/ids.ts';
import type {
  ImportColumn,
  ImportedFigure,
  ImportedRow,
  ImportedValue,
} from '../../model/platform-import.ts';
import { plainText } from '../product-paste/paste-fields.ts';
import { readLinkNumber } from '../product-paste/paste-numbers.ts';
import { columnNamed, headingCurrency } from './column-words.ts';
import { readFigureCell } from './figure-cell.ts';
import { matchProduct, type ListedProduct } from './match-product.ts';
import { isDayOfShow, matchMinutes, type ShowSpan } from './show-time.ts';
import { cellOf, isFigure, type PlatformTable, type TableLine } from './table-layout.ts';
import { blankRow, leftOut, unmatched, type BadCell, type TableRow } from './table-row.ts';
import { overRunning } from './running-columns.ts';
import { readTableTime } from './table-time.ts';
import { matchShow } from './match-show.ts';

/** Why nothing of a table is taken; translated as `imported.refusal.<code>`. */
export type TableRefusal =
  | { readonly code: 'noFigures' | 'noRows'; readonly given: '' }
  | { readonly code: 'otherDate' | 'otherRoom' | 'otherCurrency'; readonly given: string };

export type TableReading = {
  readonly refusal: TableRefusal | null;
  readonly rows: readonly TableRow[];
};

export type TableSurroundings = {
  readonly span: ShowSpan;
  readonly currency: string;
  readonly products: readonly ListedProduct[];
  /** Names by which this room and the others on this desk are known. */
  readonly rooms: { readonly own: readonly string[]; readonly others: readonly string[] };
  /** What somebody said of single rows, by their line. */
  readonly chosen: ReadonlyMap<number, ProductId | 'leftOut'>;
};

const TOTAL =
  /^(?:合计|总计|汇总|小计|总和|全部|整场|平均|均值|sum|total|totals|grand total|subtotal|average|overall)[:：]?$/i;

/** What a table comes to, row by row; the same whatever the order of its columns. */
export function readPlatformTable(table: PlatformTable, around: TableSurroundings): TableReading {
  const refusal = refusalOf(table, around);
  if (refusal !== null) return { refusal, rows: [] };
  const read = table.body.map((line) => readRow(table, line, around));
  const matched = matchRows(table, read, around);
  const rows = withoutDoubles(overRunning(table, matched), table.kind);
  return { refusal: nothingOf(table, rows), rows };
}

/** Rows that are taken in. */
export function rowsToImport(reading: TableReading): readonly ImportedRow[] {
  if (reading.refusal !== null) return [];
  return reading.rows
    .filter(({ state }) => state === 'matched')
    .map(({ minute, productId, values }) => ({ minute, productId, values: [...values] }));
}

function refusalOf(
  table: PlatformTable,
  { span, currency }: TableSurroundings,
): TableRefusal | null {
  if (!table.columns.some(isFigure)) return { code: 'noFigures', given: '' };
  if (table.body.length === 0) return { code: 'noRows', given: '' };
  const foreign = table.headings.find((heading, index) => {
    const stated = isFigure(table.columns[index] ?? null) ? headingCurrency(heading) : null;
    return stated !== null && stated !== currency;
  });
  if (foreign !== undefined) return { code: 'otherCurrency', given: foreign };
  const [first] = table.statedDates;
  const days = table.statedDates.map(({ year, month, day }) => Date.UTC(year ?? 0, month - 1, day));
  if (first === undefined || table.statedDates.some((date) => isDayOfShow(date, span))) return null;
  // A period from one day to another holds the days between.
  const isBetween = Math.min(...days) <= span.fromTs && Math.max(...days) >= span.fromTs;
  if (isBetween) return null;
  return { code: 'otherDate', given: [first.year, first.month, first.day].join('-') };
}

/** A table none of whose rows is of this show is of another one. */
function nothingOf(table: PlatformTable, rows: readonly TableRow[]): TableRefusal | null {
  if (rows.some(({ state }) => state === 'matched' || state === 'wrong')) return null;
  const stray = rows.find(({ reason }) => reason === 'outsideShow' || reason === 'otherDate');
  if (stray !== undefined) return { code: 'otherDate', given: stray.label };
  const foreign = rows.find(({ reason }) => reason === 'otherRoom');
  if (foreign !== undefined) {
    const line = table.body.find((each) => each.line === foreign.line);
    return { code: 'otherRoom', given: line === undefined ? '' : cellOf(table, line, 'room') };
  }
  return rows.every(({ state }) => state === 'leftOut') ? { code: 'noRows', given: '' } : null;
}

function readRow(table: PlatformTable, line: TableLine, around: TableSurroundings): TableRow {
  const values: ImportedValue[] = [];
  const badCells: BadCell[] = [];
  for (const [index, column] of table.columns.entries()) {
    if (!isFigure(column)) continue;
    const text = line.cells[index] ?? '';
    const found = readFigureCell(column, text, around.currency);
    if (found.kind === 'value') {
      values.push({ figure: column, value: found.value, isRounded: found.isRounded });
    } else if (found.kind === 'bad') {
      const heading = table.headings[index] ?? '';
      badCells.push({ heading, text: plainText(text), problem: found.problem });
    }
  }
  values.sort(byFigure);
  const base = blankRow(line.line, labelOf(table, line));
  if (around.chosen.get(line.line) === 'leftOut') return leftOut(base, 'byHand');
  if (isTotal(table, line)) return leftOut(base, 'totalRow');
  if (isNote(line)) return leftOut(base, 'noteRow');
  if (badCells.length > 0) return { ...base, state: 'wrong', reason: 'cells', badCells, values };
  return values.length === 0 ? leftOut(base, 'noFigures') : { ...base, values };
}

function byFigure(
  a: { readonly figure: ImportedFigure },
  b: { readonly figure: ImportedFigure },
): number {
  return a.figure < b.figure ? -1 : 1;
}

function labelOf(table: PlatformTable, line: TableLine): string {
  const cell = (column: ImportColumn): string => cellOf(table, line, column);
  switch (table.kind) {
    case 'products':
      return cell('productName') || cell('productId') || cell('linkNumber');
    case 'minutes':
      return [cell('date'), cell('time')].filter((text) => text !== '').join(' ');
    case 'totals':
      return cell('showStart') || cell('date') || cell('room');
  }
}

/** A sum stands in the first cell, or where the row says what it is of. */
function isTotal(table: PlatformTable, line: TableLine): boolean {
  const first = line.cells.map(plainText).find((cell) => cell !== '') ?? '';
  return TOTAL.test(first) || TOTAL.test(labelOf(table, line));
}

/** One cell alone below a wide table, or its headings once more. */
function isNote({ cells }: TableLine): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length === 1 && cells.length > 2) return true;
  return filled.length > 1 && filled.every((cell) => columnNamed(cell) !== null);
}

function matchRows(
  table: PlatformTable,
  rows: readonly TableRow[],
  around: TableSurroundings,
): readonly TableRow[] {
  const open = rows.filter(({ state }) => state !== 'leftOut');
  const lines = new Map(table.body.map((line) => [line.line, line]));
  const strangers = otherRooms(table, around);
  const times = open.map((row) => {
    const line = lines.get(row.line);
    return line === undefined ? null : readTableTime(labelOf(table, line));
  });
  const minutes = table.kind === 'minutes' ? matchMinutes(times, around.span) : [];
  const matched = new Map(
    open.map((row, index): [TableRow, TableRow] => {
      const line = lines.get(row.line);
      if (line === undefined) return [row, row];
      if (strangers.has(cellOf(table, line, 'room'))) return [row, unmatched(row, 'otherRoom')];
      switch (table.kind) {
        case 'minutes': {
          const found = minutes[index];
          if (found?.kind === 'minute') return [row, { ...row, minute: found.minute }];
          return [row, unmatched(row, found?.reason ?? 'timeUnknown')];
        }
        case 'products':
          return [row, ofProduct(table, line, row, around)];
        case 'totals':
          return [row, matchShow(table, line, around.span) ? row : unmatched(row, 'otherDate')];
      }
    }),
  );
  return rows.map((row) => matched.get(row) ?? row);
}

/**
 * What the table calls rooms that are not this one: those of other rooms on this desk, and where it
 * names this one, all others.
 */
function otherRooms(table: PlatformTable, { rooms }: TableSurroundings): ReadonlySet<string> {
  const key = (name: string): string => plainText(name).toLowerCase();
  const own = new Set(rooms.own.map(key));
  const others = new Set(rooms.others.map(key));
  const named = new Set(table.body.map((line) => cellOf(table, line, 'room')));
  const isNamed = [...named].some((name) => own.has(key(name)));
  return new Set(
    [...named].filter(
      (name) => name !== '' && !own.has(key(name)) && (isNamed || others.has(key(name))),
    ),
  );
}

function ofProduct(
  table: PlatformTable,
  line: TableLine,
  row: TableRow,
  around: TableSurroundings,
): TableRow {
  const date = readTableTime(cellOf(table, line, 'date'));
  if (date?.kind === 'wall' && date.date !== null && !isDayOfShow(date.date, around.span)) {
    return unmatched(row, 'otherDate');
  }
  const chosen = around.chosen.get(row.line);
  if (chosen !== undefined && chosen !== 'leftOut') {
    return { ...row, productId: chosen, matchedBy: 'chosen' };
  }
  const link = readLinkNumber(cellOf(table, line, 'linkNumber'));
  const found = matchProduct(
    {
      id: cellOf(table, line, 'productId'),
      link: link.kind === 'value' ? link.value : null,
      name: cellOf(table, line, 'productName'),
    },
    around.products,
  );
  return found.kind === 'found'
    ? { ...row, productId: found.productId, matchedBy: found.by }
    : { ...unmatched(row, 'productUnknown'), candidates: found.candidates };
}

/** Never two rows for one minute, one product or the whole show. */
function withoutDoubles(
  rows: readonly TableRow[],
  kind: PlatformTable['kind'],
): readonly TableRow[] {
  const open = rows.filter(({ state }) => state === 'matched');
  if (kind === 'totals') {
    return open.length < 2
      ? rows
      : rows.map((row) =>
          row.state === 'matched' ? { ...row, state: 'wrong', reason: 'severalShows' } : row,
        );
  }
  const firstLine = new Map<number, number>();
  return rows.map((row): TableRow => {
    const key = kind === 'minutes' ? row.minute : row.productId;
    if (row.state !== 'matched' || key === null) return row;
    const sameAs = firstLine.get(key);
    if (sameAs === undefined) {
      firstLine.set(key, row.line);
      return row;
    }
    return { ...row, state: 'wrong', reason: 'twice', sameAs };
  });
}
