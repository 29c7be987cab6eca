import { evenRows, readCells, type PastedRow } from '#shared/rules/product-paste/paste-cells.ts';
import { layoutOf, type PasteLayout } from '#shared/rules/product-paste/paste-columns.ts';
import type { WorkbookSheets } from '#renderer/sheet-files/sheet-reading.ts';
import type { PasteDestination } from '#shared/rules/product-paste/paste-preview.ts';
import { plainText } from '#shared/rules/product-paste/paste-fields.ts';
import { NO_EDIT, type RowEdit } from '#shared/rules/product-paste/paste-row.ts';
import { delimiterOfPaste } from '#shared/rules/pasted-table.ts';

/** A pasted table with what the operator made of it; kept until it is added or cleared. */
export type PasteDraft = {
  readonly rows: readonly PastedRow[];
  readonly layout: PasteLayout;
  /** By the line of the row. */
  readonly edits: ReadonlyMap<number, RowEdit>;
  /** How it was found which column is what. */
  readonly layoutFrom: 'guess' | 'memory' | 'hand';
  readonly destination: PasteDestination;
  /** Cells that a formula gave, by `formulaKey`. */
  readonly formulas: ReadonlySet<string>;
  /** Null: it was pasted. */
  readonly fileName: string | null;
  /** The workbook it was read from, with its sheets; null for anything else. */
  readonly workbook: {
    readonly file: File;
    readonly sheets: readonly string[];
    readonly sheet: number;
  } | null;
};

/** What is said of a table beside its rows. */
export type PasteOrigin = {
  readonly currency: string;
  readonly destination: PasteDestination;
};

/** What the clipboard holds; `html` null where it has none. */
export type ClipboardTable = { readonly text: string; readonly html: string | null };

/** The draft of what was pasted; null where there are no rows in it. */
export function draftOfPaste(
  { text, html }: ClipboardTable,
  origin: PasteOrigin,
): PasteDraft | null {
  const isWritten = text.includes('\t') || delimiterOfPaste(text) !== null;
  const drawn = isWritten || html === null ? [] : rowsOfHtml(html);
  const rows = drawn.length > 0 ? evenRows(drawn) : readCells(text);
  if (rows.length === 0) return null;
  return draftOf(rows, origin);
}

/** The draft of a file's table. */
export function draftOfSheet(
  table: { readonly rows: readonly PastedRow[]; readonly formulas: readonly string[] },
  from: { readonly file: File; readonly sheets: WorkbookSheets | null },
  origin: PasteOrigin,
): PasteDraft {
  const { file, sheets } = from;
  const workbook = sheets === null ? null : { file, sheets: sheets.names, sheet: sheets.index };
  const formulas = new Set(table.formulas);
  return { ...draftOf(table.rows, origin), formulas, fileName: file.name, workbook };
}

function draftOf(rows: readonly PastedRow[], { currency, destination }: PasteOrigin): PasteDraft {
  const layout = layoutOf(rows, currency);
  const plain = { formulas: new Set<string>(), fileName: null, workbook: null };
  return { rows, layout, edits: new Map(), layoutFrom: 'guess', destination, ...plain };
}

/** What stands above the columns, in the form it is remembered by; null for a table without headings. */
export function headingsOf({ rows, layout }: PasteDraft): string[] | null {
  const row = layout.headerIndex === null ? undefined : rows[layout.headerIndex];
  if (row === undefined) return null;
  return row.cells.map((cell) => plainText(cell).toLowerCase().slice(0, 200));
}

export function editOf(draft: PasteDraft, line: number): RowEdit {
  return draft.edits.get(line) ?? NO_EDIT;
}

export function withEdit(draft: PasteDraft, line: number, patch: Partial<RowEdit>): PasteDraft {
  const edits = new Map(draft.edits);
  edits.set(line, { ...editOf(draft, line), ...patch });
  return { ...draft, edits };
}

/** Only these lines are left, under their header; null when none is. */
export function withLines(draft: PasteDraft, lines: ReadonlySet<number>): PasteDraft | null {
  const { headerIndex } = draft.layout;
  const header = headerIndex === null ? undefined : draft.rows[headerIndex];
  const body = draft.rows.filter(({ line }) => lines.has(line));
  if (body.length === 0) return null;
  const rows = header === undefined ? body : [header, ...body];
  return {
    ...draft,
    rows,
    layout: { ...draft.layout, headerIndex: header === undefined ? null : 0 },
  };
}

/** Cells of the first table of marked-up text, as Feishu and web pages put one on the clipboard. */
function rowsOfHtml(html: string): string[][] {
  // A document of its own: nothing in it is run, loaded or shown.
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (table === null) return [];
  for (const lineBreak of table.querySelectorAll('br')) lineBreak.replaceWith('\n');
  return [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => {
      const blanks = Math.min(Math.max(cell.colSpan, 1), 50) - 1;
      return [cell.textContent.trim(), ...Array.from({ length: blanks }, () => '')];
    }),
  );
}
