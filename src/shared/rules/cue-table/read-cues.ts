import { CUE_TEXT_MAX, type CardLanguage, type CueKind, type CueTone } from '../../model/cue.ts';
import { cueParts } from '../cue-text/fill-cue.ts';
import { columnNamed, CUE_COLUMNS, type CueColumn } from './cue-table.ts';
import { kindNamed, languageNamed, toneNamed } from './cue-words.ts';

/** Why a row is no card; translated as `library.fault.<fault>`. */
export type CueFault =
  | 'textMissing'
  | 'textTooLong'
  | 'kindUnknown'
  | 'languageUnknown'
  | 'toneUnknown';

/** A row as it would be added. */
export type CueRow = {
  /** Its line in the table or in what was pasted, the first is 1. */
  readonly line: number;
  readonly text: string;
  readonly kind: CueKind;
  readonly language: CardLanguage;
  readonly tone: CueTone;
  readonly fault: CueFault | null;
  /** The word that is not known, or how long the text is. */
  readonly given: string;
  /** Braces that are no variable: said, and added all the same. */
  readonly unknownVariables: readonly string[];
  /** The deck, or an earlier row, has it already. */
  readonly isKnown: boolean;
};

export type CueDefaults = { readonly kind: CueKind; readonly language: CardLanguage };

type Row = { readonly line: number; readonly cells: readonly string[] };

/** Lines of text, one cue each; a line with tabs is a row of a table. */
export function rowsOfLines(text: string): readonly Row[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line, index) => ({ line: index + 1, cells: line.split('\t') }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/**
 * What a table or pasted lines come to. Columns are known by their headings in either language; a
 * table without headings has the text in its last column, and the kind before it where those cells
 * name kinds. `known` are kind and text of the cards that are there.
 */
export function readCues(
  rows: readonly Row[],
  defaults: CueDefaults,
  known: readonly { readonly kind: CueKind; readonly text: string }[],
): readonly CueRow[] {
  const [first] = rows;
  if (first === undefined) return [];
  const headed = columnsOf(first.cells);
  const columns = headed ?? guessed(rows);
  const seen = new Set(known.map(keyOf));
  return (headed === null ? rows : rows.slice(1)).map(({ line, cells }) => {
    const cell = (column: CueColumn): string => {
      const at = columns.indexOf(column);
      return at === -1 ? '' : (cells[at] ?? '').trim();
    };
    const row = readRow(cell, defaults);
    const isKnown = row.fault === null && seen.has(keyOf(row));
    if (row.fault === null) seen.add(keyOf(row));
    return { line, ...row, isKnown };
  });
}

function keyOf({ kind, text }: { readonly kind: CueKind; readonly text: string }): string {
  return `${kind}\n${text.trim()}`;
}

/** Null where the row is no row of headings: none of its cells names the text. */
function columnsOf(cells: readonly string[]): readonly (CueColumn | null)[] | null {
  const columns = cells.map(columnNamed);
  return columns.includes('text') ? columns : null;
}

function guessed(rows: readonly Row[]): readonly (CueColumn | null)[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 1);
  if (width === 1) return ['text'];
  const hasKinds = rows.some(({ cells }) => kindNamed(cells[0] ?? '') !== null);
  return hasKinds ? CUE_COLUMNS : ['text', 'kind', 'language', 'tone'];
}

function readRow(
  cell: (column: CueColumn) => string,
  defaults: CueDefaults,
): Omit<CueRow, 'line' | 'isKnown'> {
  const text = cell('text').replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  const kind = cell('kind') === '' ? defaults.kind : kindNamed(cell('kind'));
  const language = cell('language') === '' ? defaults.language : languageNamed(cell('language'));
  const tone = cell('tone') === '' ? 'plain' : toneNamed(cell('tone'));
  const fault = faultOf(text, kind, language, tone);
  return {
    text,
    kind: kind ?? defaults.kind,
    language: language ?? defaults.language,
    tone: tone ?? 'plain',
    fault,
    given: givenOf(fault, text, cell),
    unknownVariables: cueParts(text).flatMap((part) =>
      part.kind === 'unknown' ? part.written : [],
    ),
  };
}

function faultOf(
  text: string,
  kind: CueKind | null,
  language: CardLanguage | null,
  tone: CueTone | null,
): CueFault | null {
  if (text === '') return 'textMissing';
  if (text.length > CUE_TEXT_MAX) return 'textTooLong';
  if (kind === null) return 'kindUnknown';
  if (language === null) return 'languageUnknown';
  return tone === null ? 'toneUnknown' : null;
}

function givenOf(
  fault: CueFault | null,
  text: string,
  cell: (column: CueColumn) => string,
): string {
  switch (fault) {
    case 'textTooLong':
      return String(text.length);
    case 'kindUnknown':
      return cell('kind');
    case 'languageUnknown':
      return cell('language');
    case 'toneUnknown':
      return cell('tone');
    default:
      return '';
  }
}
