import type uPlot from 'uplot';

import {
  drawMarks,
  TAG_ROOM_PX,
  type DrawnMark,
  type MarkColours,
} from '#renderer/ui/draw-marks.ts';
import type { Mark } from '#shared/model/metrics.ts';

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
  /** Axis label of a UTC timestamp. */
  readonly timeText: (ts: number) => string;
  /** The one or two characters of a mark's tag. */
  readonly tagOf: (mark: Mark) => string;
  readonly onHover: (index: number | null) => void;
};

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
  const { colours, font, families, zoom } = input;
  const marks = drawnMarks(input);
  // From zero, with head room over the lines.
  const range: uPlot.Scale.Range = (_, __, max) => [0, Math.max(1, (max ?? 1) * 1.12)];
  const line = (scale: string, stroke: string): uPlot.Series => ({
    scale,
    stroke,
    width: 1.5,
    points: { show: false },
    spanGaps: false,
  });
  const axis = (scale: string, stroke: string, side: 1 | 3, isGrid: boolean): uPlot.Axis => ({
    scale,
    side,
    stroke,
    font,
    size: 44 * zoom,
    gap: 4,
    ticks: { show: false },
    grid: { show: isGrid, stroke: colours.grid, width: 1 },
  });
  return {
    width: input.width,
    height: input.height,
    padding: [TAG_ROOM_PX * zoom, 0, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
    scales: { x: { time: true }, viewers: { range }, chats: { range }, orders: { range } },
    series: [
      {},
      line('viewers', colours.viewers),
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
        incrs: [60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400],
        space: 60 * zoom,
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
      setCursor: [(plot) => input.onHover(plot.cursor.idx ?? null)],
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

/** Each at its minute, as its figures are. */
function drawnMarks({ rows, tagOf }: Pick<PlotInput, 'rows' | 'tagOf'>): readonly DrawnMark[] {
  return rows.flatMap(({ ts, marks }) =>
    marks.map((mark) => ({ kind: mark.kind, seconds: ts / 1000, tag: tagOf(mark) })),
  );
}
