import { FINDINGS_OF_ONE, type Finding, type QuietDetector } from '../../model/finding.ts';
import type { ShowLift } from '../../model/lift.ts';
import type { Review } from '../../model/review.ts';
import { LIFT_DETECTOR_LIST } from './lift-detector-list.ts';
import { ranked } from './ranked.ts';
import { weighed } from './weighed.ts';
import { showSize } from './weight.ts';

const NAMES: ReadonlySet<Finding['detector']> = new Set(LIFT_DETECTOR_LIST.map(({ name }) => name));

/**
 * The review with what followed on what was done, and with what stands out in that among its findings,
 * ranked as one list. What an earlier answer brought is replaced, so it may be given a review that has
 * one already.
 */
export function withLiftFindings(review: Review, lift: ShowLift): Review {
  const size = showSize(review);
  const findings = review.findings.filter(({ detector }) => !NAMES.has(detector));
  const quiet = review.quiet.filter(({ detector }) => !NAMES.has(detector));
  const before: Review = { ...review, findings, quiet };
  const added: Finding[] = [];
  for (const { name: detector, find } of LIFT_DETECTOR_LIST) {
    const outcome = find(before, lift);
    if ('reason' in outcome) quiet.push({ detector, reason: outcome.reason });
    else {
      const own = outcome.drafts.map((draft) => weighed(detector, draft, size));
      added.push(...own.toSorted((a, b) => b.weight - a.weight).slice(0, FINDINGS_OF_ONE));
    }
  }
  return { ...before, lift, findings: ranked([...findings, ...added]), quiet };
}

/** The review whose comparison could not be worked out: its questions say so, and nothing else. */
export function withoutLift(review: Review): Review {
  const failed = (each: QuietDetector): QuietDetector =>
    NAMES.has(each.detector) ? { ...each, reason: 'lift_failed' } : each;
  return { ...review, quiet: review.quiet.map(failed) };
}
