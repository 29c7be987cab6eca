import { z } from 'zod';

import { FindingEvidence } from './finding-evidence.ts';
import { CueId, ProductId, Timestamp } from './ids.ts';
import { LiftFigureName, LiftSubject } from './lift.ts';
import { ProvingMetric } from './proving-metric.ts';

/** Questions that are asked of every show, each by a rule of its own in `rules/findings/detectors/`. */
export const DETECTORS = [
  'slow_product',
  'unsold_product',
  'under_aired',
  'low_ctor',
  'low_ctr',
  'traffic_without_orders',
  'orders_without_traffic',
  'unpaid_orders',
  'cancelled_orders',
  'sold_out_on_shelf',
  'push_lift',
  'loss_moment',
  'stream_down',
  'stream_strained',
  'platform_drop',
  'raid_unmet',
  'silence',
  'question_debt',
  'broken_promises',
  'slips_uncorrected',
  'warnings_unseen',
  'slow_push',
  'unanswered_cues',
  'late_cues',
  'help_unanswered',
  'anchor_load',
  'block_overrun',
  'block_skipped',
  'giveaway_no_effect',
  'no_second_peak',
  'slow_end',
  'overruled_true',
  'follow_low',
  'chat_low',
  'gap',
  'cue_no_effect',
  'cue_works',
] as const;
export const FindingDetector = z.enum(DETECTORS);
export type FindingDetector = z.infer<typeof FindingDetector>;

/** Where the likely cause lies (人货场): who runs and hosts, what is sold, where and on what. */
export const FINDING_CAUSES = ['people', 'goods', 'place'] as const;
export const FindingCause = z.enum(FINDING_CAUSES);
export type FindingCause = z.infer<typeof FindingCause>;

/** A word of a sentence that differs from case to case: `finding.word.<word>`. */
export const FINDING_WORDS = [
  'orders',
  'chats',
  'gapSource',
  'gapDesk',
  'gapOff',
  'lossGoods',
  'lossPeople',
  'lossPlace',
  'lossGoodsAdvice',
  'lossPeopleAdvice',
  'lossPlaceAdvice',
  'strainNetwork',
  'strainRendering',
  'strainEncoding',
  'strainReconnecting',
  'strainNetworkAdvice',
  'strainRenderingAdvice',
  'strainEncodingAdvice',
  'strainReconnectingAdvice',
  'notKnown',
  'notBack',
  'checkSources',
  'checkScreens',
  'checkOutlets',
  'checkShelf',
  'checkStock',
  'checkPlan',
  'checkWords',
  'liftChangeCue',
  'liftChangeGiveaway',
  'liftChangePush',
  'liftEachTime',
  'liftInAll',
] as const;
export const FindingWord = z.enum(FINDING_WORDS);
export type FindingWord = z.infer<typeof FindingWord>;

/** What fills a sentence of the screen, each in the reader's own words and numbers. */
export const FindingParam = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), value: z.number() }),
  z.strictObject({ kind: z.literal('share'), value: z.number() }),
  z.strictObject({ kind: z.literal('money'), minor: z.number(), currency: z.string() }),
  z.strictObject({ kind: z.literal('span'), ms: z.number() }),
  z.strictObject({ kind: z.literal('delay'), ms: z.number() }),
  z.strictObject({ kind: z.literal('time'), ts: Timestamp }),
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('word'), word: FindingWord }),
  /** A source by its label; null: all of them. */
  z.strictObject({ kind: z.literal('source'), label: z.string().nullable() }),
  z.strictObject({ kind: z.literal('gapCause'), cause: z.string() }),
  /** A part of 1 more or less, with its sign. */
  z.strictObject({ kind: z.literal('change'), value: z.number() }),
  z.strictObject({ kind: z.literal('liftFigure'), figure: LiftFigureName }),
  z.strictObject({ kind: z.literal('thing'), subject: LiftSubject }),
]);
export type FindingParam = z.infer<typeof FindingParam>;

/**
 * How much it cost (below 0) or brought, from the least to the most that the figures allow. Money is
 * always a range; a thing that was simply counted is not.
 */
export const FindingEffect = z.strictObject({
  unit: z.enum([
    'money',
    'viewers',
    /** People who did not leave. */
    'stayers',
    'entries',
    'orders',
    'clicks',
    'chats',
    'follows',
    'minutes',
    'count',
  ]),
  low: z.number(),
  high: z.number(),
  /** Of money, in whose minor units it is. */
  currency: z.string().nullable(),
});
export type FindingEffect = z.infer<typeof FindingEffect>;

/** Something that stands out in a show, with what it rests on and what to try next. */
export const Finding = z.strictObject({
  /** The same for the same thing however often the review is worked out: detector and subject. */
  id: z.string().min(1).max(120),
  detector: FindingDetector,
  cause: FindingCause,
  isGood: z.boolean(),
  effect: FindingEffect,
  confidence: z.enum(['high', 'medium', 'low']),
  /** Cases it was seen in or compared with. */
  sample: z.int().min(0),
  /** By which findings are put in order: the part of the show that it touches, see `rules/findings/weight.ts`. */
  weight: z.number().min(0).max(1),
  evidence: z.array(FindingEvidence).min(1).max(12),
  productId: ProductId.nullable(),
  cueId: CueId.nullable(),
  params: z.record(z.string(), FindingParam),
  /** Of how the host did: it stays on the desk, and goes into nothing that is sent or kept elsewhere. */
  isPrivate: z.boolean(),
  /** What will show that a change was worth it; null where no figure of a review can. */
  proving: ProvingMetric.nullable(),
});
export type Finding = z.infer<typeof Finding>;

/** Findings of the first page at most. */
export const FIRST_FINDINGS = 3;

/** Those that may leave the desk: none of how the host did. */
export function shareable(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ isPrivate }) => !isPrivate);
}

/** Those of the first page, which is sent and printed. */
export function firstFindings(findings: readonly Finding[]): readonly Finding[] {
  return shareable(findings).slice(0, FIRST_FINDINGS);
}

/** Findings of one review at most, and of one detector. */
export const FINDINGS_MAX = 60;
export const FINDINGS_OF_ONE = 3;

/** Why a detector has nothing to say; `finding.reason.<reason>`. */
export const QUIET_REASONS = [
  'few_alike',
  'few_clicks',
  'few_cues',
  'few_giveaways',
  'few_orders',
  'few_products',
  'few_shows',
  'lift_failed',
  'no_acts',
  'no_calls',
  'no_clean_window',
  'no_clicks',
  'no_gaps',
  'no_jumps',
  'no_orders',
  'no_overruled',
  'no_peaks',
  'no_plan',
  'no_promises',
  'no_pushes',
  'no_pushes_told',
  'no_questions',
  'no_roles',
  'no_slips',
  'no_stock_told',
  'no_output_read',
  'no_stream_told',
  'no_viewers',
  'no_views',
  'no_warnings',
  'one_platform',
  'still_counting',
  'still_running',
  'too_short',
  'nothing_found',
] as const;

export const QuietDetector = z.strictObject({
  detector: FindingDetector,
  reason: z.enum(QUIET_REASONS),
});
export type QuietDetector = z.infer<typeof QuietDetector>;
