import { FINDINGS_OF_ONE, type Finding, type QuietDetector } from '../../model/finding.ts';
import { DETECTOR_LIST } from './detector-list.ts';
import type { FindingFacts } from './facts.ts';
import { LIFT_DETECTOR_LIST } from './lift-detector-list.ts';
import { ranked } from './ranked.ts';
import { weighed } from './weighed.ts';
import { showSize } from './weight.ts';

/**
 * What stands out in a show, each with the figures it rests on, and of every question without a
 * finding why it has none. Those that ask what followed on what was done wait for it: `withLiftFindings`.
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
  const waiting = LIFT_DETECTOR_LIST.map(({ name: detector }): QuietDetector => ({
    detector,
    reason: 'still_counting',
  }));
  return { findings: ranked(findings), quiet: [...quiet, ...waiting] };
}
