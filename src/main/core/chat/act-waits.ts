import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { ActOutcome, ActReason, ChatAct } from '#shared/model/chat-act.ts';
import type { ShowId } from '#shared/model/ids.ts';

/** An action that was handed to its platform, as long as its event may come. */
export type WaitingAct = {
  readonly actSeq: number;
  readonly showId: ShowId;
  readonly act: ChatAct;
  readonly sourceId: number;
  readonly lineSeq: number | null;
  /** The message it is about. */
  readonly messageId: string | null;
  readonly userId: string | null;
  /** Id of the line that was sent, as soon as the platform has said it. */
  readonly sentId: string | null;
};

/** What came of it. */
export type Settled = {
  readonly outcome: ActOutcome;
  readonly reason: string | null;
  readonly retryS: number | null;
  readonly eventSeq: number | null;
};

/** Whether a platform's event says that an action is done. */
export function confirms(event: RoomEvent, sourceId: number, waiting: WaitingAct): boolean {
  if (sourceId !== waiting.sourceId || event.showId !== waiting.showId) return false;
  switch (waiting.act) {
    case 'send':
    case 'reply':
      return event.kind === 'chat' && event.dedupeKey === waiting.sentId;
    case 'delete':
      return event.kind === 'chat.deleted' && event.targetId === waiting.messageId;
    case 'timeout':
    case 'ban':
    case 'unban':
      return (
        event.kind === 'moderation' &&
        event.action === waiting.act &&
        event.target?.platformUserId === waiting.userId
      );
    case 'pin':
      return event.kind === 'chat.pinned' && event.targetId === waiting.messageId;
    case 'unpin':
      return event.kind === 'chat.pinned' && event.targetId === null;
  }
}

export function done(eventSeq: number): Settled {
  return { outcome: 'done', reason: null, retryS: null, eventSeq };
}

export function unknown(reason: ActReason): Settled {
  return { outcome: 'unknown', reason, retryS: null, eventSeq: null };
}
