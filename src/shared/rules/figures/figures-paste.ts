import type { FigureName, FigureValue } from '../../model/entered-figure.ts';
import { readCells, type PastedRow } from '../product-paste/paste-cells.ts';
import { readFigure, type FigureProblem } from './figure-text.ts';
import { figureOfWord } from './figure-words.ts';

/** More lines than any table of figures has; the rest is left out and said. */
export const FIGURES_PASTE_MAX = 200;

/** What a line of the paste becomes; translated as `figures.problem.<problem>`. */
export type PastedFigure = {
  /** Its line in the paste, from 1; of a table in columns its column. */
  readonly line: number;
  readonly label: string;
  readonly text: string;
  readonly name: FigureName | null;
  readonly value: number | null;
  /** Null: it will be entered. */
  readonly problem: FigureProblem | 'unknownName' | 'noValue' | 'twice' | 'severalRows' | null;
};

/**
 * Reads `name,value` lines, or a platform's table with the names above one row of values. Nothing is
 * guessed: what is not understood is said line by line, and is not entered.
 */
export function readPastedFigures(text: string, currency: string): readonly PastedFigure[] {
  const rows = readCells(text).slice(0, FIGURES_PASTE_MAX);
  const pairs = isAcross(rows) ? pairsAcross(rows) : rows.map(pairOf);
  const seen = new Set<FigureName>();
  return pairs.map(({ line, label, text: value, isOfSeveral }) => {
    const name = figureOfWord(label);
    const shown = { line, label: label.trim(), text: value.trim(), name };
    if (name === null) return { ...shown, value: null, problem: 'unknownName' };
    if (isOfSeveral) return { ...shown, value: null, problem: 'severalRows' };
    if (seen.has(name)) return { ...shown, value: null, problem: 'twice' };
    const found = readFigure(name, value, currency);
    switch (found.kind) {
      case 'empty':
        return { ...shown, value: null, problem: 'noValue' };
      case 'bad':
        return { ...shown, value: null, problem: found.problem };
      case 'value':
        seen.add(name);
        return { ...shown, value: found.value, problem: null };
    }
  });
}

/** What of a paste can be entered. */
export function figuresToEnter(rows: readonly PastedFigure[]): readonly FigureValue[] {
  return rows.flatMap(({ name, value, problem }) =>
    problem === null && name !== null && value !== null ? [{ name, value }] : [],
  );
}

type Pair = {
  readonly line: number;
  readonly label: string;
  readonly text: string;
  /** There are more rows of values: which of them is meant cannot be known. */
  readonly isOfSeveral: boolean;
};

/** Names stand side by side in the first row. */
function isAcross(rows: readonly PastedRow[]): boolean {
  const [first] = rows;
  return (
    rows.length > 1 && (first?.cells.filter((cell) => figureOfWord(cell) !== null).length ?? 0) > 1
  );
}

function pairsAcross(rows: readonly PastedRow[]): readonly Pair[] {
  const [names, values, ...more] = rows;
  return (names?.cells ?? []).flatMap((label, at) =>
    label.trim() === ''
      ? []
      : [
          {
            line: at + 1,
            label,
            text: values?.cells[at] ?? '',
            isOfSeveral: more.length > 0,
          },
        ],
  );
}

function pairOf({ line, cells }: PastedRow): Pair {
  const [label = '', ...rest] = cells;
  const text = rest.find((cell) => cell.trim() !== '') ?? '';
  if (text !== '') return { line, label, text, isOfSeveral: false };
  // A line by hand: `曝光：12,000`, `sales = 899`.
  const [, name = label, value = ''] = /^(.*?\S)\s*[:=,;|：，；]\s*(.+)$/.exec(label) ?? [];
  const [, words = name, digits = value] =
    value === '' ? (/^(.*\D)\s+([¥$€£]?[\d.,]+\S*)$/.exec(label) ?? []) : [];
  return { line, label: words, text: digits, isOfSeveral: false };
}
