import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { MergeableShow } from './merge-check.queries.ts';

/** A show that was cut in two goes on within this time. */
export const MERGE_WITHIN_MS = 6 * 3_600_000;

export type MergePair = { readonly first: MergeableShow; readonly second: MergeableShow };

/** Which of two shows came first, or why they are not one: shows_not_mergeable with its reason. */
export function mergePair(a: MergeableShow, b: MergeableShow): Result<MergePair> {
  const [first, second] = (a.startedTs ?? 0) <= (b.startedTs ?? 0) ? [a, b] : [b, a];
  const reason = reasonAgainst(first, second);
  if (reason !== null) return fail('shows_not_mergeable', { reason });
  return ok({ first, second });
}

function reasonAgainst(first: MergeableShow, second: MergeableShow): string | null {
  if (first.id === second.id) return 'merge_same';
  if (first.origin !== 'live' || second.origin !== 'live') return 'merge_not_live';
  if (first.state !== 'ended' || second.state !== 'ended') return 'merge_not_ended';
  if (first.endedTs === null || second.startedTs === null) return 'merge_not_ended';
  if (first.currency !== second.currency) return 'merge_other_currency';
  if (second.startedTs < first.endedTs) return 'merge_overlap';
  return second.startedTs - first.endedTs > MERGE_WITHIN_MS ? 'merge_far_apart' : null;
}
