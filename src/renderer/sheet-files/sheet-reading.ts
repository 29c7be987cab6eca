import { IMPORT_MAX_ROWS } from '#shared/rules/product-paste/paste-fields.ts';

/** Largest file that is opened at all; of a larger one not a byte is read. */
export const FILE_MAX_BYTES = 20 * 1024 * 1024;
/** What a part of a workbook may unpack to: a file that claims or gives more is left at once. */
export const UNPACKED_MAX_BYTES = 64 * 1024 * 1024;
/** Most rows with something in them: products, and the heading and titles above them. */
export const SHEET_MAX_ROWS = IMPORT_MAX_ROWS + 10;
export const SHEET_MAX_COLUMNS = 100;
/** Most characters of all cells together, each as often as it is shown. */
export const SHEET_MAX_CHARS = 16_000_000;
/** What a spreadsheet keeps in one cell. */
export const CELL_MAX_CHARS = 32_767;

/** Why a file is not read; translated as `sheetFile.<code>`. */
export type SheetFault =
  | 'tooLarge'
  | 'unpacksTooLarge'
  | 'tooManyRows'
  | 'tooManyColumns'
  | 'tooMuchText'
  | 'oldWorkbook'
  | 'protected'
  | 'damaged'
  | 'notWorkbook'
  | 'markup'
  | 'encoding'
  | 'empty'
  | 'unreadable';

export type SheetRow = { readonly line: number; readonly cells: readonly string[] };

export type SheetTable = {
  readonly rows: readonly SheetRow[];
  /** Cells whose value a formula gave, as `formulaKey` names them. */
  readonly formulas: readonly string[];
};

/** Sheets of a workbook that can be seen, by their tabs, and which of them was read. */
export type WorkbookSheets = { readonly names: readonly string[]; readonly index: number };

export type SheetReading =
  | {
      readonly isRead: true;
      readonly table: SheetTable;
      /** Null for a file of text. */
      readonly sheets: WorkbookSheets | null;
    }
  | { readonly isRead: false; readonly fault: SheetFault };

/** Ends the reading of a file; whoever began it turns it into a `SheetReading`. */
export class SheetRefused extends Error {
  readonly fault: SheetFault;

  constructor(fault: SheetFault) {
    super(`the file is not read: ${fault}`);
    this.name = 'SheetRefused';
    this.fault = fault;
  }
}

/** Rows that are collected within the limits; the first that goes beyond one ends the reading. */
export class RowCollector {
  readonly #rows: SheetRow[] = [];
  readonly #formulas: string[] = [];
  #chars = 0;

  add(line: number, cells: readonly string[], formulas: readonly string[]): void {
    if (cells.every((cell) => cell.trim() === '')) return;
    if (this.#rows.length === SHEET_MAX_ROWS) throw new SheetRefused('tooManyRows');
    if (cells.length > SHEET_MAX_COLUMNS) throw new SheetRefused('tooManyColumns');
    for (const cell of cells) this.#chars += cell.length;
    if (this.#chars > SHEET_MAX_CHARS) throw new SheetRefused('tooMuchText');
    this.#rows.push({ line, cells });
    this.#formulas.push(...formulas);
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  /** Every row gets as many cells as the widest. */
  table(): SheetTable {
    const width = this.#rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    const rows = this.#rows.map(({ line, cells }) => ({
      line,
      cells: Array.from({ length: width }, (_, column) => cells[column] ?? ''),
    }));
    return { rows, formulas: this.#formulas };
  }
}
