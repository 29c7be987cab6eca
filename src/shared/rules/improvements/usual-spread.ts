import type { ProvingMetricName } from '#shared/model/proving-metric.ts';
import type { ComparedFigures, ReviewComparison } from '#shared/model/review-findings.ts';
import { deviationOf } from './standard-error.ts';

/** Fewer shows say nothing of how they differ. */
const FEWEST_SHOWS = 3;

/** Those of the compared figures that are a proving metric as they are. */
const COMPARED: Readonly<Partial<Record<ProvingMetricName, keyof ComparedFigures>>> = {
  viewersMean: 'viewersMean',
  interactionRate: 'interaction',
  followRate: 'followRate',
  gpm: 'gpmMinor',
};

/** How a figure moves from show to show in this room (standard deviation); null where that is not known. */
export function usualSpread(
  metric: ProvingMetricName,
  { shows }: Pick<ReviewComparison, 'shows'>,
): number | null {
  const name = COMPARED[metric];
  if (name === undefined) return null;
  const values = shows.flatMap(({ figures }) => figures[name] ?? []);
  return values.length < FEWEST_SHOWS ? null : deviationOf(values);
}
