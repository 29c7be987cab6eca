import type { BOOKMARK_ACTIONS } from './bookmark-actions.ts';
import type { DeskAction } from './desk-action.ts';
import type { ActionSurroundings } from './perform-action.ts';
import { sayInPart } from './say-in-part.ts';

type BookmarkAction = Extract<DeskAction, { type: keyof typeof BOOKMARK_ACTIONS }>;

/** Marks this moment; what it was can be written to it, and never holds up the next key. */
export async function performBookmarkAction(
  { type }: BookmarkAction,
  around: ActionSurroundings,
): Promise<void> {
  const { runInArea, desk, seen } = around;
  const isWriting = type === 'noteBookmark';
  const last = desk().lastBookmark;
  if (isWriting && last !== null && last.showId === seen().showId) {
    return desk().showBookmark({ ...last, isWriting });
  }
  const result = await runInArea('show', 'bookmark.add', { note: '' });
  if (!result.ok) return;
  // The bar of the mark says it on the desk itself.
  sayInPart('show', 'keys.bookmarked', {}, around);
  return desk().showBookmark({ ...result.value, isWriting });
}
