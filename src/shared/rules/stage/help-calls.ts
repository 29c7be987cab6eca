import type { RoomEvent } from '../../contract/room-event.ts';
import type { HelpCall } from '../../model/stage.ts';

/**
 * Calls of the anchor from facts of one show in the order of the log. Asking for the same again while
 * it is open is the same call.
 */
export function helpCalls(facts: readonly RoomEvent[]): readonly HelpCall[] {
  const calls = new Map<number, HelpCall>();
  for (const fact of facts) {
    if (fact.kind === 'help.answered') {
      const call = calls.get(fact.askedSeq);
      if (call !== undefined && call.answeredTs === null) {
        calls.set(call.seq, { ...call, answeredTs: fact.eventTs });
      }
    }
    if (fact.kind !== 'help.asked') continue;
    const { reason, screenId, seq, eventTs } = fact;
    const isOpen = [...calls.values()].some(
      (call) => call.answeredTs === null && call.reason === reason,
    );
    if (!isOpen) calls.set(seq, { seq, reason, screenId, askedTs: eventTs, answeredTs: null });
  }
  return [...calls.values()];
}
