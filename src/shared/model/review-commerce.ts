import { z } from 'zod';

import { ProductId } from './ids.ts';
import { ImportedFigure, ImportKind, PlatformImport, PlatformImportId } from './platform-import.ts';

/** What one platform has of a figure: from a table that was taken in, or as it was counted live. */
export const CommercePart = z.strictObject({
  platform: z.string(),
  value: z.number(),
  isRounded: z.boolean(),
  /** Null: counted live. */
  importId: PlatformImportId.nullable(),
  /** Of which rows of that platform's tables it is; null: counted live. */
  of: ImportKind.nullable(),
});
export type CommercePart = z.infer<typeof CommercePart>;

/** A figure over the platforms of a show, each counted once: its own table before the live count. */
export const CommerceFigure = z.strictObject({
  figure: ImportedFigure,
  /** Null where parts cannot be summed: different people, means. */
  value: z.number().nullable(),
  isRounded: z.boolean(),
  parts: z.array(CommercePart).min(1),
  /** Platforms of the show that have none of it. */
  without: z.array(z.string()),
});
export type CommerceFigure = z.infer<typeof CommerceFigure>;

/** A product from exposure to order. */
export const ReviewFunnel = z.strictObject({
  productId: ProductId,
  linkNumber: z.int().nullable(),
  name: z.string(),
  /** Show milliseconds on the shelf. */
  airtimeMs: z.int(),
  figures: z.array(CommerceFigure),
});
export type ReviewFunnel = z.infer<typeof ReviewFunnel>;

export const CommerceMinute = z.strictObject({
  minute: z.int(),
  values: z.array(
    z.strictObject({ platform: z.string(), figure: ImportedFigure, value: z.number() }),
  ),
});
export type CommerceMinute = z.infer<typeof CommerceMinute>;

/** A platform's table and the live count of the same platform that do not come to the same. */
export const CommerceApart = z.strictObject({
  figure: ImportedFigure,
  platform: z.string(),
  /** Null: of the whole show. */
  productId: ProductId.nullable(),
  imported: z.number(),
  live: z.number(),
});
export type CommerceApart = z.infer<typeof CommerceApart>;

/** Commerce of a show over what was counted live and what platforms' tables say. */
export const ReviewCommerce = z.strictObject({
  /** Tables that hold and those that were taken out, oldest first. */
  imports: z.array(PlatformImport),
  totals: z.array(CommerceFigure),
  products: z.array(ReviewFunnel),
  /** Of tables of minutes alone, in order. */
  minutes: z.array(CommerceMinute),
  /** Pairs of figures that were held against each other and agree. */
  agreed: z.int().min(0),
  apart: z.array(CommerceApart),
});
export type ReviewCommerce = z.infer<typeof ReviewCommerce>;

export const NO_COMMERCE: ReviewCommerce = {
  imports: [],
  totals: [],
  products: [],
  minutes: [],
  agreed: 0,
  apart: [],
};
