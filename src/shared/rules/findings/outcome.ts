import type {
  Finding,
  FindingDetector,
  FindingEffect,
  FindingParam,
  FindingWord,
  QuietDetector,
} from '../../model/finding.ts';
import type { FindingEvidence } from '../../model/finding-evidence.ts';
import type { ShowLift } from '../../model/lift.ts';
import type { ProvingMetric, ProvingMetricName } from '../../model/proving-metric.ts';
import type { Review } from '../../model/review.ts';
import type { FindingFacts } from './facts.ts';
import type { Stake } from './weight.ts';

/** A finding before it is weighed and named; `subject` tells it from others of its detector. */
export type Draft = Pick<
  Finding,
  'cause' | 'isGood' | 'effect' | 'confidence' | 'sample' | 'evidence' | 'params'
> & {
  readonly subject: string;
  readonly stake: Stake;
  readonly productId?: Finding['productId'];
  readonly cueId?: Finding['cueId'];
  readonly isPrivate?: boolean;
  readonly proving: ProvingMetric | null;
};

/** Findings, the weightiest first, or why there are none. */
export type Outcome =
  | { readonly drafts: readonly Draft[] }
  | { readonly reason: QuietDetector['reason'] };

/** One question to a show; pure, and quick for a show of 14 hours. */
export type Detector = {
  readonly name: FindingDetector;
  find(facts: FindingFacts): Outcome;
};

/** One question to what followed on what was done in a show, which is known later than the rest; pure. */
export type LiftDetector = {
  readonly name: FindingDetector;
  find(review: Review, lift: ShowLift): Outcome;
};

/** What was found; nothing at all reads as nothing out of the ordinary. */
export function found(drafts: readonly Draft[]): Outcome {
  return drafts.length === 0 ? { reason: 'nothing_found' } : { drafts };
}

export function quiet(reason: QuietDetector['reason']): Outcome {
  return { reason };
}

type Rest = Partial<
  Pick<FindingEvidence, 'against' | 'versus' | 'n' | 'span' | 'text' | 'currency' | 'range'>
>;

/** One line of evidence. */
export function line(
  figure: FindingEvidence['figure'],
  unit: FindingEvidence['unit'],
  value: number,
  rest: Rest = {},
): FindingEvidence {
  const nothing = { range: null, currency: null, against: null, versus: null, n: null };
  return { figure, unit, value, ...nothing, span: null, text: '', ...rest };
}

export const param = {
  number: (value: number): FindingParam => ({ kind: 'number', value }),
  share: (value: number): FindingParam => ({ kind: 'share', value }),
  money: (minor: number, currency: string): FindingParam => ({ kind: 'money', minor, currency }),
  span: (ms: number): FindingParam => ({ kind: 'span', ms }),
  delay: (ms: number): FindingParam => ({ kind: 'delay', ms }),
  time: (ts: number): FindingParam => ({ kind: 'time', ts }),
  text: (text: string): FindingParam => ({ kind: 'text', text }),
  word: (word: FindingWord): FindingParam => ({ kind: 'word', word }),
  change: (value: number): FindingParam => ({ kind: 'change', value }),
} as const;

/** How a product is called in sentences. */
export function named({
  linkNumber,
  name,
}: {
  readonly linkNumber: number;
  readonly name: string;
}) {
  return { number: param.number(linkNumber), name: param.text(name) };
}

/** Money it cost or brought, minor units, in order from the lower to the higher. */
export function moneyEffect(a: number, b: number, currency: string): FindingEffect {
  return { unit: 'money', ...between(Math.round(a), Math.round(b)), currency };
}

export function effect(
  unit: Exclude<FindingEffect['unit'], 'money'>,
  a: number,
  b: number,
): FindingEffect {
  return { unit, ...between(a, b), currency: null };
}

function between(a: number, b: number): { low: number; high: number } {
  return { low: Math.min(a, b), high: Math.max(a, b) };
}

/** What will show that it got better. */
export function proves(
  metric: ProvingMetricName,
  direction: ProvingMetric['direction'],
  baseline: number | null,
  goal: number | null,
  productId: ProvingMetric['productId'] = null,
): ProvingMetric {
  return { metric, productId, cardId: null, direction, baseline, goal };
}

/** Does a stretch of time touch one in which data is missing? */
export function touchesGap(
  gaps: Review['gaps'],
  { fromTs, toTs }: { readonly fromTs: number; readonly toTs: number },
): boolean {
  return gaps.some((gap) => gap.toTs > fromTs && gap.fromTs < toTs);
}

/** The item with the largest value; null of nothing. */
export function most<T>(items: readonly T[], value: (item: T) => number): T | null {
  let best: T | null = null;
  for (const item of items) if (best === null || value(item) > value(best)) best = item;
  return best;
}
