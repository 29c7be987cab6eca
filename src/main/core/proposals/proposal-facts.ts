import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ProposalFact } from '#shared/rules/cue-triggers/held-proposals.ts';

/** The event where it is about proposals; null for every other. */
export function proposalFact(event: RoomEvent): ProposalFact | null {
  switch (event.kind) {
    case 'cue.proposed':
    case 'cue.proposal_settled':
    case 'triggers.mode':
    case 'triggers.reset':
      return event;
    default:
      return null;
  }
}
