import type { RoomEvent } from '../../contract/room-event.ts';
import type { ReviewSlip, Slip } from '../../model/slip.ts';
import { foldSlips } from './fold-slips.ts';

/** The slips of a show that stand, each with whether what is right was said; from facts in the order of the log. */
export function reviewSlips(facts: readonly RoomEvent[]): readonly ReviewSlip[] {
  return foldSlips(facts).map(({ seq, ts, word, slipClass, by, cueId }) => ({
    seq,
    ts,
    word,
    slipClass,
    by,
    correction: cueId === null ? null : correctionOf(facts, ts, cueId),
  }));
}

function correctionOf(
  facts: readonly RoomEvent[],
  slipTs: number,
  cueId: NonNullable<Slip['cueId']>,
): ReviewSlip['correction'] {
  let found: ReviewSlip['correction'] = null;
  for (const fact of facts) {
    if (fact.kind === 'cue.sent' && fact.cueId === cueId) {
      found = { text: fact.text, state: 'sent', afterMs: null };
    }
    if (fact.kind !== 'cue.answered' || fact.cueId !== cueId || found === null) continue;
    // What was said is said, whatever was answered after it.
    if (found.state === 'said' || fact.answer === 'help') continue;
    found =
      fact.answer === 'done'
        ? { ...found, state: 'said', afterMs: Math.max(0, fact.eventTs - slipTs) }
        : { ...found, state: fact.answer };
  }
  return found;
}
