import type { Question } from '../../model/question.ts';

/** Who asked longer ago than this, and was joined by nobody, has stopped waiting. */
const WAITING_MS = 10 * 60_000;

/**
 * Those of the owed questions that press most: by how many people have waited for how long, those
 * that somebody still asks before all others. In the order in which they are given, so that no row
 * overtakes another.
 */
export function urgentQuestions(
  open: readonly Question[],
  nowTs: number,
  count: number,
): readonly Question[] {
  const owed = open.filter(({ isDebt }) => isDebt);
  const urgent = new Set(
    owed
      .toSorted((a, b) => compareUrgency(a, b, nowTs))
      .slice(0, count)
      .map(({ id }) => id),
  );
  return owed.filter(({ id }) => urgent.has(id));
}

function compareUrgency(a: Question, b: Question, nowTs: number): number {
  const isAsked = ({ lastTs }: Question): boolean => nowTs - lastTs <= WAITING_MS;
  if (isAsked(a) !== isAsked(b)) return isAsked(a) ? -1 : 1;
  const waited = ({ people, firstTs }: Question): number => people * Math.max(0, nowTs - firstTs);
  return waited(b) - waited(a) || a.firstSeq - b.firstSeq;
}
