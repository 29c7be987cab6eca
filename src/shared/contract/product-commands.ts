import { z } from 'zod';

import { ProductId } from '../model/ids.ts';
import { ProductFields } from '../model/product.ts';
import { ProductDetails } from '../model/product-details.ts';
import { IMPORT_MAX_ROWS, PASTE_MAX_ROWS } from '../rules/product-paste/paste-fields.ts';
import { catalogueCommands } from './catalogue-commands.ts';
import { groupCommands } from './group-commands.ts';
import { imageCommands } from './image-commands.ts';

const desk = ['desk'] as const;
const none = z.strictObject({});

/** One product of a pasted table, as the preview showed it. */
const PastedProduct = z.strictObject({
  /** The product that is changed; null adds one under a code that no product of the room has. */
  productId: ProductId.nullable(),
  fields: ProductFields,
  /** Null: what the catalogue has beside the card stays. */
  details: ProductDetails.nullable(),
  /** Its place on this show's shelf; null: into the catalogue alone, with or without a show. */
  linkNumber: z.int().min(1).max(999).nullable(),
  /**
   * The group of this show's shelf it comes into, made where there is none of the name; empty: out of
   * any; null: that stays as it is. Nothing where `linkNumber` is null.
   */
  groupName: z.string().max(10_000).nullable().default(null),
  /** False: pieces and sales of a product that is on the shelf stay as they are. */
  isStockStated: z.boolean(),
});
export type PastedProduct = z.infer<typeof PastedProduct>;

/** The part of the contract about many products at once, and about the catalogue. */
export const productCommands = {
  ...catalogueCommands,
  ...imageCommands,
  ...groupCommands,
  /**
   * Adds and changes products and puts those with a number on this show's shelf: all of them in one
   * transaction, or none. Refused: show_not_running, unknown_product, product_code_taken, link_number_taken, too_many,
   * and as `shelf.makeGroup` for a name of a group.
   */
  'shelf.putProducts': {
    input: z.strictObject({ products: z.array(PastedProduct).min(1).max(PASTE_MAX_ROWS) }),
    output: z.strictObject({ pasteId: z.int(), added: z.int(), changed: z.int() }),
    callers: desk,
  },
  /**
   * A part of an import that is too large for one command: `products` are those from place `from` on,
   * the same part may come twice. Nothing is changed by it; another `importId` begins anew. Refused:
   * bad_request when a part is missing before it, too_many.
   */
  'shelf.stageProducts': {
    input: z.strictObject({
      importId: z.string().regex(/^[\w-]{8,64}$/),
      from: z.int().min(0).max(IMPORT_MAX_ROWS),
      products: z.array(PastedProduct).min(1).max(PASTE_MAX_ROWS),
    }),
    output: z.strictObject({ staged: z.int() }),
    callers: desk,
  },
  /** `shelf.putProducts` of all that was staged; refused bad_request unless it is `count` products. */
  'shelf.putStaged': {
    input: z.strictObject({ importId: z.string(), count: z.int().min(1).max(IMPORT_MAX_ROWS) }),
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
