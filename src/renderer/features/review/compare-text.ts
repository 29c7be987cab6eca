import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { ComparedFigures, ReviewComparison } from '#shared/model/review-findings.ts';
import { changeOf, compareFigure } from '#shared/rules/compare-figure.ts';

export type CompareLine = {
  readonly text: string;
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
  const parts = [
    ...(againstPrevious === null
      ? []
      : [t('finding.compare.previous', { change: changeText(i18n, againstPrevious, isShare) })]),
    ...(againstMedian === null
      ? []
      : [
          t('finding.compare.median', {
            count: sample,
            change: changeText(i18n, againstMedian, isShare),
          }),
        ]),
  ];
  if (parts.length === 0) return null;
  const told = againstMedian ?? againstPrevious ?? 0;
  return { text: parts.join(t('common.separator')), trend: isNothing(told) ? 0 : told };
}

/** Less than what is written of it: a change of 0 has no sign and is no news. */
function isNothing(change: number): boolean {
  return Math.abs(change) < 0.000_5;
}

function changeText({ t, format }: I18n, change: number, isShare: boolean): string {
  const sign = isNothing(change) ? '' : change < 0 ? '−' : '+';
  const size = Math.abs(change);
  if (!isShare) return `${sign}${format.percent(size)}`;
  return t('finding.compare.points', { change: `${sign}${format.number(size * 100)}` });
}

/** What all of it is compared with, or why with nothing. */
export function comparedWith({ t }: I18n, { reason, shows }: ReviewComparison): string {
  const [last] = shows;
  if (reason !== null || last === undefined) {
    return t(`finding.compare.${reason ?? 'no_earlier'}`);
  }
  return t('finding.compare.with', { title: last.title, count: shows.length });
}
