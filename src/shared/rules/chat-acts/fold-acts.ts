import type { RoomEvent } from '../../contract/room-event.ts';
import { CHAT_ACTIONS_SENT, type ChatAct, type ChatAction } from '../../model/chat-act.ts';

type Held = ChatAction & { readonly userId: string | null };

/** What was done in the chats of a show and what came of it, out of its facts in the order of the log. */
export function foldActs(
  events: readonly RoomEvent[],
  limit: number = CHAT_ACTIONS_SENT,
): readonly ChatAction[] {
  const held = new Map<number, Held>();
  for (const event of events) {
    if (event.kind === 'chat.acted') held.set(event.seq, begun(event));
    if (event.kind !== 'chat.settled') continue;
    const action = held.get(event.actSeq);
    if (action === undefined) continue;
    const { outcome: state, reason, retryS } = event;
    held.set(event.actSeq, { ...action, state, reason, retryS });
  }
  const actions = [...held.values()];
  return actions
    .map(({ userId: _userId, ...action }, at) => ({
      ...action,
      isUndone: actions.slice(at + 1).some((later) => isUndoneBy(actions[at], later)),
    }))
    .slice(-limit);
}

function begun(event: Extract<RoomEvent, { kind: 'chat.acted' }>): Held {
  const { seq, eventTs: ts, act, sourceId, onPlatform: platform, lineSeq, target } = event;
  const { text, durationS } = event;
  const name = target?.displayName ?? target?.name ?? null;
  const what = { seq, ts, act, sourceId, platform, lineSeq, name, text, durationS };
  const outcome = { state: 'waiting', reason: null, retryS: null, isUndone: false } as const;
  return { ...what, ...outcome, userId: target?.platformUserId ?? null };
}

const UNDONE_BY: Partial<Record<ChatAct, readonly ChatAct[]>> = {
  ban: ['unban'],
  timeout: ['unban', 'ban', 'timeout'],
  pin: ['unpin', 'pin'],
};

function isUndoneBy(action: Held | undefined, later: Held): boolean {
  if (action === undefined || later.state !== 'done' || later.sourceId !== action.sourceId) {
    return false;
  }
  if (UNDONE_BY[action.act]?.includes(later.act) !== true) return false;
  return action.act === 'pin' || later.userId === action.userId;
}
