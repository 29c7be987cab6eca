import type { Review } from '../../model/review.ts';
import type { FindingFacts, Span } from './facts.ts';

const MINUTE_MS = 60_000;

/** The show's own end, or the end of its last minute while it runs. */
export function endOf({ show, minutes }: Pick<FindingFacts, 'show' | 'minutes'>): number {
  const last = minutes.at(-1);
  return (
    show.endedTs ?? (last === undefined ? (show.startedTs ?? 0) : (last.minute + 1) * MINUTE_MS)
  );
}

/** When a product was on the shelf; pushes that were undone are none. */
export function airingsOf(facts: FindingFacts, productId: number): readonly Span[] {
  return facts.pushes
    .filter((push) => push.productId === productId && push.state !== 'undone')
    .map(({ goTs, endTs }) => ({ fromTs: goTs, toTs: Math.max(goTs, endTs ?? endOf(facts)) }));
}

export function spanOfMinutes(from: number, to: number): Span {
  return { fromTs: from * MINUTE_MS, toTs: (to + 1) * MINUTE_MS };
}

/** Minutes of the show in which all data is there. */
export function wholeMinutes({ minutes, gaps }: FindingFacts): Review['minutes'] {
  return minutes.filter(({ minute }) => {
    const { fromTs, toTs } = spanOfMinutes(minute, minute);
    return !gaps.some((gap) => gap.toTs > fromTs && gap.fromTs < toTs);
  });
}

/** Neighbours among ordered whole numbers made stretches: [1, 2, 3, 7] is 1 to 3 and 7 to 7. */
export function runsOf(
  numbers: readonly number[],
): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const value of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last.to + 1 === value) last.to = value;
    else runs.push({ from: value, to: value });
  }
  return runs;
}

export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { fromTs, toTs }) => sum + Math.max(0, toTs - fromTs), 0);
}
