import type { Finding, FindingEffect } from '../../model/finding.ts';
import type { FindingEvidence } from '../../model/finding-evidence.ts';
import type { Draft } from './outcome.ts';
import { weightOf, type ShowSize } from './weight.ts';

/** A draft with its name and its weight, no larger than the show and in none but its own minutes. */
export function weighed(detector: Finding['detector'], draft: Draft, size: ShowSize): Finding {
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
    case 'stayers':
    case 'entries':
    case 'clicks':
      return null;
  }
}
