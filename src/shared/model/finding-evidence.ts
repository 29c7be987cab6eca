import { z } from 'zod';

import { Timestamp } from './ids.ts';

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
  'droppedShare',
  'followRate',
  'follows',
  'gap',
  'helpAfter',
  'helpOpen',
  'interaction',
  'liftChat',
  'liftClicks',
  'liftFollows',
  'liftInflow',
  'liftLeavers',
  'liftOnline',
  'liftOrders',
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
  'strained',
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
 * parts of 1, changes too and have a sign, spans and delays milliseconds.
 */
export const FindingEvidence = z.strictObject({
  figure: EvidenceFigure,
  unit: z.enum(['count', 'share', 'change', 'money', 'span', 'delay', 'time']),
  value: z.number(),
  /** Within what it lies with 95 %, in the same unit; null for what was simply counted. */
  range: z.strictObject({ low: z.number(), high: z.number() }).nullable().default(null),
  currency: z.string().nullable(),
  /** What it is held against, in the same unit; null for nothing. */
  against: z.number().nullable(),
  /**
   * Where that comes from: the room's median over past shows, the others of this show, the time before,
   * the rest of the show, what was planned, matched minutes of the show, or a preset of the trade that
   * no show of the room has replaced yet.
   */
  versus: z.enum(['median', 'others', 'before', 'rest', 'plan', 'matched', 'preset']).nullable(),
  /** Cases behind it. */
  n: z.int().min(0).nullable(),
  /** Show time it lies in; null for the whole show. */
  span: z.strictObject({ fromTs: Timestamp, toTs: Timestamp }).nullable(),
  /** Whose: a product, a platform, what was said; empty for nobody's. */
  text: z.string(),
});
export type FindingEvidence = z.infer<typeof FindingEvidence>;
