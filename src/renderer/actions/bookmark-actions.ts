import type { ActionEntry } from './action-entry.ts';
import { IN_ROOM, keyed, when } from './action-manners.ts';
import type { DeskAction } from './desk-action.ts';
import { isRunning } from './room-choices.ts';

type BookmarkActionType = 'bookmark' | 'noteBookmark';

/** The part of the table about moments that are marked. */
export const BOOKMARK_ACTIONS: {
  readonly [T in BookmarkActionType]: ActionEntry<Extract<DeskAction, { type: T }>>;
} = {
  bookmark: {
    ...keyed('show', 'keys.bookmark', IN_ROOM),
    choices: (sight) => when(isRunning(sight), { type: 'bookmark' }, 'palette.bookmark'),
  },
  noteBookmark: {
    ...keyed('show', 'keys.noteBookmark', IN_ROOM),
    choices: (sight) => when(isRunning(sight), { type: 'noteBookmark' }, 'note.write'),
  },
};
