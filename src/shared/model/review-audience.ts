import { z } from 'zod';

import { EnteredFigure } from './entered-figure.ts';

/** How long an entry stayed on average, worked out of viewers and entries; see `rules/audience/stay`. */
export const StayEstimate = z.discriminatedUnion('known', [
  z.strictObject({
    known: z.literal(true),
    seconds: z.number().min(0),
    /** Entries and minutes it is of. */
    joins: z.int().min(0),
    minutes: z.int().min(0),
    /** Few were there before the first of these minutes or after the last. */
    isSteady: z.boolean(),
  }),
  z.strictObject({
    known: z.literal(false),
    reason: z.enum(['no_viewers', 'no_joins', 'few_minutes', 'few_joins']),
  }),
]);
export type StayEstimate = z.infer<typeof StayEstimate>;

/** The share of entries still there after some minutes; null where too few are behind it. */
export const RetentionPoint = z.strictObject({
  afterMinutes: z.int().min(1),
  share: z.number().min(0).max(1).nullable(),
  entries: z.int().min(0),
});
export type RetentionPoint = z.infer<typeof RetentionPoint>;

/** A stretch of whole minutes of show time in which viewers fell beyond chance. */
export const LossMoment = z.strictObject({
  fromMinute: z.int(),
  /** With it. */
  toMinute: z.int(),
  before: z.int().min(0),
  after: z.int().min(0),
  lost: z.int().min(0),
  /** Who came in meanwhile: they are lost besides. */
  joins: z.int().min(0),
});
export type LossMoment = z.infer<typeof LossMoment>;

/** What one platform brought; null where its sources tell none of it. */
export const PlatformAudience = z.strictObject({
  platform: z.string(),
  views: z.int().min(0).nullable(),
  joins: z.int().min(0).nullable(),
  viewersMean: z.number().min(0).nullable(),
  chats: z.int().min(0).nullable(),
  /** Of the viewer minutes of all platforms; null where it tells no viewers. */
  share: z.number().min(0).max(1).nullable(),
  /** Minutes of the show in which its viewers were known. */
  knownMinutes: z.int().min(0),
  stay: StayEstimate,
});
export type PlatformAudience = z.infer<typeof PlatformAudience>;

/** How viewers came, stayed and went. */
export const ReviewAudience = z.strictObject({
  /** The one with most viewer minutes first. */
  platforms: z.array(PlatformAudience),
  stay: StayEstimate,
  /** Empty where no platform tells both viewers and entries. */
  retention: z.array(RetentionPoint),
  losses: z.array(LossMoment),
  /** Change of viewers from the minute before, of the platforms that told both. */
  net: z.array(z.strictObject({ minute: z.int(), change: z.int() })),
  /** Figures that a person entered, as they hold. */
  entered: z.array(EnteredFigure),
});
export type ReviewAudience = z.infer<typeof ReviewAudience>;

/** Of a review that was made before there was one. */
export const NO_AUDIENCE: ReviewAudience = {
  platforms: [],
  stay: { known: false, reason: 'no_viewers' },
  retention: [],
  losses: [],
  net: [],
  entered: [],
};
