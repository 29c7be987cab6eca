import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Finding } from '#shared/model/finding.ts';
import type { ImprovementItem } from '#shared/model/improvement.ts';
import type { Review } from '#shared/model/review.ts';
import { provingValue } from '#shared/rules/improvements/proving-value.ts';
import { suggestedGoal } from '#shared/rules/improvements/suggested-goal.ts';

import { findingCard } from '../findings/finding-text.ts';
import type { ImprovementInput } from './use-improvements.ts';

const PROBLEM_MAX = 300;
const EVIDENCE_MAX = 1_000;

/** An item as it is, to be sent with a change of it. */
export function inputOf(item: ImprovementItem): ImprovementInput {
  const { id, showId, findingId, problem, evidence, cause, scheme, owner, dueTs, proving } = item;
  const base = { id, showId, findingId, problem, evidence, cause, scheme, owner, dueTs };
  if (proving === null) return { ...base, proving: null };
  const { baseline: _core, ...named } = proving;
  return { ...base, proving: named };
}

/** A finding as an item: its own words, its metric, and a goal where it names none. */
export function inputOfFinding(i18n: I18n, review: Review, finding: Finding): ImprovementInput {
  const card = findingCard(i18n, finding);
  const { proving } = finding;
  return {
    id: null,
    showId: review.show.id,
    findingId: finding.id,
    problem: card.title.slice(0, PROBLEM_MAX),
    evidence: evidenceText(i18n, card).slice(0, EVIDENCE_MAX),
    cause: finding.cause,
    scheme: card.scheme.slice(0, PROBLEM_MAX),
    owner: '',
    dueTs: null,
    proving: proving === null ? null : namedOf(review, proving),
  };
}

/** What was found and how much it is, in one line. */
function evidenceText({ t }: I18n, { text, impact }: ReturnType<typeof findingCard>): string {
  // The mark that ends the sentence would stand before the one between both.
  return [text.replace(/[。.]$/u, ''), impact]
    .filter((part) => part !== '')
    .join(t('common.separator'));
}

function namedOf(review: Review, proving: NonNullable<Finding['proving']>) {
  const { baseline: _core, goal, ...named } = proving;
  return { ...named, goal: goal ?? suggestedGoal(named, provingValue(review, named)) };
}

/** The last moment of a day as a date field writes it, on this machine's clock; null for none. */
export function dueOfDay(day: string): number | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  if (year === undefined || month === undefined || date === undefined) return null;
  return new Date(Number(year), Number(month) - 1, Number(date), 23, 59, 59, 999).getTime();
}

/** The other way round; empty for none. */
export function dayOfDue(dueTs: number | null): string {
  if (dueTs === null) return '';
  const due = new Date(dueTs);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${due.getFullYear()}-${pad(due.getMonth() + 1)}-${pad(due.getDate())}`;
}
