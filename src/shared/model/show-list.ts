import { z } from 'zod';

import { ProductId, ShowId, Timestamp } from './ids.ts';
import { CurrencySum } from './metrics.ts';
import { ShowOrigin, ShowState } from './show.ts';
import { SourceCan } from './source.ts';

const count = z.int().min(0);

/** So long a deleted show lies in the bin before it is erased for good. */
export const BIN_DAYS = 30;
export const SHOW_WORD_MAX = 40;
export const SHOW_WORDS_MAX = 20;
/** A tag (标签) of a show, or the name of its host. */
export const ShowWord = z.string().trim().min(1).max(SHOW_WORD_MAX);

/**
 * What a show came to. Null: no source of it could tell, or none told. Money is minor units of the
 * show's currency.
 */
export const ShowFigures = z.strictObject({
  onAirMs: count,
  events: count,
  views: count.nullable(),
  viewersMean: z.number().nullable(),
  viewersPeak: count.nullable(),
  joins: count.nullable(),
  chats: count.nullable(),
  chatters: count.nullable(),
  follows: count.nullable(),
  gifts: count.nullable(),
  ordersPlaced: count.nullable(),
  ordersPaid: count.nullable(),
  unitsPaid: count.nullable(),
  paidMinor: z.int().nullable(),
  /** Paid for each thousand views. */
  gpmMinor: z.number().nullable(),
  /** People who wrote for each view; shares, not percent, as the next. */
  interaction: z.number().nullable(),
  followRate: z.number().nullable(),
  pushes: count,
  cuesSent: count,
  cuesDone: count,
  /** Milliseconds in which some source was not heard. */
  gapMs: count,
});
export type ShowFigures = z.infer<typeof ShowFigures>;

/** What a product got and brought in one show; null where no source told orders. */
export const ShowProduct = z.strictObject({
  productId: ProductId,
  linkNumber: z.int(),
  currency: z.string(),
  pushes: count,
  airtimeMs: count,
  ordersPaid: count.nullable(),
  unitsPaid: count.nullable(),
  paidMinor: z.int().nullable(),
});
export type ShowProduct = z.infer<typeof ShowProduct>;

export const ListedShow = z.strictObject({
  id: ShowId,
  title: z.string(),
  origin: ShowOrigin,
  state: ShowState,
  currency: z.string(),
  createdTs: Timestamp,
  startedTs: Timestamp.nullable(),
  endedTs: Timestamp.nullable(),
  /** Of the start in the room's time zone, 0 is Sunday; null before it. */
  weekday: z.int().min(0).max(6).nullable(),
  /** Minutes since midnight there. */
  dayMinute: z.int().min(0).max(1439).nullable(),
  platforms: z.array(z.string()),
  /** What its sources could tell at all. */
  can: SourceCan,
  anchors: z.array(z.string()),
  /** The hosts were named by hand and not taken from the log. */
  areAnchorsNamed: z.boolean(),
  tags: z.array(z.string()),
  productIds: z.array(ProductId),
  /** Null while it has not ended. */
  figures: ShowFigures.nullable(),
  /** In all currencies there were. */
  paid: z.array(CurrencySum),
  /** It was made of two, and can be taken apart. */
  mergedTs: Timestamp.nullable(),
  /** Wall time at which it was put into the bin; null: it is not. */
  removedTs: Timestamp.nullable(),
});
export type ListedShow = z.infer<typeof ListedShow>;

export const NamedProduct = z.strictObject({ productId: ProductId, name: z.string() });
export type NamedProduct = z.infer<typeof NamedProduct>;
