import { FINDINGS_MAX, FIRST_FINDINGS, type Finding } from '../../model/finding.ts';

/**
 * The first three are of different kinds and of different products, so that the first page does not
 * say one thing thrice; within that, and behind them, the weightiest first. Of the same weight stands
 * first what is given first.
 */
export function ranked(findings: readonly Finding[]): Finding[] {
  const ordered = withoutContradiction(findings).toSorted((a, b) => b.weight - a.weight);
  return firstOfKinds(ordered).slice(0, FINDINGS_MAX);
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

function firstOfKinds(ordered: readonly Finding[]): Finding[] {
  const first: Finding[] = [];
  for (const finding of ordered) {
    if (first.length === FIRST_FINDINGS) break;
    const isSaid = first.some((other) => saysTheSame(other, finding));
    if (!isSaid && !finding.isPrivate) first.push(finding);
  }
  return [...first, ...ordered.filter((finding) => !first.includes(finding))];
}
