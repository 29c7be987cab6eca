import { RoomEvent } from '#shared/contract/room-event.ts';
import { STAND_IN_PREFIX, type PersonToErase } from '#shared/model/erasure.ts';
import { eraseMentions, erasePatterns } from '#shared/rules/erase-person.ts';

/** Facts as they will be once the people are erased from the log, which takes a while. */
export function maskedFacts(
  facts: readonly RoomEvent[],
  people: readonly PersonToErase[],
): readonly RoomEvent[] {
  if (people.length === 0) return facts;
  const patterns = people.map(erasePatterns);
  return facts.map((fact) =>
    patterns.reduce<RoomEvent>((event, each) => {
      const masked = eraseMentions({ ...event }, null, each, STAND_IN_PREFIX);
      return masked === null ? event : RoomEvent.parse(masked.fields);
    }, fact),
  );
}
