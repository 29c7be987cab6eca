import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import type { SeriesPoint } from '#shared/model/metrics.ts';
import { compareSpan, type SpanMeans, type TimeSpan } from '#shared/rules/span-comparison.ts';

import styles from './PulseChart.module.css';

interface SelectionLineProps {
  readonly series: readonly SeriesPoint[];
  readonly span: TimeSpan;
  readonly startedTs: number;
}

const ROWS = [
  { name: 'viewers', of: 'viewers' },
  { name: 'chat', of: 'chatPerMinute' },
  { name: 'orders', of: 'ordersPerMinute' },
] as const;

/** What a selected stretch was like, between as much time before and after it; in the legend's place. */
export function SelectionLine(props: SelectionLineProps): ReactElement {
  const { series, span, startedTs } = props;
  const { t, format } = useI18n();
  const comparison = compareSpan(series, span);
  const partial = comparison.isAfterPartial ? t('chart.afterPartial') : '';
  const of = (value: number | null): string =>
    value === null ? t('metric.unknown') : format.number(rounded(value));
  const said = (means: SpanMeans): string =>
    t('chart.means', {
      before: of(means.before),
      during: of(means.during),
      after: of(means.after),
    });

  return (
    <div className={styles.legend} role="status" title={`${t('chart.compared')}${partial}`}>
      <b className={styles.selected}>
        {t('chart.selected', {
          from: format.span(span.fromTs - startedTs),
          to: format.span(span.toTs - startedTs),
        })}
      </b>
      {ROWS.map(({ name, of: series }) => (
        <span key={name} className={styles.entry}>
          <i className={styles[name]} aria-hidden="true" />
          <VisuallyHidden>{t(`chart.${name}`)} </VisuallyHidden>
          <b>{said(comparison[series])}</b>
        </span>
      ))}
      <span className={styles.read}>{partial}</span>
    </div>
  );
}

/** A mean below ten keeps one digit: half an order a minute is not none. */
function rounded(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}
