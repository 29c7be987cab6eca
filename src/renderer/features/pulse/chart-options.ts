import type uPlot from 'uplot';

import { drawMarks, TAG_ROOM_PX, type DrawnMark } from '#renderer/ui/draw-marks.ts';
import { SERIES_STEP_MS } from '#shared/model/metrics.ts';
import type { TimeSpan } from '#shared/rules/span-comparison.ts';

import type { ChartTheme } from './chart-theme.ts';
import { drawBands, type Band } from './draw-bands.ts';

export interface ChartSetUp {
  readonly width: number;
  readonly height: number;
  /** How much larger than at first type and margins are. */
  readonly zoom: number;
  readonly theme: ChartTheme;
  /** Show time at which the time axis reads 0:00. */
  readonly startedTs: number;
  /** Label of a moment on the time axis; milliseconds of show time. */
  readonly formatTime: (ts: number) => string;
  readonly formatNumber: (value: number) => string;
  readonly marks: () => readonly DrawnMark[];
  readonly bands: () => readonly Band[];
  /** Index under the pointer; null when it has left. */
  readonly onCursor: (index: number | null) => void;
  /** A stretch was drawn with the pointer; null: a press elsewhere. */
  readonly onSelect: (span: TimeSpan | null) => void;
}

/** 0 to a round number above the highest value, so that each scale reads easily. */
function fromZero(_chart: uPlot, _min: number | null, max: number | null): uPlot.Range.MinMax {
  const highest = Math.max(1, (max ?? 0) * 1.08);
  const magnitude = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 1.5, 2, 3, 4, 6, 8, 10].find((part) => part * magnitude >= highest) ?? 10;
  return [0, Math.max(2, step * magnitude)];
}

/** Three lines whatever the range: 0, half, top. */
function halves(_chart: uPlot, _axis: number, min: number, max: number): number[] {
  return [min, (min + max) / 2, max];
}

/** Moments at whole steps since the show began, so that the axis reads 10:00 and not 9:37. */
function roundSince(start: number, min: number, max: number, step: number): number[] {
  const first = Math.ceil((min - start) / step);
  const last = Math.floor((max - start) / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    return start + (first + index) * step;
  });
}

function valueAxis(
  setUp: ChartSetUp,
  scale: 'viewers' | 'chat' | 'orders',
  side: 1 | 3,
): uPlot.Axis {
  const { theme, formatNumber, zoom } = setUp;
  return {
    scale,
    side,
    stroke: theme[scale],
    font: theme.font,
    size: (side === 3 ? 42 : 34) * zoom,
    gap: 4,
    splits: halves,
    values: (_chart, splits) => splits.map((value) => formatNumber(value)),
    grid: { show: scale === 'viewers', stroke: theme.line, width: 1 },
    ticks: { show: false },
  };
}

function line(scale: string, stroke: string, width: number, fill: string | null): uPlot.Series {
  return {
    scale,
    stroke,
    width,
    ...(fill === null ? {} : { fill }),
    points: { show: false },
    spanGaps: false,
  };
}

/** Everything uPlot is told once; data and size come later. */
export function chartOptions(setUp: ChartSetUp): uPlot.Options {
  const { width, height, zoom, theme, startedTs, formatTime, marks, bands, onCursor, onSelect } =
    setUp;
  const { families: font, marks: colours } = theme;
  return {
    width,
    height,
    padding: [TAG_ROOM_PX * zoom, 4, 0, 4],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: true, y: false, dist: 4, setScale: false },
      points: { size: 6 },
    },
    scales: {
      x: { time: false },
      viewers: { range: fromZero },
      chat: { range: fromZero },
      orders: { range: fromZero },
    },
    series: [
      {},
      line('viewers', theme.viewers, 1.8, theme.tintInfo),
      line('chat', theme.chat, 1.3, null),
      line('orders', theme.orders, 1.3, null),
    ],
    axes: [
      {
        stroke: theme.text3,
        font: theme.font,
        size: 24 * zoom,
        // Clear of the zeros of the scales, which stand on the same edge.
        gap: 7 * zoom,
        space: 90 * zoom,
        // Whole minutes: the axis is seconds of show time.
        incrs: [60, 120, 300, 600, 900, 1800, 3600, 7200],
        splits: (_chart, _axis, min, max, step) => roundSince(startedTs / 1000, min, max, step),
        values: (_chart, splits) => splits.map((seconds) => formatTime(seconds * 1000)),
        grid: { show: false },
        ticks: { show: false },
      },
      valueAxis(setUp, 'viewers', 3),
      valueAxis(setUp, 'chat', 1),
      valueAxis(setUp, 'orders', 1),
    ],
    hooks: {
      drawClear: [(chart) => drawBands(chart, bands(), theme.tintDanger)],
      draw: [(chart) => drawMarks(chart, marks(), { colours, font, zoom })],
      setCursor: [(chart) => onCursor(chart.cursor.idx ?? null)],
      setSelect: [(chart) => onSelect(selectedSpan(chart))],
      // After a drag the plot swallows it: what comes is a press of its own.
      ready: [(chart) => chart.over.addEventListener('click', () => onSelect(null))],
    },
  };
}

/** Whole steps of the series around what was drawn. */
function selectedSpan(chart: uPlot): TimeSpan | null {
  const { left, width } = chart.select;
  if (width <= 0) return null;
  const stepOf = (px: number): number => (chart.posToVal(px, 'x') * 1000) / SERIES_STEP_MS;
  return {
    fromTs: Math.floor(stepOf(left)) * SERIES_STEP_MS,
    toTs: Math.ceil(stepOf(left + width)) * SERIES_STEP_MS,
  };
}
