import 'uplot/dist/uPlot.min.css';

import { useMemo, useRef } from 'react';
import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useMarks, useMetrics, useSeries, useShow } from '#renderer/store/selectors.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';

import { chartData, chartSpan, marksNear } from './chart-data.ts';
import { ChartLegend } from './ChartLegend.tsx';
import styles from './PulseChart.module.css';
import { useChart } from './use-chart.ts';
import { useSlowValue } from './use-slow-value.ts';

const REDRAW_MS = 250;

/** Viewers, chat and orders over the show, with a mark for everything that was done or happened. */
export function PulseChart(): ReactElement {
  const { t } = useI18n();
  const series = useSlowValue(useSeries(), REDRAW_MS);
  const allMarks = useSlowValue(useMarks(), REDRAW_MS);
  const show = useShow();
  const metrics = useMetrics();
  const span = useDeskStore((state) => state.chartSpan);
  const startedTs = show?.startedTs ?? series[0]?.ts ?? 0;
  const host = useRef<HTMLDivElement>(null);

  const data = useMemo(() => {
    const drawn = chartSpan(series, span === 'whole');
    return drawn === null ? null : chartData(series, drawn);
  }, [series, span]);
  const marks = useMemo(
    () =>
      data === null
        ? []
        : allMarks.filter(({ ts }) => ts >= data.fromTs && ts <= data.toTs + 10_000),
    [allMarks, data],
  );
  const { index, pxPerMs } = useChart(host, data, marks, startedTs);
  const seconds = index === null ? undefined : data?.x[index];
  const read = seconds === undefined ? [] : marksNear(marks, seconds * 1000, pxPerMs);

  return (
    <section className={styles.pulse} aria-label={t('chart.label')}>
      <div className={styles.head}>
        <ChartLegend
          data={data}
          now={metrics === null ? {} : { viewers: metrics.viewers, chat: metrics.chatPerMinute }}
          index={index}
          marks={read}
          startedTs={startedTs}
        />
        <SpanToggle />
      </div>
      <div ref={host} className={styles.chart} />
      {data === null && <p className={styles.empty}>{t('chart.empty')}</p>}
    </section>
  );
}

/** 30 minutes or the whole show; W on the keyboard. */
function SpanToggle(): ReactElement {
  const { t } = useI18n();
  const span = useDeskStore((state) => state.chartSpan);
  const toggle = useDeskStore((state) => state.toggleChartSpan);
  const name = t(span === 'recent' ? 'chart.recent' : 'chart.whole');

  return (
    <Button tone="quiet" className={styles.span} title={t('chart.span')} onClick={toggle}>
      {/* Its words give way on a narrow desk; they are read out all the same. */}
      <VisuallyHidden>{name} </VisuallyHidden>
      <span className={styles.spanName} aria-hidden="true">
        {name}{' '}
      </span>
      <ActionKey of="toggleChartSpan" />
    </Button>
  );
}
