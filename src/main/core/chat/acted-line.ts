import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { PersonRef } from '#shared/contract/actor.ts';
import { joinFragments } from '#shared/contract/fragment.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import { isStandIn } from '#shared/model/erasure.ts';
import type { RoomContext } from '../room/room-context.ts';
import { lineAt } from './chat-acts.queries.ts';

/** A line of the log as an action means it. */
export type ActedLine = {
  readonly seq: number;
  readonly sourceId: number;
  /** The message's id on its platform; null where it is no message. */
  readonly messageId: string | null;
  readonly text: string | null;
  /** Who wrote it, or who was moderated; null where the platform hides them. */
  readonly person: PersonRef | null;
};

/** Refused: unknown_message, where the current show has no such line or its writer was erased. */
export function actedLine(room: RoomContext, lineSeq: number): Result<ActedLine> {
  const show = room.show();
  const found = show === null ? null : lineAt(room.db, room.roomId, show.id, lineSeq);
  if (found === null) return fail('unknown_message', { lineSeq });
  const { event, sourceId } = found;
  const person = personOf(event);
  if (isStandIn(person?.platformUserId ?? null)) return fail('unknown_message', { lineSeq });
  const isMessage = event.kind === 'chat';
  return ok({
    seq: event.seq,
    sourceId,
    messageId: isMessage ? event.dedupeKey : null,
    text: isMessage ? joinFragments(event.fragments) : null,
    person,
  });
}

function personOf(event: RoomEvent): PersonRef | null {
  if (event.kind === 'moderation') return event.target;
  const { actor } = event;
  if (actor === null) return null;
  const { platformUserId, name, displayName } = actor;
  return { platformUserId, name, displayName };
}
