import { median } from '#shared/rules/median.ts';
import type { ComparedFigures } from '#shared/model/review-findings.ts';
import type { Review } from '#shared/model/review.ts';
import type { TargetName } from '#shared/model/show-target.ts';

type FigureKey = keyof ComparedFigures;
type ReviewTarget = Review['targets'][number];

/** The figures of the scorecard in their order, each with the target that belongs to it. */
const SCORES: readonly { readonly key: FigureKey; readonly target: TargetName | null }[] = [
  { key: 'paidMinor', target: 'paid' },
  { key: 'gpmMinor', target: 'gpm' },
  { key: 'ordersPaid', target: 'ordersPaid' },
  { key: 'views', target: 'views' },
  { key: 'viewersMean', target: null },
  { key: 'interaction', target: null },
  { key: 'followRate', target: 'followRate' },
  { key: 'chats', target: null },
  { key: 'follows', target: 'follows' },
  { key: 'gifts', target: 'gifts' },
];

/** One figure of the show beside its target and the shows before it; null is unknown. */
export type ScoreRow = {
  readonly key: FigureKey;
  readonly value: number | null;
  readonly target: ReviewTarget | null;
  /** Value by target; null where one of them is unknown, or is of another currency. */
  readonly attained: number | null;
  /** Of the shows before in which it is known. */
  readonly mean: number | null;
  readonly median: number | null;
  readonly sample: number;
  /** Oldest first, this show last. */
  readonly course: readonly (number | null)[];
  /** How many shows before came to less. */
  readonly above: number;
  /** Shows in a row, this one with them, in which it rose (positive) or fell; 0 where neither twice. */
  readonly run: number;
};

export function scoreRows({ comparison, targets, show }: Review): readonly ScoreRow[] {
  return SCORES.map(({ key, target: name }) => {
    const value = comparison.own[key];
    const target = targets.find((each) => each.name === name) ?? null;
    const before = comparison.shows.map(({ figures }) => figures[key]);
    const known = before.flatMap((each) => each ?? []);
    const course = [...before.toReversed(), value];
    return {
      key,
      value,
      target,
      attained: attainedOf(value, target, key, show.currency),
      mean: known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0) / known.length,
      median: median(known),
      sample: known.length,
      course,
      above: value === null ? 0 : known.filter((each) => each < value).length,
      run: runOf(course),
    };
  });
}

const MONEY: ReadonlySet<FigureKey> = new Set(['paidMinor', 'gpmMinor']);

function attainedOf(
  value: number | null,
  target: ReviewTarget | null,
  key: FigureKey,
  currency: string,
): number | null {
  if (value === null || target === null || target.isOfMoment) return null;
  return MONEY.has(key) && target.currency !== currency ? null : value / target.value;
}

/** Newest first one by one, until it turns or is unknown; a single step is no run. */
export function runOf(course: readonly (number | null)[]): number {
  let run = 0;
  for (let at = course.length - 1; at > 0; at -= 1) {
    const [from, to] = [course[at - 1] ?? null, course[at] ?? null];
    if (from === null || to === null || from === to) break;
    const step = to > from ? 1 : -1;
    if (run !== 0 && Math.sign(run) !== step) break;
    run += step;
  }
  return Math.abs(run) < 2 ? 0 : run;
}
