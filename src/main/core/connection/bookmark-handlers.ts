import { ok, type Result } from '#shared/contract/app-error.ts';
import type { bookmarkCommands } from '#shared/contract/bookmark-commands.ts';
import type { ShowId } from '#shared/model/ids.ts';
import {
  addBookmark,
  addBookmarkAt,
  bookmarkOf,
  noteBookmark,
  notesOf,
  removeBookmark,
} from '../room/bookmarks.ts';
import type { Room } from '../room/room.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about moments that are marked. */
export const bookmarkHandlers: { readonly [N in keyof typeof bookmarkCommands]: Handler<N> } = {
  'bookmark.add': {
    mode: 'write',
    run: ({ room }, { note }) => {
      const added = addBookmark(room, note);
      return added.ok ? told(room, added.value.showId, added) : added;
    },
  },
  'bookmark.addAt': {
    mode: 'write',
    run: ({ room }, input) => told(room, input.showId, addBookmarkAt(room, input)),
  },
  'bookmark.note': {
    mode: 'write',
    // The file is on disk before a moment has it.
    prepare: async ({ room, images }, { showId, seq, note, image }) => {
      const held = bookmarkOf(room, { showId, seq });
      if (!held.ok) return held;
      if (held.value.imageId !== null) await images.letGo(held.value.imageId);
      return image === null ? ok(null) : images.keep(image, note);
    },
    run: ({ room, images, identity }, { showId, seq, note, image }) => {
      const imageId = image === null ? null : images.idOf(image);
      const noted = { showId, seq, note, imageId, screenId: identity.screenId };
      return told(room, showId, noteBookmark(room, noted));
    },
  },
  'bookmark.remove': {
    mode: 'write',
    run: ({ room, identity }, input) =>
      told(room, input.showId, removeBookmark(room, input, identity.screenId)),
  },
  'bookmark.list': { mode: 'read', run: ({ room }, { showId }) => notesOf(room, showId) },
};

/** Reviews of the show that are open hear of it. */
function told<Value>(room: Room, showId: ShowId, result: Result<Value>): Result<Value> {
  if (result.ok) room.blocks.reviewNews.noted(showId);
  return result;
}
