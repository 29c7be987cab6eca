import { z } from 'zod';

import { ProductId, ShowId, Timestamp } from './ids.ts';
import { ProductFields } from './product.ts';
import { ImageId } from './product-image.ts';

/** Without looking back, which browsers of second screens may not know. */
const ONE_LINE = /^(?:[^\s\p{Cc}\p{Cs}](?:[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*[^\s\p{Cc}\p{Cs}])?)?$/u;

/** One tidy line: nothing before or behind it, no line breaks or controls, and no half characters. */
function line(max: number) {
  return z.string().max(max).regex(ONE_LINE);
}
/** A word of a list; the marks that part the words of a table's cell are in none. */
const word = (max: number) => line(max).regex(/^[^,，、;；|]+$/u);

export const SHORT_NAME_MAX = 40;
export const VARIANTS_MAX = 50;
export const QUESTIONS_MAX = 20;
export const LINKS_MAX = 12;
export const TAGS_MAX = 20;
export const CLAIMS_MAX = 50;
export const BENEFITS_MAX = 10;
export const ANSWER_MAX = 300;
export const LINK_MAX = 500;

/** One kind of a product that is chosen when buying: a colour, a size. */
export const Variant = z.strictObject({
  name: line(80).min(1),
  /** The seller's own code of it; empty where it has none. */
  code: line(64),
  /** Pieces left of it; null is unknown. */
  stock: z.int().min(0).nullable(),
  /** Minor units of the product's currency; null: the product's own price. */
  priceMinor: z.int().min(0).nullable(),
});
export type Variant = z.infer<typeof Variant>;

/** What buyers ask of a product, and what is true. */
export const ProductQuestion = z.strictObject({
  question: line(120).min(1),
  answer: line(ANSWER_MAX),
});
export type ProductQuestion = z.infer<typeof ProductQuestion>;

/** Where a product stands on a platform. */
export const ProductLink = z.strictObject({
  /** Name of the platform as in events, or any other word. */
  platform: z.string().regex(/^[a-z0-9_-]{2,32}$/),
  url: line(LINK_MAX).regex(/^https:\/\/[^\s/]+/),
});
export type ProductLink = z.infer<typeof ProductLink>;

/**
 * What the catalogue keeps of a product beside its card (`ProductFields`): it is the same in every
 * show, and is not sent to screens with the shelf.
 */
export const ProductDetails = z.strictObject({
  /** What it is called where there is little room; empty: its name. */
  shortName: line(SHORT_NAME_MAX),
  /** Price for members, minor units of the product's currency. */
  memberPriceMinor: z.int().min(0).nullable(),
  variants: z.array(Variant).max(VARIANTS_MAX),
  /** What buyers get beside the one benefit of the card. */
  benefits: z.array(line(200).regex(/^[^;；|]+$/u)).max(BENEFITS_MAX),
  /** What must not be said of it. */
  bannedClaims: z.array(word(100)).max(CLAIMS_MAX),
  questions: z.array(ProductQuestion).max(QUESTIONS_MAX),
  /** At most one for each platform. */
  links: z
    .array(ProductLink)
    .max(LINKS_MAX)
    .refine((links) => new Set(links.map(({ platform }) => platform)).size === links.length),
  tags: z.array(word(30)).max(TAGS_MAX),
});
export type ProductDetails = z.infer<typeof ProductDetails>;

export const NO_DETAILS: ProductDetails = {
  shortName: '',
  memberPriceMinor: null,
  variants: [],
  benefits: [],
  bannedClaims: [],
  questions: [],
  links: [],
  tags: [],
};

/** A product of the room as the catalogue has it, whatever show it was in. */
export const CatalogueProduct = z.strictObject({
  productId: ProductId,
  fields: ProductFields,
  details: ProductDetails,
  /** Its stored picture; null: it has none. */
  imageId: ImageId.nullable(),
});
export type CatalogueProduct = z.infer<typeof CatalogueProduct>;

/**
 * What changed a price. `earlier`: it stood when the history began; `undo`: an import was taken back;
 * `demo`: the demo show brought it.
 */
export const PriceCause = z.enum(['earlier', 'edit', 'import', 'undo', 'demo']);
export type PriceCause = z.infer<typeof PriceCause>;

/** The whole ladder of a product's prices from a moment on, minor units of `currency`. */
export const PriceChange = z.strictObject({
  /** Wall time; null for what stood before changes were kept. */
  changedTs: Timestamp.nullable(),
  cause: PriceCause,
  currency: z.string(),
  listPriceMinor: z.int().nullable(),
  priceMinor: z.int().nullable(),
  memberPriceMinor: z.int().nullable(),
  couponPriceMinor: z.int().nullable(),
});
export type PriceChange = z.infer<typeof PriceChange>;

/** What a product came to in one live show, from stored events and pushes. */
export const ProductResult = z.strictObject({
  showId: ShowId,
  title: z.string(),
  /** Wall time; null for a show that has not begun. */
  startedTs: Timestamp.nullable(),
  pushes: z.int().min(0),
  /** Show milliseconds on the shelf; undone pushes never were. */
  airtimeMs: z.int().min(0),
  ordersPaid: z.int().min(0),
  unitsPaid: z.int().min(0),
  /** Paid money, one sum for each currency. */
  paid: z.array(z.strictObject({ currency: z.string(), exponent: z.int(), amountMinor: z.int() })),
});
export type ProductResult = z.infer<typeof ProductResult>;
