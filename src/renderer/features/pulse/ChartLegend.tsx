import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import type { Figure, Mark } from '#shared/model/metrics.ts';

import type { ChartData } from './chart-data.ts';
import { markText } from './mark-text.ts';
import styles from './PulseChart.module.css';

const SERIES = ['viewers', 'chat', 'orders'] as const;

interface ChartLegendProps {
  readonly data: ChartData | null;
  /** The room's figures of now, as they stand in the strip above. */
  readonly now: Readonly<Partial<Record<(typeof SERIES)[number], Figure>>>;
  /** Nothing of the moment is counted: chat and orders of now are unknown. */
  readonly isNotStored: boolean;
  /** Where the pointer is; null reads what is now. */
  readonly index: number | null;
  /** Marks at the pointer. */
  readonly marks: readonly Mark[];
  readonly startedTs: number;
}

function lastKnown(column: readonly (number | null)[]): number | null {
  for (let index = column.length - 1; index >= 0; index -= 1) {
    const value = column[index];
    if (value !== null && value !== undefined) return value;
  }
  return null;
}

function valueNow(
  { now, isNotStored }: Pick<ChartLegendProps, 'now' | 'isNotStored'>,
  name: (typeof SERIES)[number],
  column: readonly (number | null)[],
): number | null {
  if (isNotStored && name !== 'viewers') return null;
  const figure = now[name];
  if (figure === undefined) return lastKnown(column);
  return figure.known ? figure.value : null;
}

/** Names, values and marks in a fixed line: nothing floats over the lines. */
export function ChartLegend(props: ChartLegendProps): ReactElement {
  const { data, index, marks, startedTs } = props;
  const i18n = useI18n();
  const { t, format } = i18n;
  const seconds = index === null ? undefined : data?.x[index];
  return (
    <div className={styles.legend}>
      {SERIES.map((name) => {
        const column = data?.[name] ?? [];
        const value = index === null ? valueNow(props, name, column) : (column[index] ?? null);
        return (
          <span key={name} className={styles.entry}>
            <i className={styles[name]} aria-hidden="true" />
            {t(`chart.${name}`)}
            <b className={styles.value}>
              {value === null ? t('metric.unknown') : format.number(value)}
            </b>
          </span>
        );
      })}
      <span className={styles.moment}>
        {seconds === undefined ? '' : format.span(seconds * 1000 - startedTs)}
      </span>
      <span className={styles.read}>
        {marks.map((mark) => markText(i18n, mark)).join(t('common.separator'))}
      </span>
    </div>
  );
}
