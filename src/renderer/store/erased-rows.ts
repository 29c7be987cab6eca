import { RoomEvent } from '#shared/contract/room-event.ts';
import { STAND_IN_PREFIX, type PersonToErase } from '#shared/model/erasure.ts';
import { eraseMentions, erasePatterns, type ErasePatterns } from '#shared/rules/erase-person.ts';

import { isChatRowEvent, textOf } from './chat-row.ts';
import type { ChatRow } from './chat-row.ts';

/** The rows without those of the people, and without their names in the rows of others. */
export function withoutPeople(
  rows: readonly ChatRow[],
  people: readonly PersonToErase[],
): readonly ChatRow[] {
  if (people.length === 0) return rows;
  const patterns = people.map(erasePatterns);
  return rows.flatMap((row) => {
    const kept = patterns.reduce<ChatRow | null>(
      (left, each) => (left === null ? null : withoutPerson(left, each)),
      row,
    );
    return kept === null ? [] : [kept];
  });
}

function withoutPerson(row: ChatRow, person: ErasePatterns): ChatRow | null {
  const { event } = row;
  const isTheirs =
    event.platform === person.platform && event.actor?.platformUserId === person.platformUserId;
  if (isTheirs) return null;
  const masked = eraseMentions({ ...event }, null, person, STAND_IN_PREFIX);
  if (masked === null) return row;
  const parsed = RoomEvent.safeParse(masked.fields);
  // Rather no row than one that names them.
  if (!parsed.success || !isChatRowEvent(parsed.data)) return null;
  // A name that is masked changes nothing of what the line is about.
  return { ...row, event: parsed.data, text: textOf(parsed.data) };
}
