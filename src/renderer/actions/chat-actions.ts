import type { ActionEntry } from './action-entry.ts';
import { IN_ROOM, keyed, plain, when } from './action-manners.ts';
import {
  anchorChoices,
  moderateChoices,
  removeChoices,
  timeoutChoices,
  undoChatChoices,
} from './chat-choices.ts';
import type { DeskAction } from './desk-action.ts';
import { isRunning } from './room-choices.ts';

type ChatActionType =
  | 'writeChat'
  | 'lineToAnchor'
  | 'undoInChat'
  | 'moderate'
  | 'timeout'
  | 'showHiddenChat'
  | 'noteWarning'
  | 'removeFromChat';

/** The part of the table about the platforms' chats and their warnings. */
export const CHAT_ACTIONS: {
  readonly [T in ChatActionType]: ActionEntry<Extract<DeskAction, { type: T }>>;
} = {
  writeChat: {
    ...keyed('chat', 'keys.writeChat', IN_ROOM),
    choices: ({ isLive }) => when(isLive, { type: 'writeChat' }, 'palette.writeChat'),
  },
  undoInChat: { ...plain('chat'), choices: undoChatChoices },
  lineToAnchor: { ...plain('chat'), choices: anchorChoices },
  moderate: { ...plain('chat'), choices: moderateChoices },
  timeout: { ...plain('chat'), choices: timeoutChoices },
  removeFromChat: { ...plain('chat'), isGrave: true, choices: removeChoices },
  showHiddenChat: {
    ...plain('chat'),
    choices: ({ isLive, hiddenChatCount }) =>
      when(isLive && hiddenChatCount > 0, { type: 'showHiddenChat' }, 'palette.showHiddenChat'),
  },
  noteWarning: {
    ...keyed('chat', 'keys.noteWarning', IN_ROOM),
    choices: (sight) => when(isRunning(sight), { type: 'noteWarning' }, 'palette.noteWarning'),
  },
};
