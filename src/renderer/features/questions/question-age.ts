import type { Question } from '#shared/model/question.ts';

/** From here on an owed answer is late. */
const LATE_MS = 120_000;

/** For how long it has been asked by `nowTs`, ms; null without a show clock. */
export function ageOf({ firstTs }: Question, nowTs: number | null): number | null {
  return nowTs === null ? null : Math.max(0, nowTs - firstTs);
}

export function isLate(question: Question, nowTs: number | null): boolean {
  const ageMs = ageOf(question, nowTs);
  return question.state === 'open' && question.isDebt && ageMs !== null && ageMs >= LATE_MS;
}
