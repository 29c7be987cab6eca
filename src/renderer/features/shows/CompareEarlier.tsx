import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { ShowSide } from '#shared/model/show-comparison.ts';
import type { ListedShow } from '#shared/model/show-list.ts';
import { baselineOf, SMALL_SAMPLE, type Baseline } from '#shared/rules/shows/baselines.ts';
import { SHOW_FIGURES, type ListedFigure } from '#shared/rules/shows/show-figure-list.ts';
import { targetOfFigure } from '#shared/rules/shows/target-of-figure.ts';

import type { AgainstChoice } from './ComparePane.tsx';
import { missingText, startText, valueText } from '#renderer/ui/show-figure-text.ts';
import { FigureTable, type FigureRow } from './FigureTable.tsx';
import styles from './ShowsSheet.module.css';

interface CompareEarlierProps {
  readonly side: ShowSide;
  readonly shows: readonly ListedShow[];
  readonly against: AgainstChoice;
}

/** A show against the one before, the median of the last, those of its weekday and hour, or its targets. */
export function CompareEarlier({ side, shows, against }: CompareEarlierProps): ReactElement {
  const i18n = useI18n();
  const { t, tn } = i18n;
  const { show, targets } = side;
  const baseline = against === 'target' ? null : baselineOf(shows, show, against);

  function rowOf(figure: ListedFigure): FigureRow {
    const { key, unit } = figure;
    const value = show.figures?.[key] ?? null;
    const sample = baseline?.figure(key) ?? null;
    const target = baseline === null ? targetOfFigure(targets, key, show.currency) : null;
    return {
      key,
      label: t(`shows.figure.${key}`),
      unit,
      value,
      against: sample?.median ?? target,
      currency: show.currency,
      note: [
        missingText(i18n, show, figure, value),
        sample === null || sample.n < 2
          ? null
          : t('shows.compare.range', {
              count: sample.n,
              low: valueText(i18n, sample.low, unit, show.currency),
              high: valueText(i18n, sample.high, unit, show.currency),
            }),
      ]
        .filter((text) => text !== null)
        .join(' · '),
    };
  }

  const rows = SHOW_FIGURES.map(rowOf);
  const kept = against === 'target' ? rows.filter((row) => row.against !== null) : rows;
  if (baseline !== null && baseline.of.length === 0) {
    return (
      <Notice tone="info">
        {[
          t(`shows.against.none.${against === 'target' ? 'median' : against}`),
          ...left(baseline),
        ].join(' ')}
      </Notice>
    );
  }
  if (kept.length === 0) return <Notice tone="info">{t('shows.against.none.target')}</Notice>;
  return (
    <>
      {baseline !== null && (
        <p className={styles.quiet}>
          {[
            tn('shows.against.of', baseline.of.length),
            ...(against !== 'previous' && baseline.of.length < SMALL_SAMPLE
              ? [t('shows.against.small')]
              : []),
            ...left(baseline),
            ...(against === 'previous'
              ? baseline.of.map((each) => `${each.title} · ${startText(i18n, each)}`)
              : []),
          ].join(' ')}
        </p>
      )}
      <FigureTable
        title={t('shows.compare.figures')}
        own={show.title}
        against={t(`shows.against.${against}`)}
        rows={kept}
      />
    </>
  );

  /** What could not be held against it, in words. */
  function left({ otherCurrency, otherPlatforms, tooShort }: Baseline): readonly string[] {
    return [
      ...(otherCurrency > 0 ? [tn('shows.against.otherCurrency', otherCurrency)] : []),
      ...(otherPlatforms > 0 ? [tn('shows.against.otherPlatforms', otherPlatforms)] : []),
      ...(tooShort > 0 ? [tn('shows.against.tooShort', tooShort)] : []),
    ];
  }
}
