import { assertNever } from '#shared/lib/assert-never.ts';

import { setNotice } from './action-state.ts';
import type { CHAT_ACTIONS } from './chat-actions.ts';
import type { DeskAction } from './desk-action.ts';
import type { ActionSurroundings } from './perform-action.ts';

type ChatDeskAction = Extract<DeskAction, { type: keyof typeof CHAT_ACTIONS }>;

/** Does what belongs to the platforms' chats; what the platform makes of it comes with the slice `acts`. */
export async function performChatAction(
  action: ChatDeskAction,
  { store, runInArea, desk }: ActionSurroundings,
): Promise<void> {
  switch (action.type) {
    case 'moderate':
    case 'undoInChat':
    case 'removeFromChat':
      await runInArea('chat', `chat.${action.act}`, { lineSeq: action.lineSeq });
      return;
    case 'timeout': {
      const { lineSeq, durationS } = action;
      await runInArea('chat', 'chat.timeout', { lineSeq, durationS });
      return;
    }
    case 'lineToAnchor': {
      const result = await runInArea('chat', 'chat.toAnchor', { lineSeq: action.lineSeq });
      if (!result.ok) return;
      return setNotice(store, 'chat', { kind: 'info', key: 'act.toAnchorDone', params: {} });
    }
    case 'writeChat':
      return desk().openChatWriter();
    case 'showHiddenChat':
      return desk().showHiddenChat();
    case 'noteWarning':
      return desk().setWarningFormOpen(true);
    default:
      return assertNever(action);
  }
}
