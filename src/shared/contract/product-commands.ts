import { z } from 'zod';

import { ProductId } from '../model/ids.ts';
import { ProductFields } from '../model/product.ts';
import { PASTE_MAX_ROWS } from '../rules/product-paste/paste-fields.ts';

const desk = ['desk'] as const;
const none = z.strictObject({});

/** One product of a pasted table, as the preview showed it. */
const PastedProduct = z.strictObject({
  /** The product that is changed; null adds one under a code that no product of the room has. */
  productId: ProductId.nullable(),
  fields: ProductFields,
  linkNumber: z.int().min(1).max(999),
  /** False: pieces and sales of a product that is on the shelf stay as they are. */
  isStockStated: z.boolean(),
});
export type PastedProduct = z.infer<typeof PastedProduct>;

/** The part of the contract about many products at once. */
export const productCommands = {
  /** Products of the room that are not on this show's shelf, for a preview of what a paste would do. */
  'shelf.catalogue': {
    input: none,
    output: z.strictObject({
      products: z.array(z.strictObject({ productId: ProductId, fields: ProductFields })),
    }),
    callers: desk,
  },
  /**
   * Adds and changes products and puts them on this show's shelf: all of them in one transaction, or
   * none. Refused: show_not_running, unknown_product, product_code_taken, link_number_taken, too_many.
   */
  'shelf.putProducts': {
    input: z.strictObject({ products: z.array(PastedProduct).min(1).max(PASTE_MAX_ROWS) }),
    output: z.strictObject({ pasteId: z.int(), added: z.int(), changed: z.int() }),
    callers: desk,
  },
  /**
   * Puts catalogue and shelf back as they were before the last `shelf.putProducts`. Refused:
   * nothing_to_undo, paste_changed when the shelf was changed since, paste_pushed after a GO,
   * paste_in_use when a cue, a block or another show has one of the new products.
   */
  'shelf.undoPaste': { input: z.strictObject({ pasteId: z.int() }), output: none, callers: desk },
} as const;
