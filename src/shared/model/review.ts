import { z } from 'zod';

import { CueId, ProductId, PromiseId, PushId, ShowId, Timestamp } from './ids.ts';
import { OnDuty } from './assistant.ts';
import { promiseFields, PromiseOutcome } from './promise.ts';
import { CueKind } from './cue.ts';
import { ReviewAgainst } from './review-against.ts';
import { ReviewVoice } from './review-voice.ts';
import { ShowLift } from './lift.ts';
import { Finding, FINDINGS_MAX, QuietDetector } from './finding.ts';
import { ReviewImprovements } from './improvement.ts';
import { ReviewNote } from './review-note.ts';
import { ReviewComparison } from './review-findings.ts';
import { CurrencySum, Figure, Mark, VirtualSum } from './metrics.ts';
import { ChatAction } from './chat-act.ts';
import { ProductRole, TargetAnswer } from './product.ts';
import { HeldTarget } from './show-target.ts';
import { Show, ShowOrigin, ShowState } from './show.ts';
import { NO_AUDIENCE, ReviewAudience } from './review-audience.ts';
import { NO_PEOPLE, ReviewPeople } from './review-people.ts';
import { ReviewBlock, ReviewOverruled } from './review-plan.ts';
import { ShowBenefit } from './benefit.ts';
import { NO_COMMERCE, ReviewCommerce } from './review-commerce.ts';
import { ReviewOutput } from './review-outputs.ts';
import { StreamHealth } from './review-streams.ts';
import { ReviewSlip } from './slip.ts';
import { PlatformWarning } from './source.ts';

/** One minute of show time (UTC, `minute` = floor(ts / 60000)). */
export const ReviewMinute = z.strictObject({
  minute: z.int(),
  /** Last viewer figures of the minute summed over sources; null where none was given. */
  viewers: z.int().nullable(),
  chats: z.int(),
  chatters: z.int(),
  joins: z.int(),
  follows: z.int(),
  gifts: z.int(),
  ordersPaid: z.int(),
  paidMinor: z.int(),
});
export type ReviewMinute = z.infer<typeof ReviewMinute>;

export const ReviewProduct = z.strictObject({
  productId: ProductId,
  linkNumber: z.int(),
  name: z.string(),
  role: ProductRole,
  pushes: z.int(),
  /** Show milliseconds on the shelf (讲解时长). */
  airtimeMs: z.int(),
  /** Null, as the next two, where no source tells orders and none came. */
  ordersPaid: z.int().nullable(),
  unitsPaid: z.int().nullable(),
  paidMinor: z.int().nullable(),
  currency: z.string(),
  /** Paid minor units for each minute of airtime; null where it was on for less than one, or no orders are told. */
  paidMinorPerMinute: z.number().nullable(),
});
export type ReviewProduct = z.infer<typeof ReviewProduct>;

export const ReviewCue = z.strictObject({
  cueId: CueId,
  kind: CueKind,
  text: z.string(),
  sentTs: Timestamp,
  state: z.enum(['sent', 'shown', 'done', 'help', 'withdrawn']),
  shownDelayMs: z.int().nullable(),
  doneDelayMs: z.int().nullable(),
  /** The rule that proposed it, and whether it went out as proposed; null: somebody chose it. */
  proposal: z
    .strictObject({
      ruleId: z.string(),
      /** Of a rule of one's own; null for the product's. */
      name: z.string().nullable(),
      outcome: z.enum(['sent', 'edited', 'auto']),
    })
    .nullable()
    .default(null),
});
export type ReviewCue = z.infer<typeof ReviewCue>;

/** How long before and after an airing is looked at. */
export const AIRING_SIDE_MS = 180_000;

/** What came in within one span of show time; null where no source could tell. */
export const AiringSpan = z.strictObject({
  fromTs: Timestamp,
  toTs: Timestamp,
  /** Mean of the minutes that the span touches. */
  viewersMean: z.number().nullable(),
  chats: z.int().min(0).nullable(),
  /** Chat lines that ask something; counted after the rest (`review.asked`), null until then. */
  questions: z.int().min(0).nullable().default(null),
  /** Clicks on the product as platforms count them; null where none told them at both ends. */
  clicks: z.int().nullable().default(null),
  /** Paid orders that name the product. */
  ordersPaid: z.int().min(0).nullable(),
  /** Their money, minor units of the product's currency. */
  paidMinor: z.int().nullable(),
});
export type AiringSpan = z.infer<typeof AiringSpan>;

/** One stretch of airtime of a product: at most three minutes before, all of it, three after. */
export const Airing = z.strictObject({ before: AiringSpan, during: AiringSpan, after: AiringSpan });
export type Airing = z.infer<typeof Airing>;

/** Chat lines that asked something before, during and after the airing of one push. */
export const AskedAround = z.strictObject({
  pushId: PushId,
  before: z.int().min(0),
  during: z.int().min(0),
  after: z.int().min(0),
});
export type AskedAround = z.infer<typeof AskedAround>;

export const ReviewPush = z.strictObject({
  pushId: PushId,
  productId: ProductId,
  linkNumber: z.int(),
  name: z.string(),
  /** Of the product's prices; null where it is gone. */
  currency: z.string().nullable().default(null),
  goTs: Timestamp,
  /** Show time it left the shelf; the show's end when it stayed. */
  endTs: Timestamp.nullable(),
  state: z.enum(['on_shelf', 'replaced', 'taken_down', 'undone']),
  targets: z.array(
    z.strictObject({
      target: z.string(),
      /** What the room called it then; empty for the desk's own. */
      name: z.string().default(''),
      state: z.string(),
      delayMs: z.int().nullable(),
      /** What it showed instead at last, while the push was on. */
      there: TargetAnswer.shape.there,
    }),
  ),
  /** Null for a push that was undone, or was on for no time. */
  airing: Airing.nullable().default(null),
});

