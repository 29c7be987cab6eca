import {
  RISK_CLASSES,
  RISK_LAWS,
  type RiskClass,
  type RiskLaw,
  type RiskLayer,
  type RiskLevel,
} from '../../model/risk-word.ts';

/** A phrase that should not be said in a broadcast (违禁词), as somebody wrote it down. */
export type RiskEntry = {
  readonly phrase: string;
  readonly class: RiskClass;
  readonly level: RiskLevel;
  /** What to say instead; empty where there is nothing to put in its place. */
  readonly instead: string;
  /** Longer phrases in which it is harmless: 最后 is no 最. */
  readonly except: readonly string[];
  /** The law that forbids it; null where it is a platform's rule or good practice. */
  readonly law: RiskLaw | null;
  /** Where it comes from: a part of the product's list, the room's own, or the product's own card. */
  readonly origin: RiskLayer | 'own' | 'product';
};

/** What no phrase can say: an expression of global flags, and the entry it stands for. */
export type RiskPattern = { readonly entry: RiskEntry; readonly expression: RegExp };

/** The law behind a class where a table names none with the phrase. */
export type ClassLaws = Readonly<Partial<Record<RiskClass, RiskLaw>>>;

/**
 * Entries of a table of lines `phrase|class|level|instead|except,except|law`. Throws RangeError with the
 * number of a line that is none: the tables are the product's own.
 */
export function readRiskTable(
  table: string,
  origin: RiskLayer,
  laws: ClassLaws,
): readonly RiskEntry[] {
  return table
    .trim()
    .split('\n')
    .map((line, index) => {
      const [phrase = '', name = '', level = '', instead = '', except = '', own = ''] =
        line.split('|');
      const found = RISK_CLASSES.find((each) => each === name);
      const isLevel = level === 'ban' || level === 'warn';
      const ownLaw = RISK_LAWS.find((each) => each === own);
      if (phrase === '' || found === undefined || !isLevel || (own !== '' && !ownLaw)) {
        throw new RangeError(`line ${index + 1} is no entry: ${line}`);
      }
      const harmless = except === '' ? [] : except.split(',');
      const law = ownLaw ?? laws[found] ?? null;
      return { phrase, class: found, level, instead, except: harmless, law, origin };
    });
}
