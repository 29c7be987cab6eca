import type { catalogueCommands } from '#shared/contract/catalogue-commands.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about the products of a room. */
export const catalogueHandlers: { readonly [N in keyof typeof catalogueCommands]: Handler<N> } = {
  'catalogue.page': { mode: 'read', run: ({ room }, input) => room.catalogue.products.page(input) },
  'catalogue.put': { mode: 'write', run: ({ room }, input) => room.catalogue.products.put(input) },
  'catalogue.remove': {
    mode: 'write',
    run: ({ room }, { productId }) => room.catalogue.products.remove(productId),
  },
  'catalogue.history': {
    mode: 'read',
    run: ({ room }, { productId }) => room.catalogue.products.history(productId),
  },
};
