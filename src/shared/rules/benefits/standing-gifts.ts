import type { RoomEvent, RoomEventOf } from '../../contract/room-event.ts';

/** What was given on air and not taken back, in the order of the log. */
export function standingGifts(
  facts: readonly RoomEvent[],
): readonly RoomEventOf<'benefit.given'>[] {
  const gone = new Set(
    facts.flatMap((fact) => (fact.kind === 'benefit.withdrawn' ? fact.givenSeq : [])),
  );
  return facts.flatMap((fact) =>
    fact.kind === 'benefit.given' && !gone.has(fact.seq) ? fact : [],
  );
}
