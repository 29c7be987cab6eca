import type { FigureName, FigureValue } from '../../model/entered-figure.ts';
import { readFigure, type FigureProblem } from './figure-text.ts';
import { figureOfWord } from './figure-words.ts';
import { pastedPairs } from './pasted-pairs.ts';

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
  const pairs = pastedPairs(text, (label) => figureOfWord(label) !== null);
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
