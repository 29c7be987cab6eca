import { z } from 'zod';

import { EnteredFigure } from './entered-figure.ts';
import { Timestamp } from './ids.ts';
import { SourceCan } from './source.ts';

/** Why a figure is unknown; translated as `metric.reason.<reason>`. */
export const UnknownReason = z.enum([
  'no_source',
  'source_cannot',
  'source_silent',
  'nothing_yet',
  'not_on_air',
  /** A figure of two sides that do not come from the same sources. */
  'sources_differ',
  /** The platform's stream is off air: our link is well, there is nobody to count. */
  'stream_off_air',
  /** No source tells it; somebody can enter it by hand. */
  'not_entered',
  'nothing_on_shelf',
  /** Paid orders that told no amount: their sum would be too small. */
  'orders_unpriced',
  /** No screen has shown a push yet. */
  'no_screen',
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

const count = z.number().min(0).nullable();

/**
 * What one source gave, raw: figures of the room are made of these. Null: it gives none, or none
 * yet. Windows end now; totals are of the show so far.
 */
export const SourceValues = z.strictObject({
  /** Concurrent viewers by its last figure, for as long as that says anything. */
  viewers: count,
  /** Mean of its viewer figures of the last 5 minutes. */
  viewersMean5Min: count,
  /** Mean over the show's minutes of the last figure of each. */
  viewersMean: count,
  views: count,
  entries: count,
  entries5Min: count,
  chats: count,
  chatPerMinute: count,
  chats5Min: count,
  /** Different people who chatted in the last 5 minutes. */
  chatters5Min: count,
  /** Different people who chatted, liked, gave, followed, shared, joined or redeemed in the last 5 minutes. */
  interacting5Min: count,
  /** Messages of the last 5 minutes that ask something; null too while stored chat is read. */
  questions5Min: count,
  likes: count,
  likesPerMinute: count,
  follows: count,
  /** Memberships that began in this show: new ones and those received as a gift. */
  fanJoins: count,
  gifts: count,
  ordersPlaced: count,
  ordersPaid: count,
  /** Different people of paid orders; null where an order does not name its buyer. */
  buyers: count,
});
export type SourceValues = z.infer<typeof SourceValues>;

/** Silent is our link's matter, off air the platform's: the two are never mixed. */
export const SourceStanding = z.enum(['receiving', 'silent', 'off_air']);
export type SourceStanding = z.infer<typeof SourceStanding>;

export const SourceFigures = z.strictObject({
  sourceId: z.int().positive(),
  platform: z.string(),
  standing: SourceStanding,
  /** Wall time since when it is silent or off air; null while it is received. */
  sinceTs: Timestamp.nullable(),
  can: SourceCan,
  values: SourceValues,
  /** Paid money of orders, per currency. */
  paid: z.array(CurrencySum),
  /** Paid orders that told no amount. */
  ordersUnpriced: z.int().min(0),
});
export type SourceFigures = z.infer<typeof SourceFigures>;

/** GO → visible (上架时延): from GO to the last of the screens that showed it, milliseconds. */
export const PushDelay = z.strictObject({
  lastMs: z.int().min(0),
  /** 95th percentile by nearest rank over the show's pushes. */
  p95Ms: z.int().min(0),
  pushes: z.int().positive(),
});
export type PushDelay = z.infer<typeof PushDelay>;

export const LiveMetrics = z.strictObject({
  /** Show time the figures are for. */
  asOfTs: Timestamp,
  /** Last committed event they include. */
  asOfSeq: z.int().min(0),
  /** Concurrent viewers, summed over sources that give them. */
  viewers: Figure,
  viewersPeak: Figure,
  /** Mean over the show's minutes of the sum of their last figures. */
  viewersMean: Figure,
  /** Entries in the last 5 minutes of show time (进人 / 5 分钟). */
  entries5Min: Figure,
  /** Chat messages in the last 60 s of show time. */
  chatPerMinute: Figure,
  /** Distinct people who chatted in the last 5 minutes of show time. */
  activeChatters: Figure,
  /** Likes in the last 60 s of show time. */
  likesPerMinute: Figure,
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
  /** Of each source that is listened to. */
  bySource: z.array(SourceFigures),
  /** Figures entered by hand that hold now. */
  entered: z.array(EnteredFigure),
  /** Null before a screen has shown a push. */
  pushDelay: PushDelay.nullable(),
  /** What is on the shelf now; null while nothing is. Airtime of the whole show, show milliseconds. */
  onShelf: z.strictObject({ linkNumber: z.int(), airtimeMs: z.int().min(0) }).nullable(),
  /** The show is over: its totals are final, whatever its sources do since. */
  isOver: z.boolean(),
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
  kind: z.enum([
    'push',
    'cue',
    'block',
    'gap',
    'bookmark',
    'raid',
    'show',
    'source',
    'warning',
    'alert',
    'slip',
    'benefit',
  ]),
  label: z.string(),
  /** It was taken away: what a screen holds of it goes. */
  isGone: z.literal(true).optional(),
});
export type Mark = z.infer<typeof Mark>;
