import { z } from 'zod';

import { Timestamp } from './ids.ts';

/** Why a figure is unknown; translated as `metric.reason.<reason>`. */
export const UnknownReason = z.enum([
  'no_source',
  'source_cannot',
  'source_silent',
  'nothing_yet',
  'not_on_air',
  /** A figure of two sides that do not come from the same sources. */
  'sources_differ',
]);
export type UnknownReason = z.infer<typeof UnknownReason>;

/**
 * A figure that is never a lie: either a value, marked where approximate or where a source is left
 * out, or unknown with the reason. Unit by metric: count, count a minute, or minor units.
 */
export const Figure = z.discriminatedUnion('known', [
  z.strictObject({
    known: z.literal(true),
    value: z.number(),
    isApprox: z.boolean(),
    /** Platforms that should count but are silent now, so both sides leave them out. */
    without: z.array(z.string()),
  }),
  z.strictObject({ known: z.literal(false), reason: UnknownReason }),
]);
export type Figure = z.infer<typeof Figure>;

/** Sum of real money in one currency, minor units. */
export const CurrencySum = z.strictObject({
  currency: z.string(),
  exponent: z.int(),
  amountMinor: z.int(),
});
export type CurrencySum = z.infer<typeof CurrencySum>;

export const VirtualSum = z.strictObject({ unit: z.string(), quantity: z.int() });
export type VirtualSum = z.infer<typeof VirtualSum>;

export const LiveMetrics = z.strictObject({
  /** Show time the figures are for. */
  asOfTs: Timestamp,
  /** Last committed event they include. */
  asOfSeq: z.int().min(0),
  /** Concurrent viewers, summed over sources that give them. */
  viewers: Figure,
  viewersPeak: Figure,
  /** Entries in the last 5 minutes of show time (进人 / 5 分钟). */
  entries5Min: Figure,
  /** Chat messages in the last 60 s of show time. */
  chatPerMinute: Figure,
  /** Distinct people who chatted in the last 5 minutes of show time. */
  activeChatters: Figure,
  /** New follows in this show. */
  follows: Figure,
  /** Gift items in this show (count), virtual value apart. */
  gifts: Figure,
  giftValues: z.array(VirtualSum),
  /** Paid orders in this show. */
  ordersPaid: Figure,
  ordersPlaced: Figure,
  /** Paid money in this show per currency, orders only. */
  paid: z.array(CurrencySum),
  /** Paid messages and tips in real money, per currency. */
  tips: z.array(CurrencySum),
  /** Total views (场观) as the platforms give them. */
  views: Figure,
  /** Time on air so far, show milliseconds, pauses left out. */
  onAirMs: z.int().min(0),
  totalChats: z.int().min(0),
  totalEvents: z.int().min(0),
});
export type LiveMetrics = z.infer<typeof LiveMetrics>;

export const SERIES_STEP_MS = 10_000;

/** One step of the pulse chart; null is unknown. `chatPerMinute` and `ordersPerMinute` are trailing 60 s. */
export const SeriesPoint = z.strictObject({
  ts: Timestamp,
  viewers: z.number().nullable(),
  chatPerMinute: z.number().nullable(),
  ordersPerMinute: z.number().nullable(),
});
export type SeriesPoint = z.infer<typeof SeriesPoint>;

/** A vertical mark of the chart and the timeline. Show time. */
export const Mark = z.strictObject({
  seq: z.int().positive(),
  ts: Timestamp,
  kind: z.enum(['push', 'cue', 'block', 'gap', 'bookmark', 'raid', 'show', 'source', 'warning']),
  label: z.string(),
});
export type Mark = z.infer<typeof Mark>;
