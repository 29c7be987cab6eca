import { readCells, type PastedRow } from '../product-paste/paste-cells.ts';

/** More lines than any table of figures has; the rest is left out. */
export const FIGURES_PASTE_MAX = 200;

/** A name and what stands beside or below it. */
export type PastedPair = {
  /** Its line in the paste, from 1; of a table in columns its column. */
  readonly line: number;
  readonly label: string;
  readonly text: string;
  /** There are more rows of values: which of them is meant cannot be known. */
  readonly isOfSeveral: boolean;
};

/** Pairs of `name,value` lines, or of a table with the names above one row of values. */
export function pastedPairs(
  text: string,
  isName: (label: string) => boolean,
): readonly PastedPair[] {
  const rows = readCells(text).slice(0, FIGURES_PASTE_MAX);
  return isAcross(rows, isName) ? pairsAcross(rows) : rows.map(pairOf);
}

/** Names stand side by side in the first row. */
function isAcross(rows: readonly PastedRow[], isName: (label: string) => boolean): boolean {
  const [first] = rows;
  return rows.length > 1 && (first?.cells.filter(isName).length ?? 0) > 1;
}

function pairsAcross(rows: readonly PastedRow[]): readonly PastedPair[] {
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

function pairOf({ line, cells }: PastedRow): PastedPair {
  const [label = '', ...rest] = cells;
  const text = rest.find((cell) => cell.trim() !== '') ?? '';
  if (text !== '') return { line, label, text, isOfSeveral: false };
  // A line by hand: `曝光：12,000`, `sales = 899`.
  const [, name = label, value = ''] = /^(.*?\S)\s*[:=,;|：，；]\s*(.+)$/.exec(label) ?? [];
  const [, words = name, digits = value] =
    value === '' ? (/^(.*\D)\s+([¥$€£]?[\d.,]+\S*)$/.exec(label) ?? []) : [];
  return { line, label: words, text: digits, isOfSeveral: false };
}
