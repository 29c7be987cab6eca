import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactElement, RefObject } from 'react';

import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { markColours } from '#renderer/ui/draw-marks.ts';
import { drawSelection } from '#renderer/ui/draw-selection.ts';
import { plotPlace } from '#renderer/ui/plot-place.ts';
import { useZoom, zoomedFont } from '#renderer/ui/use-zoom.ts';
import type { Review } from '#shared/model/review.ts';

import type { Range } from './timeline/range.ts';
import { useWheelZoom } from './timeline/use-wheel-zoom.ts';
import type { TimelineRow } from './timeline-data.ts';
import { plotData, plotOptions, type PlotColours } from './timeline-plot.ts';
import styles from './TimelineChart.module.css';

const HEIGHT_PX = 240;

interface TimelineChartProps {
  readonly rows: readonly TimelineRow[];
  readonly gaps: Review['gaps'];
  readonly range: Range;
  /** What was chosen, drawn over it; null for nothing. */
  readonly span: Range | null;
  /** Each row is a second, not a minute. */
  readonly isSeconds: boolean;
  /** The row that is pointed at; null for none. */
  readonly index: number | null;
  /** What that row says. */
  readonly words: string;
  readonly timeText: (ts: number) => string;
  onPoint(index: number | null): void;
  onSpan(span: Range): void;
  onZoom(factor: number, atTs: number): void;
  onMove(share: number): void;
  /** True where the key was used. */
  onKey(key: string, isShifted: boolean): boolean;
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

/** What the plot reads while it lives, so that it holds nothing of the page. */
type Held = RefObject<TimelineChartProps>;

interface Drawn {
  readonly held: Held;
  readonly zoom: number;
}

/** Apart from the component, so that what the plot holds does not hold the page. */
function newPlot(into: HTMLElement, from: HTMLElement, { held, zoom }: Drawn): uPlot {
  const { rows, gaps, isSeconds } = held.current;
  const families = getComputedStyle(from).fontFamily;
  const options = plotOptions({
    width: Math.max(200, from.clientWidth),
    height: HEIGHT_PX * zoom,
    zoom,
    rows,
    gaps,
    isSeconds,
    shown: () => [held.current.range.fromTs / 1000, held.current.range.toTs / 1000],
    colours: coloursOf(from),
    font: zoomedFont(`11px ${families}`, zoom),
    families,
    timeText: (ts) => held.current.timeText(ts),
    onSpan: (fromTs, toTs) => held.current.onSpan({ fromTs, toTs }),
  });
  return new uPlot(options, plotData(rows), into);
}

/** The pointed row and the chosen span, on a plot that may be new: colours of another theme make it anew. */
function drawOver(plot: RefObject<uPlot | null>, chart: uPlot, held: Held): void {
  // A new scale holds from the end of this turn on.
  queueMicrotask(() => {
    if (plot.current !== chart) return;
    const { rows, index, span } = held.current;
    const row = index === null ? undefined : rows[index];
    drawSelection(chart, span);
    if (row === undefined) return;
    chart.setCursor({ left: chart.valToPos(row.ts / 1000, 'x'), top: 1 }, false);
  });
}

/** What is shown, drawn; keys walk through it, and the table holds the same figures. */
export function TimelineChart(props: TimelineChartProps): ReactElement {
  const { rows, gaps, range, span, index, words, isSeconds, onKey } = props;
  const { t, language } = useI18n();
  const zoom = useZoom();
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const held = useRef(props);
  useEffect(() => {
    held.current = props;
  });

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const into = plotPlace(element);
    function draw(from: HTMLElement): void {
      plot.current?.destroy();
      const made = newPlot(into, from, { held, zoom });
      plot.current = made;
      drawOver(plot, made, held);
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
  }, [rows, gaps, isSeconds, zoom, language]);

  const isFirst = useRef(true);
  useEffect(() => {
    // It was made with the first one.
    if (isFirst.current) isFirst.current = false;
    else plot.current?.setScale('x', { min: range.fromTs / 1000, max: range.toTs / 1000 });
  }, [range]);

  useEffect(() => {
    if (plot.current !== null) drawOver(plot, plot.current, held);
  }, [rows, span, index, range, zoom]);

  useWheelZoom(place, plot, held);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (onKey(event.key, event.shiftKey)) event.preventDefault();
  }

  return (
    <div
      ref={place}
      className={styles.chart}
      role="slider"
      aria-label={t('review.timelineChart')}
      aria-valuemin={0}
      aria-valuemax={Math.max(0, rows.length - 1)}
      aria-valuenow={index ?? 0}
      aria-valuetext={words}
      tabIndex={0}
      onKeyDown={onKeyDown}
      // The plot has moved its own cursor by now; one that a zoom moves is not pointed with.
      onMouseMove={() => props.onPoint(plot.current?.cursor.idx ?? null)}
    />
  );
}
