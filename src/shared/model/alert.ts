import { z } from 'zod';

import { AlertAction, AlertRule, WatchedFigure } from './alert-rule.ts';
import { Timestamp } from './ids.ts';
import type { TileId } from './metric-tile.ts';
import { Mark } from './metrics.ts';

const LinkNumber = z.int().min(1).max(999);

/** The shelf, the running block and the chat do not speak of one product; each by its link number. */
const ShelfTalkEvidence = z.strictObject({
  kind: z.literal('shelf'),
  /** On the shelf; null for nothing. */
  shown: LinkNumber.nullable(),
  /** The block's product; null where it has none that is on the list. */
  block: LinkNumber.nullable(),
  /** What the chat asks about, and how many people did in the last minute; null for nothing certain. */
  asked: z.strictObject({ linkNumber: LinkNumber, people: z.int().positive() }).nullable(),
  proposed: LinkNumber,
  sinceTs: Timestamp,
});
export type ShelfTalkEvidence = z.infer<typeof ShelfTalkEvidence>;

/** What an alert rests on; each number can be worked out again from the stored minutes. */
export const AlertEvidence = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('figure'),
    figure: z.enum([...WatchedFigure.options, 'unpaidShare']),
    /** A count over the window, a level as its mean, a share of 1. */
    value: z.number(),
    /** What it is compared to, in the same unit. */
    against: z.number(),
    /** Why that: the window before, the rule's own number, or the room's median. */
    versus: z.enum(['before', 'limit', 'usual']),
    /** Show time, `[fromTs, toTs)` of the window. */
    fromTs: Timestamp,
    toTs: Timestamp,
    /** How far apart they are, in standard deviations of the count; null for a level against a limit. */
    sigmas: z.number().nullable(),
    /** Past shows behind the room's median; null for the others. */
    shows: z.int().nullable(),
    /** Platforms that both sides leave out because they are silent. */
    without: z.array(z.string()),
  }),
  z.strictObject({
    kind: z.literal('state'),
    state: z.enum(['source_silent', 'viewers_frozen', 'store_failing', 'output_bad']),
    /** Platform, or the place whose stream it is; null where it is not about one. */
    subject: z.string().nullable(),
    sinceTs: Timestamp,
    /** The number that does not move; null for the others. */
    value: z.number().nullable(),
  }),
  ShelfTalkEvidence,
]);
export type AlertEvidence = z.infer<typeof AlertEvidence>;

/** Something that happened shortly before: the seq, time and kind of its mark. */
export const AlertCause = Mark.pick({ seq: true, ts: true, kind: true });
export type AlertCause = z.infer<typeof AlertCause>;
export const CAUSES_MAX = 3;

/** What came of an alert. */
export const AlertAnswer = z.enum(['seen', 'snoozed', 'never']);
export type AlertAnswer = z.infer<typeof AlertAnswer>;

export const Alert = z.strictObject({
  /** Seq of the fact that raised it. */
  seq: z.int().positive(),
  ts: Timestamp,
  ruleId: AlertRule.shape.id,
  /** Of a rule of one's own; null for the product's. */
  name: AlertRule.shape.name,
  severity: AlertRule.shape.severity,
  evidence: AlertEvidence,
  /** The likeliest first. */
  causes: z.array(AlertCause).max(CAUSES_MAX),
  action: AlertAction,
  answer: AlertAnswer.nullable(),
});
export type Alert = z.infer<typeof Alert>;

/** A figure of the room as it usually is at this minute of the show. */
export const UsualFigure = z.strictObject({
  median: z.number(),
  /** Half of the shows lie between these. */
  low: z.number(),
  high: z.number(),
  shows: z.int().positive(),
});
export type UsualFigure = z.infer<typeof UsualFigure>;

/** Figures that are compared with the room's own past at this minute, as the metric tiles name them. */
export const USUAL_FIGURES = [
  'viewers',
  'viewersMean',
  'entries5Min',
  'averageWatch',
  'chatPerMinute',
  'chatPerThousand',
  'likesPerMinute',
  'follows',
  'gifts',
  'ordersPaid',
] as const satisfies readonly TileId[];
export const UsualFigureName = z.enum(USUAL_FIGURES);
export type UsualFigureName = z.infer<typeof UsualFigureName>;

/** Rates and means that are compared with what past shows came to as a whole. */
export const WHOLE_SHOW_FIGURES = [
  'impressionEnterRate',
  'organicShare',
  'retention',
  'followRate',
  'fanClubRate',
  'unpaidRate',
  'gpm',
  'averageOrder',
  'buyerRate',
  'revenuePerViewer',
  'refundRate',
  'productImpressionRate',
  'productCtr',
  'ctor',
  'roi',
] as const satisfies readonly TileId[];
export const WholeShowFigureName = z.enum(WHOLE_SHOW_FIGURES);
export type WholeShowFigureName = z.infer<typeof WholeShowFigureName>;

/** The room's own median over its past live shows, for one minute of the show. */
export const UsualNow = z.strictObject({
  /** Minutes since the show went on air, 0 is the first. */
  atMinute: z.int().min(0),
  /** Past shows that count, and whether they are of the same weekday and about the same hour. */
  shows: z.int().min(0),
  isAlike: z.boolean(),
  /** Only what is known of at least three shows. */
  figures: z.partialRecord(UsualFigureName, UsualFigure),
  /** Of whole shows; money in the currency of this show. Read a while after a start. */
  wholeShow: z.partialRecord(WholeShowFigureName, UsualFigure),
});
export type UsualNow = z.infer<typeof UsualNow>;

export const AlertsSlice = z.strictObject({
  /** Of the current show, oldest first; the last 50. */
  alerts: z.array(Alert),
  /** Not raised since the hour's budget was spent, since the start of the core or the show. */
  heldBack: z.int().min(0),
  /** Null until past shows were looked at, and without a show on air. */
  usual: UsualNow.nullable(),
});
export type AlertsSlice = z.infer<typeof AlertsSlice>;
export const NO_ALERTS: AlertsSlice = { alerts: [], heldBack: 0, usual: null };
