import 'uplot/dist/uPlot.min.css';

import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { ActionKey } from '#renderer/actions/ActionKey.tsx';
import type { ReactElement } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import {
  useIsNotStored,
  useIsReading,
  useMetrics,
  useSeries,
  useShow,
} from '#renderer/store/selectors.ts';
import { useMarks } from '#renderer/store/use-marks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import type { TimeSpan } from '#shared/rules/span-comparison.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';

import { chartData, chartSpan, marksNear } from './chart-data.ts';
import { ChartLegend } from './ChartLegend.tsx';
import { lastMinutes, spanAfterKey } from './span-keys.ts';
import { SelectionLine } from './SelectionLine.tsx';
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
  const isReading = useIsReading();
  const isNotStored = useIsNotStored();
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
  const [selected, select] = useState<TimeSpan | null>(null);
  const { index, pxPerMs } = useChart(host, data, marks, startedTs, { span: selected, select });
  const seconds = index === null ? undefined : data?.x[index];
  const read = seconds === undefined ? [] : marksNear(marks, seconds * 1000, pxPerMs);

  function onKeyDown(event: KeyboardEvent): void {
    if (data === null || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = spanAfterKey(selected, event.key, event.shiftKey, data);
    if (next === undefined) return;
    event.preventDefault();
    select(next);
  }

  return (
    <section className={styles.pulse} aria-label={t('chart.label')}>
      <div className={styles.head}>
        {selected === null ? (
          <ChartLegend
            data={data}
            now={metrics === null ? {} : { viewers: metrics.viewers, chat: metrics.chatPerMinute }}
            isNotStored={isNotStored}
            index={index}
            marks={read}
            startedTs={startedTs}
          />
        ) : (
          <SelectionLine series={series} span={selected} startedTs={startedTs} />
        )}
        <Button
          tone="quiet"
          className={styles.compare}
          disabled={data === null}
          aria-pressed={selected !== null}
          title={t('chart.selectHint')}
          onKeyDown={onKeyDown}
          onClick={() => {
            if (data !== null) select(selected === null ? lastMinutes(data) : null);
          }}
        >
          {t('chart.compare')}
        </Button>
        <SpanToggle />
      </div>
      <div ref={host} className={styles.chart} />
      {data === null && (
        <p className={styles.empty}>{t(isReading ? 'desk.reading' : 'chart.empty')}</p>
      )}
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
