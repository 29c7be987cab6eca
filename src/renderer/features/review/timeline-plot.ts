import type uPlot from 'uplot';

import { drawMarks, type DrawnMark, type MarkColours } from '#renderer/ui/draw-marks.ts';

import type { TimelineRow } from './timeline-data.ts';

export type PlotColours = {
  readonly viewers: string;
  readonly chats: string;
  readonly orders: string;
  readonly axis: string;
  readonly grid: string;
  readonly gapFill: string;
  readonly marks: MarkColours;
};

type Gap = { readonly fromTs: number; readonly toTs: number };

type PlotInput = {
  readonly width: number;
  readonly height: number;
  /** How much larger than at first type and margins are. */
  readonly zoom: number;
  readonly rows: readonly TimelineRow[];
  readonly gaps: readonly Gap[];
  readonly colours: PlotColours;
  /** Size and families. */
  readonly font: string;
  readonly families: string;
  /** Each row is a second, not a minute. */
  readonly isSeconds: boolean;
  /** What is shown now, seconds; read whenever the plot is laid out. */
  readonly shown: () => readonly [number, number];
  /** Axis label of a UTC timestamp. */
  readonly timeText: (ts: number) => string;
  /** A span was drawn with the pointer, UTC timestamps. */
  readonly onSpan: (fromTs: number, toTs: number) => void;
};

/** Between labels of the axis. */
const MINUTE_STEPS = [60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400];
const SECOND_STEPS = [1, 2, 5, 10, 15, 30, ...MINUTE_STEPS];
const WHOLE_STEPS = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((power) =>
  [1, 2, 5].map((step) => step * 10 ** power),
);
/** A press that moves no farther than this draws no span, pixels. */
const LEAST_DRAG_PX = 4;

/** Seconds for uPlot's x, one column for each series. */
export function plotData(rows: readonly TimelineRow[]): uPlot.AlignedData {
  return [
    rows.map((row) => row.ts / 1000),
    rows.map((row) => row.viewers),
    rows.map((row) => row.chats),
    rows.map((row) => row.ordersPaid),
  ];
}

/** Three series, each on its own labelled scale, with gaps shaded and marks drawn as on the live desk. */
export function plotOptions(input: PlotInput): uPlot.Options {
  const { colours, font, families, zoom, isSeconds } = input;
  const marks = drawnMarks(input);
  // From zero, with head room over the lines.
  const range: uPlot.Scale.Range = (_, __, max) => [0, Math.max(1, (max ?? 1) * 1.12)];
  const line = (scale: string, stroke: string, spanGaps = false): uPlot.Series => ({
    scale,
    stroke,
    width: 1.5,
    points: { show: false },
    spanGaps,
  });
  const axis = (scale: string, stroke: string, side: 1 | 3, isGrid: boolean): uPlot.Axis => ({
    scale,
    side,
    stroke,
    font,
    size: 44 * zoom,
    gap: 4,
    // Nobody orders half a time.
    incrs: WHOLE_STEPS,
    ticks: { show: false },
    grid: { show: isGrid, stroke: colours.grid, width: 1 },
  });
  return {
    width: input.width,
    height: input.height,
    padding: [6 * zoom, 0, 0, 0],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: true, y: false, setScale: false, dist: LEAST_DRAG_PX },
      points: { size: 7 },
    },
    scales: {
      x: { time: true, range: () => [...input.shown()] },
      viewers: { range },
      chats: { range },
      orders: { range },
    },
    series: [
      {},
      // Viewers are told every few seconds.
      line('viewers', colours.viewers, isSeconds),
      line('chats', colours.chats),
      line('orders', colours.orders),
    ],
    axes: [
      {
        stroke: colours.axis,
        font,
        size: 26 * zoom,
        gap: 4,
        // Whole minutes, so that no two labels of a short show read the same.
        incrs: isSeconds ? SECOND_STEPS : MINUTE_STEPS,
        space: (isSeconds ? 84 : 60) * zoom,
        ticks: { show: false },
        grid: { show: false },
        values: (_, splits) => splits.map((second) => input.timeText(second * 1000)),
      },
      axis('viewers', colours.viewers, 3, true),
      axis('chats', colours.chats, 1, false),
      axis('orders', colours.orders, 1, false),
    ],
    hooks: {
      drawAxes: [(plot) => drawGaps(plot, input.gaps, colours)],
      draw: [(plot) => drawMarks(plot, marks, { colours: colours.marks, font: families, zoom })],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width < LEAST_DRAG_PX) return;
          const at = (px: number): number => Math.round(plot.posToVal(px, 'x') * 1_000);
          input.onSpan(at(left), at(left + width));
        },
      ],
    },
  };
}

function drawGaps(plot: uPlot, gaps: readonly Gap[], colours: PlotColours): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.fillStyle = colours.gapFill;
  for (const gap of gaps) {
    const left = Math.max(bbox.left, plot.valToPos(gap.fromTs / 1000, 'x', true));
    const right = Math.min(bbox.left + bbox.width, plot.valToPos(gap.toTs / 1000, 'x', true));
    if (right > left) ctx.fillRect(left, bbox.top, right - left, bbox.height);
  }
  ctx.restore();
}

/** At their own seconds; what each is stands in the lanes below. */
function drawnMarks({ rows }: Pick<PlotInput, 'rows'>): readonly DrawnMark[] {
  return rows.flatMap(({ marks }) =>
    marks.map((mark) => ({ kind: mark.kind, seconds: mark.ts / 1000, tag: '' })),
  );
}
