import { z } from 'zod';

import { EVENT_KIND_CODES } from '#shared/contract/event-kinds.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { QuestionDebt } from '#shared/rules/questions/question-debt.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { personKey } from './question-reading.ts';
import { lineByKey, type QuestionRow } from './questions.queries.ts';

/** What says that something is not in the chat any more. */
type Removing = {
  readonly platform: string;
  /** One message; null where all of a person, or of the room, are meant. */
  readonly targetId: string | null;
  /** Null where everybody is meant. */
  readonly userId: string | null;
};

const DeletedBody = z.object({
  platform: z.string(),
  targetId: z.string().nullable(),
  userId: z.string().nullable(),
});
const ModerationBody = z.object({
  platform: z.string(),
  action: z.string(),
  target: z.object({ platformUserId: z.string().nullable() }).nullable(),
});

/** Null for an event that removes nothing. */
export function removingEvent(event: RoomEvent): Removing | null {
  if (event.kind === 'chat.deleted') return removing(event);
  return event.kind === 'moderation' ? moderated(event) : null;
}

/** The same of a stored row. */
export function removingRow(row: QuestionRow): Removing | null {
  if (row.kind === EVENT_KIND_CODES['chat.deleted']) {
    return removing(DeletedBody.parse(JSON.parse(row.body)));
  }
  if (row.kind !== EVENT_KIND_CODES.moderation) return null;
  return moderated(ModerationBody.parse(JSON.parse(row.body)));
}

/**
 * Takes it out of what is asked.
 *
 * @returns whether anything was asked by it.
 */
export function removeLines(
  { db, showId, sourceId }: { db: ReadableDatabase; showId: number; sourceId: number },
  debt: QuestionDebt,
  { platform, targetId, userId }: Removing,
): boolean {
  if (targetId !== null) {
    const line = lineByKey(db, showId, sourceId, targetId);
    if (line === undefined) return false;
    const { seq, ts, text } = line;
    const person = personKey(platform, line.person);
    return debt.remove({ what: 'line', line: { seq, ts, platform, person } }, text);
  }
  const person = personKey(platform, userId);
  return debt.remove(
    person === null ? { what: 'platform', platform } : { what: 'person', person, platform },
    null,
  );
}

function removing({ platform, targetId, userId }: Removing): Removing | null {
  return targetId === null && userId === null ? null : { platform, targetId, userId };
}

/** Platforms take everything of somebody out of the chat whom they ban or silence. */
function moderated(event: z.infer<typeof ModerationBody>): Removing | null {
  const { platform, action, target } = event;
  if (action === 'clear') return { platform, targetId: null, userId: null };
  const userId = target?.platformUserId ?? null;
  return action === 'unban' || userId === null ? null : { platform, targetId: null, userId };
}