export const ReviewGap = z.strictObject({
  fromTs: Timestamp,
  toTs: Timestamp,
  cause: z.string(),
  sourceLabel: z.string().nullable(),
  lost: z.int().nullable(),
});

/** A platform's warning to the broadcast, and when somebody at a desk had seen it. */
export const ReviewWarning = z.strictObject({
  ...PlatformWarning.shape,
  /** Show time; null: nobody has. */
  seenTs: Timestamp.nullable(),
});
export type ReviewWarning = z.infer<typeof ReviewWarning>;

/** What viewers were promised, and what came of it. */
export const ReviewPromise = z.strictObject({
  id: PromiseId,
  ...promiseFields,
  /** Of its product; null where it is of none. */
  linkNumber: z.int().min(1).nullable(),
  name: z.string(),
  currency: z.string(),
  madeTs: Timestamp,
  /** Wall time; null: it had none. */
  dueTs: Timestamp.nullable(),
  /** Null: nobody said, and it did not keep itself. */
  outcome: PromiseOutcome.nullable(),
  settledTs: Timestamp.nullable(),
  isByItself: z.boolean(),
  /** Pieces of the product paid for while it was open; null where no source tells orders, or of none. */
  unitsSold: z.int().min(0).nullable(),
});
export type ReviewPromise = z.infer<typeof ReviewPromise>;

/** Everything the review shows, each figure derivable from the events by SQL. */
export const Review = z.strictObject({
  show: Show,
  platforms: z.array(z.string()),
  totals: z.strictObject({
    onAirMs: z.int(),
    events: z.int(),
    chats: Figure,
    chatters: Figure,
    viewersPeak: Figure,
    /** Mean of the minutes' viewer figures. */
    viewersMean: Figure,
    views: Figure,
    joins: Figure,
    follows: Figure,
    gifts: Figure,
    giftValues: z.array(VirtualSum),
    ordersPlaced: Figure,
    ordersPaid: Figure,
    paid: z.array(CurrencySum),
    tips: z.array(CurrencySum),
    pushes: z.int(),
    cuesSent: z.int(),
    cuesDone: z.int(),
    /** Median milliseconds from sent to done; null without any. */
    medianDoneMs: z.number().nullable(),
  }),
  /** What the show should come to, each with what it came to. */
  targets: z.array(
    HeldTarget.pick({ name: true, value: true, currency: true }).extend({
      figure: Figure,
      /** A figure of the last minutes, which says nothing of the whole show. */
      isOfMoment: z.boolean(),
    }),
  ),
  minutes: z.array(ReviewMinute),
  products: z.array(ReviewProduct),
  pushes: z.array(ReviewPush),
  cues: z.array(ReviewCue),
  gaps: z.array(ReviewGap),
  /** How each platform's own stream held; empty of a review that was made before there was one. */
  streams: z.array(StreamHealth).default([]),
  /** How the stream of each OBS went out; empty where none was read on air. */
  outputs: z.array(ReviewOutput).default([]),
  marks: z.array(Mark),
  /** Moments that somebody marked, with text and photo, in the order of show time. */
  notes: z.array(ReviewNote).default([]),
  warnings: z.array(ReviewWarning),
  /** What the anchor said and should not have, oldest first. */
  slips: z.array(ReviewSlip).default([]),
  /** The run of show, planned and actual. */
  blocks: z.array(ReviewBlock).default([]),
  overruled: z.array(ReviewOverruled).default([]),
  /** In the order in which they were made. */
  promises: z.array(ReviewPromise),
  /** Who ran the desk from when on, in that order. */
  duties: z.array(OnDuty),
  /** What desks did in the platforms' chats, oldest first. */
  acts: z.array(ChatAction),
  /** What was given away, in that order. */
  benefits: z.array(ShowBenefit).default([]),
  commerce: ReviewCommerce.default(NO_COMMERCE),
  comparison: ReviewComparison,
  improvements: ReviewImprovements.default({ own: [], judged: [] }),
  /** The first `FIRST_FINDINGS` are the first page's, each of another kind; the rest by weight. */
  findings: z.array(Finding).max(FINDINGS_MAX),
  audience: ReviewAudience.default(NO_AUDIENCE),
  /** What followed on what was done; worked out after the rest (`review.lift`), null until then. */
  lift: ShowLift.nullable().default(null),
  /** What viewers said (`review.voice`); null where it was not read, or no source tells chat. */
  voice: ReviewVoice.nullable().default(null),
  /** Beside targets and other shows (`review.whole`); null where it was not worked out or the show runs. */
  against: ReviewAgainst.nullable().default(null),
  people: ReviewPeople.default(NO_PEOPLE),
  /** What has no finding, and why. */
  quiet: z.array(QuietDetector),
});
export type Review = z.infer<typeof Review>;

export const ShowSummary = z.strictObject({
  id: ShowId,
  title: z.string(),
  origin: ShowOrigin,
  state: ShowState,
  startedTs: Timestamp.nullable(),
  endedTs: Timestamp.nullable(),
  events: z.int(),
});
export type ShowSummary = z.infer<typeof ShowSummary>;
