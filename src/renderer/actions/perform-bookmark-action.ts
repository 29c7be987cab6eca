import { setNotice } from './action-state.ts';
import type { BOOKMARK_ACTIONS } from './bookmark-actions.ts';
import type { DeskAction } from './desk-action.ts';
import type { ActionSurroundings } from './perform-action.ts';

type BookmarkAction = Extract<DeskAction, { type: keyof typeof BOOKMARK_ACTIONS }>;

/** Marks this moment; what it was can be written to it, and never holds up the next key. */
export async function performBookmarkAction(
  { type }: BookmarkAction,
  { runInArea, desk, store, seen }: ActionSurroundings,
): Promise<void> {
  const isWriting = type === 'noteBookmark';
  const last = desk().lastBookmark;
  if (isWriting && last !== null && last.showId === seen().showId) {
    return desk().showBookmark({ ...last, isWriting });
  }
  const result = await runInArea('show', 'bookmark.add', { note: '' });
  if (!result.ok) return;
  setNotice(store, 'show', { kind: 'info', key: 'keys.bookmarked', params: {} });
  return desk().showBookmark({ ...result.value, isWriting });
}
