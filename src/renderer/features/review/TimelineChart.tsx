import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';

import { type I18n, useI18n } from '#renderer/i18n/i18n-context.tsx';
import { markColours, markTag } from '#renderer/ui/draw-marks.ts';
import { plotPlace } from '#renderer/ui/plot-place.ts';
import { useZoom, zoomedFont } from '#renderer/ui/use-zoom.ts';
import type { Review } from '#shared/model/review.ts';

import { MINUTE_MS, type TimelineRow } from './timeline-data.ts';
import { plotData, plotOptions, type PlotColours } from './timeline-plot.ts';
import styles from './TimelineChart.module.css';
import { TimelineReadout } from './TimelineReadout.tsx';
import { useMarkText } from './use-mark-text.ts';

const HEIGHT_PX = 260;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

interface TimelineChartProps {
  readonly rows: readonly TimelineRow[];
  readonly gaps: Review['gaps'];
  /** Where the chart points at first; null for nowhere. */
  readonly momentTs: number | null;
}

function coloursOf(element: Element): PlotColours {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    viewers: token('--series-viewers'),
    chats: token('--series-chat'),
    orders: token('--series-orders'),
    axis: token('--text-2'),
    grid: token('--line'),
    gapFill: token('--tint-danger'),
    marks: markColours(token),
  };
}

interface Drawn extends Omit<TimelineChartProps, 'momentTs'> {
  readonly i18n: I18n;
  readonly zoom: number;
  readonly onHover: (index: number | null) => void;
}

/** Apart from the component, so that what the plot holds does not hold the page. */
function newPlot(into: HTMLElement, from: HTMLElement, drawn: Drawn): uPlot {
  const { rows, gaps, i18n, zoom, onHover } = drawn;
  const families = getComputedStyle(from).fontFamily;
  const options = plotOptions({
    width: Math.max(200, from.clientWidth),
    height: HEIGHT_PX * zoom,
    zoom,
    rows,
    gaps,
    colours: coloursOf(from),
    font: zoomedFont(`11px ${families}`, zoom),
    families,
    timeText: (ts) => i18n.format.time(ts, null),
    tagOf: (mark) => markTag(i18n, mark),
    onHover,
  });
  return new uPlot(options, plotData(rows), into);
}

function pointAt(plot: uPlot | null, row: TimelineRow | undefined): void {
  if (plot === null || row === undefined) return;
  plot.setCursor({ left: plot.valToPos(row.ts / 1000, 'x'), top: 1 });
}

/** The minutes drawn; the arrow keys walk through them, and the table holds the same figures. */
export function TimelineChart({ rows, gaps, momentTs }: TimelineChartProps): ReactElement {
  const i18n = useI18n();
  const { t, format } = i18n;
  const markText = useMarkText();
  const zoom = useZoom();
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;

    const into = plotPlace(element);
    function draw(from: HTMLElement): void {
      plot.current?.destroy();
      plot.current = newPlot(into, from, { rows, gaps, i18n, zoom, onHover: setHovered });
    }

    draw(element);
    const onResize = new ResizeObserver(() => {
      plot.current?.setSize({
        width: Math.max(200, element.clientWidth),
        height: HEIGHT_PX * zoom,
      });
    });
    onResize.observe(element);
    // The canvas does not follow the tokens by itself.
    const onTheme = new MutationObserver(() => draw(element));
    onTheme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      onResize.disconnect();
      onTheme.disconnect();
      plot.current?.destroy();
      plot.current = null;
      into.remove();
    };
  }, [rows, gaps, i18n, zoom]);

  useEffect(() => {
    if (momentTs === null) return;
    const index = rows.findIndex(({ ts }) => momentTs < ts + MINUTE_MS);
    if (index >= 0) pointAt(plot.current, rows[index]);
  }, [rows, momentTs]);

  function onKeyDown(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (step === undefined || plot.current === null) return;
    event.preventDefault();
    const from = hovered ?? (step > 0 ? -1 : rows.length);
    const index = Math.max(0, Math.min(rows.length - 1, from + step));
    pointAt(plot.current, rows[index]);
  }

  const row = hovered === null ? null : (rows[hovered] ?? null);
  const minuteText = (minute: TimelineRow): string => {
    const figure = (value: number | null): string => (value === null ? '—' : format.number(value));
    return [
      format.time(minute.ts, null),
      `${t('review.viewers')} ${figure(minute.viewers)}`,
      `${t('review.chatsMinute')} ${figure(minute.chats)}`,
      `${t('review.ordersMinute')} ${figure(minute.ordersPaid)}`,
      ...minute.marks.map(markText),
    ].join(' · ');
  };
  return (
    <>
      <TimelineReadout row={row} />
      <div
        ref={place}
        className={styles.chart}
        role="slider"
        aria-label={t('review.timelineChart')}
        aria-valuemin={0}
        aria-valuemax={rows.length - 1}
        aria-valuenow={hovered ?? 0}
        aria-valuetext={row === null ? t('review.ownScales') : minuteText(row)}
        tabIndex={0}
        onKeyDown={onKeyDown}
      />
    </>
  );
}
