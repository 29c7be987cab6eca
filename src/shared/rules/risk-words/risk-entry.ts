import { RISK_CLASSES, type RiskClass, type RiskLevel } from '../../model/risk-word.ts';

/** A phrase that should not be said in a broadcast (违禁词), as somebody wrote it down. */
export type RiskEntry = {
  readonly phrase: string;
  readonly class: RiskClass;
  readonly level: RiskLevel;
  /** What to say instead; empty where there is nothing to put in its place. */
  readonly instead: string;
  /** Longer phrases in which it is harmless: 最后 is no 最. */
  readonly except: readonly string[];
};

/**
 * Entries of a table of lines `phrase|class|level|instead|except,except`. Throws RangeError with the
 * number of a line that is none: the tables are the product's own.
 */
export function readRiskTable(table: string): readonly RiskEntry[] {
  return table
    .trim()
    .split('\n')
    .map((line, index) => {
      const [phrase = '', name = '', level = '', instead = '', except = ''] = line.split('|');
      const found = RISK_CLASSES.find((each) => each === name);
      const isLevel = level === 'ban' || level === 'warn';
      if (phrase === '' || found === undefined || !isLevel) {
        throw new RangeError(`line ${index + 1} is no entry: ${line}`);
      }
      const harmless = except === '' ? [] : except.split(',');
      return { phrase, class: found, level, instead, except: harmless };
    });
}
