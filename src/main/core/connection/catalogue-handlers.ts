import type { catalogueCommands } from '#shared/contract/catalogue-commands.ts';
import { ok } from '#shared/contract/app-error.ts';
import { catalogueFile, shelfFile } from '../shelf/catalogue/catalogue-file.ts';
import { shelfRows } from '../shelf/catalogue/shelf-rows.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about the products of a room. */
export const catalogueHandlers: { readonly [N in keyof typeof catalogueCommands]: Handler<N> } = {
  'catalogue.page': { mode: 'read', run: ({ room }, input) => room.catalogue.products.page(input) },
  'catalogue.put': { mode: 'write', run: ({ room }, input) => room.catalogue.products.put(input) },
  'catalogue.remove': {
    mode: 'write',
    // Its picture is there for a while longer, for the way back.
    prepare: async ({ room, images }, { productId }) => {
      const imageId = room.catalogue.products.imageOf(productId);
      if (imageId !== null) await images.letGo(imageId);
      return ok(null);
    },
    run: ({ room }, { productId }) => room.catalogue.products.remove(productId),
  },
  'catalogue.export': {
    mode: 'read',
    run: async ({ room, transfers }, { what, format, language }) => {
      const shelf = what === 'shelf' ? shelfRows(room) : null;
      if (shelf !== null && !shelf.ok) return shelf;
      const { bytes, products } =
        shelf === null
          ? await catalogueFile(room.db, room.roomId, format, language, room.show()?.origin ?? null)
          : shelfFile(shelf.value, format, language);
      const saved = transfers.saveCatalogue(what, format, bytes);
      return saved.ok ? ok({ path: saved.value.path, products }) : saved;
    },
  },
  'catalogue.layout': {
    mode: 'read',
    run: ({ room }, { headings }) => room.catalogue.products.layout(headings),
  },
  'catalogue.keepLayout': {
    mode: 'write',
    run: ({ room }, { headings, columns }) => room.catalogue.products.keepLayout(headings, columns),
  },
  'catalogue.history': {
    mode: 'read',
    run: ({ room }, { productId }) => room.catalogue.products.history(productId),
  },
};
