import type { TargetName, TargetValue } from '../../model/show-target.ts';
import { pastedPairs } from '../figures/pasted-pairs.ts';
import { readTarget, type TargetProblem } from './target-text.ts';
import { targetOfWord } from './target-words.ts';

/** What a line of the paste becomes; translated as `figures.problem.<problem>`. */
export type PastedTarget = {
  /** Its line in the paste, from 1; of a table in columns its column. */
  readonly line: number;
  readonly label: string;
  readonly text: string;
  readonly name: TargetName | null;
  readonly value: number | null;
  /** Null: it will be set. */
  readonly problem: TargetProblem | 'unknownName' | 'noValue' | 'twice' | 'severalRows' | null;
};

/**
 * Reads two columns of a plan, name and target, or a table with the names above one row of targets.
 * Nothing is guessed: what is not understood is said line by line, and is not set.
 */
export function readPastedTargets(text: string, currency: string): readonly PastedTarget[] {
  const seen = new Set<TargetName>();
  return pastedPairs(text, (label) => targetOfWord(label) !== null).map(
    ({ line, label, text: value, isOfSeveral }): PastedTarget => {
      const name = targetOfWord(label);
      const shown = { line, label: label.trim(), text: value.trim(), name, value: null };
      if (name === null) return { ...shown, problem: 'unknownName' };
      if (isOfSeveral) return { ...shown, problem: 'severalRows' };
      if (seen.has(name)) return { ...shown, problem: 'twice' };
      const found = readTarget(name, value, currency);
      switch (found.kind) {
        case 'empty':
          return { ...shown, problem: 'noValue' };
        case 'bad':
          return { ...shown, problem: found.problem };
        case 'value':
          seen.add(name);
          return { ...shown, value: found.value, problem: null };
      }
    },
  );
}

/** What of a paste can be set. */
export function targetsToSet(rows: readonly PastedTarget[]): readonly TargetValue[] {
  return rows.flatMap(({ name, value, problem }) =>
    problem === null && name !== null && value !== null ? [{ name, value }] : [],
  );
}
