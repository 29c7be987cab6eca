import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { ComparedFigures, ReviewComparison } from '#shared/model/review-findings.ts';
import { changeOf, compareFigure } from '#shared/rules/compare-figure.ts';

export type CompareLine = {
  /** Beside what says of how many shows the median is. */
  readonly text: string;
  /** The same where nothing else says it. */
  readonly whole: string;
  /** Of the last thing compared with; 0 where there is nothing to tell. */
  readonly trend: number;
};

/** Shares of one are compared in percentage points, everything else in percent. */
const SHARES: ReadonlySet<keyof ComparedFigures> = new Set(['interaction', 'followRate']);

/** A figure against the show before and the median of the last ones; null where there is nothing. */
export function compareLine(
  i18n: I18n,
  comparison: ReviewComparison,
  key: keyof ComparedFigures,
): CompareLine | null {
  const { t } = i18n;
  const own = comparison.own[key];
  if (comparison.reason !== null || own === null) return null;
  const earlier = comparison.shows.map(({ figures }) => figures[key]);
  const { previous, median, sample } = compareFigure(earlier);
  const isShare = SHARES.has(key);
  const change = (against: number | null): number | null =>
    isShare && against !== null ? own - against : changeOf(own, against);
  const againstPrevious = change(previous);
  const againstMedian = change(median);
  if (againstPrevious === null && againstMedian === null) return null;
  const line = (isCounted: boolean): string =>
    [
      ...(againstPrevious === null
        ? []
        : [t('finding.compare.previous', { change: changeText(i18n, againstPrevious, isShare) })]),
      ...(againstMedian === null
        ? []
        : [
            t(isCounted ? 'finding.compare.median' : 'finding.compare.medianShort', {
              count: sample,
              change: changeText(i18n, againstMedian, isShare),
            }),
          ]),
    ].join(t('common.separator'));
  const told = againstMedian ?? againstPrevious ?? 0;
  const trend = isNothing(told) ? 0 : told;
  // A figure that some of the shows lack has a median of fewer than the others.
  return { text: line(sample !== comparison.shows.length), whole: line(true), trend };
}

/** Less than what is written of it: a change of 0 has no sign and is no news. */
function isNothing(change: number): boolean {
  return Math.abs(change) < 0.000_5;
}

function changeText({ t, format }: I18n, change: number, isShare: boolean): string {
  if (isShare) return t('finding.compare.points', { change: format.points(change) });
  // A change of some size to the tenth of a percent says more than it knows.
  return Math.abs(change) < 0.1 ? format.signedShare(change) : format.change(change);
}

/** What all of it is compared with, or why with nothing. */
export function comparedWith({ t }: I18n, { reason, shows }: ReviewComparison): string {
  const [last] = shows;
  if (reason !== null || last === undefined) {
    return t(`finding.compare.${reason ?? 'no_earlier'}`);
  }
  return t('finding.compare.with', { title: last.title, count: shows.length });
}
