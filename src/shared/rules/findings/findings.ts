import {
  FINDINGS_MAX,
  FINDINGS_OF_ONE,
  FIRST_FINDINGS,
  type Finding,
  type FindingEffect,
  type FindingEvidence,
  type QuietDetector,
} from '../../model/finding.ts';
import { DETECTOR_LIST } from './detector-list.ts';
import type { FindingFacts } from './facts.ts';
import type { Draft } from './outcome.ts';
import { showSize, weightOf, type ShowSize } from './weight.ts';

/**
 * What stands out in a show, each with the figures it rests on, and of every question without a
 * finding why it has none. The first three are of different kinds and of different products, so that
 * the first page does not say one thing thrice; within that, and behind them, the weightiest first.
 */
export function findingsOf(facts: FindingFacts): {
  readonly findings: readonly Finding[];
  readonly quiet: readonly QuietDetector[];
} {
  const size = showSize(facts);
  const findings: Finding[] = [];
  const quiet: QuietDetector[] = [];
  for (const { name: detector, find } of DETECTOR_LIST) {
    const outcome = find(facts);
    if ('reason' in outcome) quiet.push({ detector, reason: outcome.reason });
    else {
      for (const draft of outcome.drafts.slice(0, FINDINGS_OF_ONE)) {
        findings.push(weighed(detector, draft, size));
      }
    }
  }
  // Sorting is stable: of the same weight the detector that is listed first stands first.
  const ranked = withoutContradiction(findings).toSorted((a, b) => b.weight - a.weight);
  return { findings: firstOfKinds(ranked).slice(0, FINDINGS_MAX), quiet };
}

function weighed(detector: Finding['detector'], draft: Draft, size: ShowSize): Finding {
  const { subject, cause, isGood, confidence, sample, evidence, params, proving } = draft;
  return {
    id: subject === '' ? detector : `${detector}/${subject}`,
    detector,
    cause,
    isGood,
    effect: bounded(draft.effect, size),
    confidence,
    sample,
    weight: weightOf(draft, size),
    evidence: evidence.map((each) => within(each, size)),
    productId: draft.productId ?? null,
    cueId: draft.cueId ?? null,
    params,
    isPrivate: draft.isPrivate ?? false,
    proving,
  };
}

/** Stretches are told in whole minutes: the last one ends with the show. One outside it has no moment. */
function within(evidence: FindingEvidence, { fromTs, toTs }: ShowSize): FindingEvidence {
  const { span } = evidence;
  if (span === null) return evidence;
  if (span.fromTs > toTs || span.toTs < fromTs) return { ...evidence, span: null };
  const inShow = (ts: number): number => Math.max(fromTs, Math.min(toTs, ts));
  return { ...evidence, span: { fromTs: inShow(span.fromTs), toTs: inShow(span.toTs) } };
}

/** No effect is larger than the show itself: an estimate that says more than all of it knows less. */
function bounded(effect: FindingEffect, size: ShowSize): FindingEffect {
  const limit = limitOf(effect.unit, size);
  if (limit === null) return effect;
  const within = (value: number): number => Math.max(-limit, Math.min(limit, value));
  return { ...effect, low: within(effect.low), high: within(effect.high) };
}

function limitOf(unit: FindingEffect['unit'], size: ShowSize): number | null {
  switch (unit) {
    case 'money':
      return size.paidMinor;
    case 'orders':
      return size.orders;
    case 'viewers':
      return size.viewers.size === 0 ? null : Math.max(...size.viewers.values());
    case 'chats':
    case 'follows':
    case 'minutes':
    case 'count':
      return null;
  }
}

/** A product that is to be shown less is not praised in the same breath. */
function withoutContradiction(findings: readonly Finding[]): readonly Finding[] {
  const blamed = new Set(
    findings.flatMap(({ isGood, productId }) => (isGood || productId === null ? [] : [productId])),
  );
  return findings.filter(
    ({ isGood, productId }) => !isGood || productId === null || !blamed.has(productId),
  );
}

/** Of one detector, of one product, or the same loss of the same minutes in other words. */
function saysTheSame(a: Finding, b: Finding): boolean {
  if (a.detector === b.detector) return true;
  if (a.productId !== null && a.productId === b.productId) return true;
  const [one, other] = [a.evidence[0]?.span ?? null, b.evidence[0]?.span ?? null];
  if (one === null || other === null || a.effect.unit !== b.effect.unit) return false;
  const shared = Math.min(one.toTs, other.toTs) - Math.max(one.fromTs, other.fromTs);
  return shared > 0 && 2 * shared > Math.min(one.toTs - one.fromTs, other.toTs - other.fromTs);
}

function firstOfKinds(ranked: readonly Finding[]): Finding[] {
  const first: Finding[] = [];
  for (const finding of ranked) {
    if (first.length === FIRST_FINDINGS) break;
    const isSaid = first.some((other) => saysTheSame(other, finding));
    if (!isSaid && !finding.isPrivate) first.push(finding);
  }
  return [...first, ...ranked.filter((finding) => !first.includes(finding))];
}
