import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import uPlot from 'uplot';

import { type I18n, useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { markTag } from '#renderer/ui/draw-marks.ts';
import { drawSelection } from '#renderer/ui/draw-selection.ts';
import { plotPlace } from '#renderer/ui/plot-place.ts';
import { useZoom, zoomedFont } from '#renderer/ui/use-zoom.ts';
import type { Mark } from '#shared/model/metrics.ts';
import type { TimeSpan } from '#shared/rules/span-comparison.ts';

import { gapBands, type ChartData } from './chart-data.ts';
import { chartOptions } from './chart-options.ts';
import { type ChartTheme, readChartTheme } from './chart-theme.ts';

function columns(data: ChartData): uPlot.AlignedData {
  return [data.x, data.viewers, data.chat, data.orders];
}

export interface ChartCursor {
  /** Index of the data under the pointer; null when it is elsewhere. */
  readonly index: number | null;
  /** Width of the drawing over its span of time. */
  readonly pxPerMs: number;
}

export interface ChartSelection {
  readonly span: TimeSpan | null;
  readonly select: (span: TimeSpan | null) => void;
}

/**
 * Draws into the element and follows its size, the theme and the language. `startedTs` is the show
 * time at which the axis reads 0:00.
 */
export function useChart(
  host: RefObject<HTMLDivElement | null>,
  data: ChartData | null,
  marks: readonly Mark[],
  startedTs: number,
  selection: ChartSelection,
): ChartCursor {
  const i18n = useI18n();
  const themePreference = useDeskStore((state) => state.theme);
  const zoom = useZoom();
  const chart = useRef<uPlot | null>(null);
  const [index, setIndex] = useState<number | null>(null);
  const [systemTheme, setSystemTheme] = useState(0);
  const [pxPerMs, setPxPerMs] = useState(0);

  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const onChange = (): void => setSystemTheme((count) => count + 1);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);

  const { span, select } = selection;
  const latest = useRef({ data, marks });
  useLayoutEffect(() => {
    latest.current = { data, marks };
  });

  useLayoutEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const read = readChartTheme(element);
    const theme = { ...read, font: zoomedFont(read.font, zoom) };
    const { clientWidth: width, clientHeight: height } = element;
    const size = { width, height, zoom };
    const on = { onCursor: setIndex, onSelect: select };
    const drawn = drawing({ ...size, theme, startedTs, i18n, latest, ...on });
    const place = plotPlace(element);
    const made = new uPlot(drawn, columns(latest.current.data ?? EMPTY), place);
    chart.current = made;
    const observer = new ResizeObserver(() => {
      made.setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      place.remove();
      chart.current = null;
    };
  }, [host, i18n, startedTs, themePreference, systemTheme, zoom, select]);

  useLayoutEffect(() => {
    const drawn = chart.current;
    if (drawn === null || data === null) return;
    drawn.setData(columns(data));
    drawSelection(drawn, span);
    setPxPerMs(drawn.bbox.width / devicePixelRatio / (data.toTs - data.fromTs));
  }, [data, marks, span]);

  return { index, pxPerMs };
}

interface Drawing {
  readonly width: number;
  readonly height: number;
  /** How much larger than at first type and margins are. */
  readonly zoom: number;
  readonly theme: ChartTheme;
  readonly startedTs: number;
  readonly i18n: I18n;
  readonly latest: RefObject<{ readonly data: ChartData | null; readonly marks: readonly Mark[] }>;
  readonly onCursor: (index: number | null) => void;
  readonly onSelect: (span: TimeSpan | null) => void;
}

/** Apart from the hook, so that what the plot holds does not hold the page. */
function drawing({ i18n, latest, startedTs, theme, ...rest }: Drawing): uPlot.Options {
  return chartOptions({
    ...rest,
    theme,
    startedTs,
    formatTime: (ts) => i18n.format.span(ts - startedTs),
    formatNumber: i18n.format.shortNumber,
    marks: () =>
      latest.current.marks.map((mark) => ({
        kind: mark.kind,
        seconds: mark.ts / 1000,
        tag: markTag(i18n, mark),
      })),
    bands: () => (latest.current.data === null ? [] : gapBands(latest.current.data)),
  });
}

const EMPTY: ChartData = { x: [], viewers: [], chat: [], orders: [], fromTs: 0, toTs: 1 };
