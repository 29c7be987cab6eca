import { z } from 'zod';

import { ShowId, Timestamp } from './ids.ts';
import { ProvingMetric } from './proving-metric.ts';

/** Items of one room that are open at a time. */
export const OPEN_IMPROVEMENTS_MAX = 100;

export const ImprovementId = z.int().positive().brand<'ImprovementId'>();
export type ImprovementId = z.infer<typeof ImprovementId>;

/** Where the cause lies: people, goods or place (人货场). */
export const IMPROVEMENT_CAUSES = ['people', 'goods', 'place'] as const;
export const ImprovementCause = z.enum(IMPROVEMENT_CAUSES);
export type ImprovementCause = z.infer<typeof ImprovementCause>;

export const ImprovementState = z.enum(['open', 'done', 'dropped']);
export type ImprovementState = z.infer<typeof ImprovementState>;

/** What people say of an item. */
export const improvementFields = {
  problem: z.string().trim().min(1).max(300),
  /** The figures it was seen by, in words. */
  evidence: z.string().trim().max(1_000),
  cause: ImprovementCause,
  /** What is to be changed. */
  scheme: z.string().trim().min(1).max(300),
  owner: z.string().trim().max(60),
  /** By when; null: the next show. */
  dueTs: Timestamp.nullable(),
} as const;

/** Something that a review asked to be done otherwise (改进项), with what is to prove it. */
export const ImprovementItem = z.strictObject({
  id: ImprovementId,
  /** The show whose review asked for it. */
  showId: ShowId,
  showTitle: z.string(),
  /** The finding it was accepted from; null: somebody wrote it. */
  findingId: z.string().nullable(),
  ...improvementFields,
  /** Null: nothing was named that could prove it. */
  proving: ProvingMetric.nullable(),
  /** The product or card it is of, as it is called now; empty for none. */
  subject: z.string(),
  /** Standard error of the baseline; null where nobody can say. */
  baselineError: z.number().min(0).nullable(),
  /** Of the baseline and the goal; null where they are no money. */
  currency: z.string().nullable(),
  state: ImprovementState,
  /** Wall time. */
  createdTs: Timestamp,
  changedTs: Timestamp,
});
export type ImprovementItem = z.infer<typeof ImprovementItem>;

/** Why it came to that verdict; null where the figures alone say it. */
export const JudgementReason = z.enum([
  'no_metric',
  'no_baseline',
  'not_told',
  'too_short',
  'no_cases',
  'not_aired',
  'no_subject',
  'currency_differs',
  'too_small',
  'within_chance',
  'goal_within_chance',
]);
export type JudgementReason = z.infer<typeof JudgementReason>;

export const IMPROVEMENT_VERDICTS = ['kept', 'improved', 'unchanged', 'worse', 'unknown'] as const;

/** What a show says of an item. */
export const Judgement = z.strictObject({
  verdict: z.enum(IMPROVEMENT_VERDICTS),
  reason: JudgementReason.nullable(),
  now: z.number().nullable(),
  /** Cases the figure of now rests on. */
  n: z.int().min(0).nullable(),
  /** By how much it must differ from the baseline to be more than chance; null where nobody can say. */
  chance: z.number().min(0).nullable(),
});
export type Judgement = z.infer<typeof Judgement>;

/** An item that was on the list of a show, and what the show says of it. */
export const JudgedImprovement = z.strictObject({
  item: ImprovementItem,
  /** It was ticked off in the list of that show. */
  isTicked: z.boolean(),
  judgement: Judgement,
});
export type JudgedImprovement = z.infer<typeof JudgedImprovement>;

/** The part of a review about what is to be done otherwise. */
export const ReviewImprovements = z.strictObject({
  /** Asked for by this show's review, in the order in which they were made. */
  own: z.array(ImprovementItem),
  /** Of earlier shows, carried into this one; none in a show that is not real. */
  judged: z.array(JudgedImprovement),
});
export type ReviewImprovements = z.infer<typeof ReviewImprovements>;

/** One show that an item was carried into. */
export const ImprovementTrial = z.strictObject({
  showId: ShowId,
  title: z.string(),
  startedTs: Timestamp,
  isTicked: z.boolean(),
  judgement: Judgement,
});
export type ImprovementTrial = z.infer<typeof ImprovementTrial>;

/** An item over the shows it was carried into, oldest first. */
export const ImprovementCourse = z.strictObject({
  item: ImprovementItem,
  trials: z.array(ImprovementTrial),
  /** Kept in the last two of them: it can be closed. */
  canClose: z.boolean(),
});
export type ImprovementCourse = z.infer<typeof ImprovementCourse>;
