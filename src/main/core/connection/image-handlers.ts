import { fail, ok } from '#shared/contract/app-error.ts';
import type { imageCommands } from '#shared/contract/image-commands.ts';
import type { Handler } from './handler.ts';

/** Handlers of the commands about pictures of products. */
export const imageHandlers: { readonly [N in keyof typeof imageCommands]: Handler<N> } = {
  'catalogue.setImage': {
    mode: 'write',
    // The file is on disk before a product has it.
    prepare: async ({ room, images }, { productId, image }) => {
      const { products } = room.catalogue;
      const name = products.nameOf(productId);
      if (name === null) return fail('unknown_product', { productId });
      const held = products.imageOf(productId);
      if (held !== null) await images.letGo(held);
      return image === null ? ok(null) : images.keep(image, name);
    },
    run: ({ room, images }, { productId, image }) =>
      room.catalogue.products.setImage(productId, image === null ? null : images.idOf(image)),
  },
  'image.fetch': { mode: 'read', run: ({ images }, { address }) => images.fetch(address) },
  'image.part': {
    mode: 'read',
    run: ({ images }, { fetchId, from }) => images.part(fetchId, from),
  },
};
