import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { SentCue } from '#shared/model/cue.ts';
import type { ReviewCue } from '#shared/model/review.ts';

/** Cues of a show, each with the rule that proposed it. */
export function reviewCues(cues: readonly SentCue[], facts: readonly RoomEvent[]): ReviewCue[] {
  const made = new Map(
    facts.flatMap((event) => (event.kind === 'cue.proposed' ? [[event.seq, event]] : [])),
  );
  const proposals = new Map<number, NonNullable<ReviewCue['proposal']>>();
  for (const event of facts) {
    if (event.kind !== 'cue.proposal_settled' || event.cueId === null) continue;
    const { ruleId, outcome, proposalSeq } = event;
    if (outcome !== 'sent' && outcome !== 'edited' && outcome !== 'auto') continue;
    const name = made.get(proposalSeq)?.name ?? null;
    proposals.set(event.cueId, { ruleId, name, outcome });
  }
  // Each field by name: what else a desk is told of a cue is not the review's.
  return cues.map(({ id, kind, text, sentTs, state, shownDelayMs, doneDelayMs }) => ({
    cueId: id,
    kind,
    text,
    sentTs,
    state,
    shownDelayMs,
    doneDelayMs,
    proposal: proposals.get(id) ?? null,
  }));
}
