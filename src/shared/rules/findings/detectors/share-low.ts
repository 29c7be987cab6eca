import type { FindingDetector, FindingEffect } from '../../../model/finding.ts';
import type { FindingEvidence } from '../../../model/finding-evidence.ts';
import type { ProvingMetricName } from '../../../model/proving-metric.ts';
import type { FindingFacts } from '../facts.ts';
import { effect, found, line, param, proves, quiet, type Detector } from '../outcome.ts';
import { belowUsual } from '../usual-share.ts';

/** What part of the show is at stake where every case is missing: neither chat nor follows are sales. */
const PART_AT_STAKE = 0.1;

export type ShareOfViews = {
  readonly name: FindingDetector;
  readonly unit: Exclude<FindingEffect['unit'], 'money'>;
  /** The share and what it counts, as evidence has them. */
  readonly figures: {
    readonly share: FindingEvidence['figure'];
    readonly cases: FindingEvidence['figure'];
  };
  /** What the cases are called in the finding's sentence. */
  readonly casesParam: string;
  readonly metric: ProvingMetricName;
  /** The share of this show and its cases; null: not known. */
  own(facts: FindingFacts): { readonly share: number | null; readonly cases: number | null };
  /** The share of a show before. */
  past(figures: FindingFacts['comparison']['shows'][number]['figures']): number | null;
};

/** A share of the views below the room's own median over past shows. */
export function shareLow(of: ShareOfViews): Detector {
  return {
    name: of.name,
    find(facts) {
      const { share, cases } = of.own(facts);
      const { views } = facts.totals;
      if (share === null || cases === null || !views.known) return quiet('no_views');
      const usual = belowUsual(
        { value: share, cases: views.value },
        facts.comparison.shows.map(({ figures }) => of.past(figures)),
      );
      if (usual === 'few_shows' || usual === 'nothing_found') return quiet(usual);
      const { middle, sigmas, sample, low, high } = usual;
      const less = 1 - share / middle;
      return found([
        {
          subject: '',
          cause: 'people',
          isGood: false,
          effect: effect(of.unit, -Math.round(high), -Math.round(low)),
          stake: { in: 'part', part: PART_AT_STAKE * less },
          confidence: sigmas >= 5 && sample >= 5 ? 'high' : 'medium',
          sample,
          evidence: [
            line(of.figures.share, 'share', share, {
              against: middle,
              versus: 'median',
              n: sample,
            }),
            line(of.figures.cases, 'count', cases),
          ],
          params: {
            own: param.share(share),
            middle: param.share(middle),
            shows: param.number(sample),
            [of.casesParam]: param.number(cases),
            less: param.share(less),
          },
          proving: proves(of.metric, 'up', share, middle),
        },
      ]);
    },
  };
}
