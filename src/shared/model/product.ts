import { z } from 'zod';

import { CueId, GroupId, OutletId, ProductId, PushId, Timestamp } from './ids.ts';
import { ImageId } from './product-image.ts';

export const ProductRole = z.enum(['traffic', 'benefit', 'hero', 'margin', 'encore', 'none']);
export type ProductRole = z.infer<typeof ProductRole>;

const shortText = z.string().max(200);

/** What the operator edits of a product; prices in integer minor units of the show's currency. */
export const ProductFields = z.strictObject({
  code: z.string().min(1).max(64),
  name: z.string().min(1).max(200),
  role: ProductRole,
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Price now, minor units. */
  priceMinor: z.int().min(0).nullable(),
  listPriceMinor: z.int().min(0).nullable(),
  couponPriceMinor: z.int().min(0).nullable(),
  /** Pieces left; null is unknown. */
  stock: z.int().min(0).nullable(),
  benefit: shortText,
  hook: shortText,
  look: shortText,
  story: shortText,
  value: shortText,
  callToAction: shortText,
  /** The phrase the anchor should say. */
  say: shortText,
  /** Two colours of the drawn picture where no photo is stored, `#rrggbb,#rrggbb`. */
  swatch: z.string().max(20),
});
export type ProductFields = z.infer<typeof ProductFields>;

/** A product in its place on the shelf of this show. */
export const ShelfItem = ProductFields.extend({
  productId: ProductId,
  /** Number of the product's link on the platforms; fixed order of the shelf. */
  linkNumber: z.int().min(1).max(999),
  /** The group of this shelf it is in; null for none. */
  groupId: GroupId.nullable().default(null),
  /** Its stored picture; null: it has none, and its colours stand for it. */
  imageId: ImageId.nullable(),
  isSoldOut: z.boolean(),
  /** Show milliseconds on the shelf so far, the current push included up to `asOf` of the metrics. */
  airtimeMs: z.int().min(0),
  ordersPaid: z.int().min(0),
  unitsPaid: z.int().min(0),
  /** Paid money, minor units of `currency`. */
  paidMinor: z.int().min(0),
});
export type ShelfItem = z.infer<typeof ShelfItem>;

/** What a push can go to: the desk's own, then what a room is given as outlets; in the screens' order. */
export const PUSH_TARGETS = [
  'shelf',
  'anchor',
  'overlay',
  'cue',
  'chat',
  'obs',
  'webhook',
  'manual',
  'shopee',
] as const;
export const PushTarget = z.enum(PUSH_TARGETS);
export type PushTarget = z.infer<typeof PushTarget>;

/** Which of a room's outlets; the desk's own targets have neither. */
const whichOutlet = {
  outletId: OutletId.nullable().default(null),
  /** What the room calls it; empty for the desk's own. */
  name: z.string().default(''),
  /** What it gets, in its own words; empty for the desk's own targets. */
  text: z.string().default(''),
};

/** What came of the reverse that an undo or a take-down sent. `none`: the target has no reverse. */
export const ReverseAnswer = z.strictObject({
  state: z.enum(['waiting', 'ok', 'failed', 'unknown', 'none']),
  reason: z.string().nullable(),
  /** Milliseconds from the undo to the target's own confirmation. */
  delayMs: z.int().min(0).nullable(),
});
export type ReverseAnswer = z.infer<typeof ReverseAnswer>;

/** What a target shows instead of what was pushed, or what became of it there. */
export const ThereNow = z.strictObject({
  /**
   * `item`: another one of the platform; `nothing`; `hidden`: the source; `scene`: another one is on;
   * `text`: another one. Translated as `push.there.<what>`.
   */
  what: z.enum(['item', 'nothing', 'hidden', 'scene', 'text']),
  /** In the target's own words; empty where there is nothing to name. */
  name: z.string().max(300),
});
export type ThereNow = z.infer<typeof ThereNow>;

/**
 * How a target answered a push. `none`: nothing is there, so nothing was sent; `unknown`: it was sent
 * and nobody can say what came of it.
 */
export const TargetAnswer = z.strictObject({
  target: PushTarget,
  ...whichOutlet,
  state: z.enum(['waiting', 'ok', 'failed', 'unknown', 'none']),
  /** Translated as `target.reason.<reason>`; null when fine. */
  reason: z.string().nullable(),
  /** Milliseconds from GO to the target's own confirmation, monotonic clock; null until then. */
  delayMs: z.int().min(0).nullable(),
  /** Null as long as nothing was taken back. */
  reverse: ReverseAnswer.nullable().default(null),
  /** Since when (show time) it shows something else; null as long as nobody heard of that. */
  there: ThereNow.extend({ sinceTs: Timestamp }).nullable().default(null),
});
export type TargetAnswer = z.infer<typeof TargetAnswer>;

export const Push = z.strictObject({
  id: PushId,
  productId: ProductId,
  linkNumber: z.int().min(1),
  /** Show time of GO. */
  goTs: Timestamp,
  /** Wall time until which undo is possible. */
  undoUntilTs: Timestamp,
  state: z.enum(['on_shelf', 'replaced', 'taken_down', 'undone']),
  cueId: CueId.nullable(),
  targets: z.array(TargetAnswer),
});
export type Push = z.infer<typeof Push>;

/** Why a push is stopped until the operator overrules it: each by what it says of the product now. */
export const PUSH_GUARDS = [
  'sold_out',
  'stock_empty',
  'stock_last',
  'price_ladder',
  'limit_reached',
  'platform_price',
  'platform_coupon',
  'platform_stock',
  'team_problem',
  'team_coupon',
  'team_stock',
] as const;
export const PushGuard = z.enum(PUSH_GUARDS);
export type PushGuard = z.infer<typeof PushGuard>;
/** Fewer pieces than these stop a push (`stock_last`). */
export const LAST_PIECES = 3;

/** What a platform says of a product other than its card; money in minor units of the card's currency. */
export const CardMismatch = z.strictObject({
  platform: z.string(),
  field: z.enum(['price', 'coupon', 'stock']),
  /** Null: the card says none. */
  card: z.int().min(0).nullable(),
  platformSays: z.int().min(0),
});
export type CardMismatch = z.infer<typeof CardMismatch>;

/** What GO will do, shown before it is done. */
export const Armed = z.strictObject({
  productId: ProductId,
  linkNumber: z.int().min(1),
  /** Wall time at which it disarms by itself. */
  expiresTs: Timestamp,
  /** Card of the deck sent along; null for none. */
  linkedCueText: z.string().nullable(),
  /** What goes where: only targets that are there now are `isConnected`. */
  preview: z.array(
    z.strictObject({
      target: PushTarget,
      ...whichOutlet,
      isConnected: z.boolean(),
      /** Why it gets nothing, translated as `target.reason.<problem>`; null when it will. */
      problem: z.string().nullable().default(null),
    }),
  ),
  /** Why the push deserves a second look: `sold_out`, `price_unknown`, ... shown, not blocking. */
  warnings: z.array(z.string()),
  /** Why GO is refused until it is overruled; empty where nothing stops it. */
  guards: z.array(PushGuard).default([]),
  /** What platforms say other than the card (`platform_price`, `platform_coupon`, `platform_stock`), both values. */
  mismatches: z.array(CardMismatch).default([]),
  /** The operator has seen these guards and pushes all the same. */
  isOverruled: z.boolean().default(false),
});
export type Armed = z.infer<typeof Armed>;

export const ARM_TIMEOUT_MS = 20_000;
export const UNDO_WINDOW_MS = 5_000;
