import { ok } from '#shared/contract/app-error.ts';
import type { bookmarkCommands } from '#shared/contract/bookmark-commands.ts';
import {
  addBookmark,
  addBookmarkAt,
  bookmarkOf,
  noteBookmark,
  notesOf,
  removeBookmark,
} from '../room/bookmarks.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about moments that are marked. */
export const bookmarkHandlers: { readonly [N in keyof typeof bookmarkCommands]: Handler<N> } = {
  'bookmark.add': { mode: 'write', run: ({ room }, { note }) => addBookmark(room, note) },
  'bookmark.addAt': { mode: 'write', run: ({ room }, input) => addBookmarkAt(room, input) },
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
      return noteBookmark(room, { showId, seq, note, imageId, screenId: identity.screenId });
    },
  },
  'bookmark.remove': {
    mode: 'write',
    run: ({ room, identity }, input) => removeBookmark(room, input, identity.screenId),
  },
  'bookmark.list': { mode: 'read', run: ({ room }, { showId }) => notesOf(room, showId) },
};
