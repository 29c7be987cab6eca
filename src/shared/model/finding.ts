import { z } from 'zod';

import { CueId, ProductId, Timestamp } from './ids.ts';
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
] as const;
export const FindingDetector = z.enum(DETECTORS);
export type FindingDetector = z.infer<typeof FindingDetector>;

/** Where the likely cause lies (人货场): who runs and hosts, what is sold, where and on what. */
export const FINDING_CAUSES = ['people', 'goods', 'place'] as const;
export const FindingCause = z.enum(FINDING_CAUSES);
export type FindingCause = z.infer<typeof FindingCause>;

/** What a line of evidence tells; named in words as `finding.figure.<figure>`. */
export const EVIDENCE_FIGURES = [
  'airtime',
  'airtimeShare',
  'answeredAfter',
  'atIt',
  'block',
  'blockSkipped',
  'cameTrue',
  'cancelled',
  'cancelledShare',
  'chatsPerMinute',
  'chatters',
  'clickers',
  'clicks',
  'ctor',
  'ctr',
  'cuesDone',
  'cuesShown',
  'doneDelay',
  'followRate',
  'follows',
  'gap',
  'helpAfter',
  'helpOpen',
  'interaction',
  'longestWait',
  'lost',
  'neverAnswered',
  'offAir',
  'orders',
  'ordersPerMinute',
  'ordersPlaced',
  'paidPerMinute',
  'paidShare',
  'peakChats',
  'peakOrders',
  'peakWait',
  'peaks',
  'promiseBroken',
  'promisesKept',
  'pushDelay',
  'pushes',
  'raid',
  'refunds',
  'shown',
  'silence',
  'slip',
  'slipsCorrected',
  'soldOutFor',
  'targetsFailed',
  'unpaidShare',
  'viewers',
  'viewersAfter',
  'viewersMean',
  'viewersOthers',
  'warningAfter',
  'warningOpen',
] as const;
export const EvidenceFigure = z.enum(EVIDENCE_FIGURES);
export type EvidenceFigure = z.infer<typeof EvidenceFigure>;

/**
 * One stored or counted figure that a finding rests on. Money is minor units of `currency`, shares are
 * parts of 1, spans and delays milliseconds.
 */
export const FindingEvidence = z.strictObject({
  figure: EvidenceFigure,
  unit: z.enum(['count', 'share', 'money', 'span', 'delay', 'time']),
  value: z.number(),
  currency: z.string().nullable(),
  /** What it is held against, in the same unit; null for nothing. */
  against: z.number().nullable(),
  /**
   * Where that comes from: the room's median over past shows, the others of this show, the time before,
   * the rest of the show, what was planned, or a preset of the trade that no show of the room has
   * replaced yet.
   */
  versus: z.enum(['median', 'others', 'before', 'rest', 'plan', 'preset']).nullable(),
  /** Cases behind it. */
  n: z.int().min(0).nullable(),
  /** Show time it lies in; null for the whole show. */
  span: z.strictObject({ fromTs: Timestamp, toTs: Timestamp }).nullable(),
  /** Whose: a product, a platform, what was said; empty for nobody's. */
  text: z.string(),
});
export type FindingEvidence = z.infer<typeof FindingEvidence>;

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
  'notKnown',
  'notBack',
  'checkSources',
  'checkScreens',
  'checkOutlets',
  'checkShelf',
  'checkStock',
  'checkPlan',
  'checkWords',
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
]);
export type FindingParam = z.infer<typeof FindingParam>;

/**
 * How much it cost (below 0) or brought, from the least to the most that the figures allow. Money is
 * always a range; a thing that was simply counted is not.
 */
export const FindingEffect = z.strictObject({
  unit: z.enum(['money', 'viewers', 'orders', 'chats', 'follows', 'minutes', 'count']),
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
  'few_clicks',
  'few_cues',
  'few_giveaways',
  'few_orders',
  'few_products',
  'few_shows',
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
  'no_stream_told',
  'no_viewers',
  'no_views',
  'no_warnings',
  'one_platform',
  'still_running',
  'too_short',
  'nothing_found',
] as const;

export const QuietDetector = z.strictObject({
  detector: FindingDetector,
  reason: z.enum(QUIET_REASONS),
});
export type QuietDetector = z.infer<typeof QuietDetector>;
