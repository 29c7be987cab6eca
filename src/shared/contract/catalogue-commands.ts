import { z } from 'zod';

import { ProductId } from '../model/ids.ts';
import { ProductFields } from '../model/product.ts';
import {
  CatalogueProduct,
  PriceChange,
  ProductDetails,
  ProductResult,
} from '../model/product-details.ts';
import { Language } from '../model/settings.ts';
import { PASTE_FIELDS } from '../rules/product-paste/paste-fields.ts';

const desk = ['desk'] as const;
const none = z.strictObject({});

/** Most products of one answer of `catalogue.page`. */
export const CATALOGUE_PAGE_MAX = 250;

/** What stands above the columns of a table, as `plainText` in lower case. */
const Headings = z.array(z.string().max(200)).min(1).max(100);
/** What each column is; null: not taken. */
const Columns = z.array(z.enum(PASTE_FIELDS).nullable()).max(100);

/** The part of the contract about the products of a room, whatever show is on. */
export const catalogueCommands = {
  /**
   * Products of the room in the order they were added, the next ones after `afterId` (null: from the
   * first). `nextAfterId` null: there are no more.
   */
  'catalogue.page': {
    input: z.strictObject({
      afterId: ProductId.nullable(),
      limit: z.int().min(1).max(CATALOGUE_PAGE_MAX),
    }),
    output: z.strictObject({
      products: z.array(CatalogueProduct),
      nextAfterId: ProductId.nullable(),
    }),
    callers: desk,
  },
  /**
   * Changes a product in all its fields, or adds one (`productId` null), with or without a show. Stock
   * that is changed is the stock of this show's shelf too. Refused: unknown_product,
   * product_code_taken.
   */
  'catalogue.put': {
    input: z.strictObject({
      productId: ProductId.nullable(),
      fields: ProductFields,
      details: ProductDetails,
    }),
    output: z.strictObject({ productId: ProductId }),
    callers: desk,
  },
  /**
   * Takes a product out of the catalogue. Refused: unknown_product, product_in_use while a shelf, a
   * push, a cue or a block of any show has it.
   */
  'catalogue.remove': {
    input: z.strictObject({ productId: ProductId }),
    output: none,
    callers: desk,
  },
  /**
   * Writes the whole catalogue, or this show's shelf with link numbers and groups, into the data
   * folder's `exports`, with headings in this language; an import reads it back as it was. Refused:
   * file_exists, folder_unwritable, store_full, and show_not_running for a shelf without a show.
   */
  'catalogue.export': {
    input: z.strictObject({
      what: z.enum(['catalogue', 'shelf']).default('catalogue'),
      format: z.enum(['xlsx', 'csv']),
      language: Language,
    }),
    output: z.strictObject({ path: z.string(), products: z.int() }),
    callers: desk,
  },
  /** What each column of a table with these headings was taken for last time; null: it is new. */
  'catalogue.layout': {
    input: z.strictObject({ headings: Headings }),
    output: z.strictObject({ columns: Columns.nullable() }),
    callers: desk,
  },
  /** Remembers it for the next table with these headings. Refused: bad_request for another count. */
  'catalogue.keepLayout': {
    input: z.strictObject({ headings: Headings, columns: Columns }),
    output: none,
    callers: desk,
  },
  /** Every change of a product's prices, and what it came to in each live show; newest first. */
  'catalogue.history': {
    input: z.strictObject({ productId: ProductId }),
    output: z.strictObject({ prices: z.array(PriceChange), shows: z.array(ProductResult) }),
    callers: desk,
  },
} as const;
