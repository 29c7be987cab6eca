import type { Alert } from '#shared/model/alert.ts';

/** What the newest open alert about shelf and talk proposes; null where none is open. */
export function shelfProposal(
  alerts: readonly Alert[],
): { readonly seq: number; readonly linkNumber: number } | null {
  for (const { seq, answer, evidence } of alerts.toReversed()) {
    if (answer === null && evidence.kind === 'shelf') return { seq, linkNumber: evidence.proposed };
  }
  return null;
}
