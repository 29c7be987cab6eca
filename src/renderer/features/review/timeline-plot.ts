import type uPlot from 'uplot';

import { tagsThatFit, type Tag } from '#renderer/ui/mark-tags.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import type { Mark } from '#shared/model/metrics.ts';

import { MINUTE_MS, type TimelineRow } from './timeline-data.ts';

export type PlotColours = {
  readonly viewers: string;
  readonly chats: string;
  readonly orders: string;
  readonly axis: string;
  readonly grid: string;
  readonly mark: string;
  readonly gap: string;
  readonly gapFill: string;
  readonly badge: string;
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
  readonly font: string;
  /** Axis label of a UTC timestamp. */
  readonly timeText: (ts: number) => string;
  readonly onHover: (index: number | null) => void;
};

/** What went wrong: drawn in its own colour and dashed. */
const ALARMING: ReadonlySet<Mark['kind']> = new Set(['gap', 'source', 'warning']);

/** Height above the lines kept for the marks' badges, CSS pixels. */
const BADGE_ROOM_PX = 22;

/** Seconds for uPlot's x, one column for each series. */
export function plotData(rows: readonly TimelineRow[]): uPlot.AlignedData {
  return [
    rows.map((row) => row.ts / 1000),
    rows.map((row) => row.viewers),
    rows.map((row) => row.chats),
    rows.map((row) => row.ordersPaid),
  ];
}

/** Three series, each on its own labelled scale, with gaps shaded and marks drawn behind the lines. */
export function plotOptions(input: PlotInput): uPlot.Options {
  const { colours, font, rows, zoom } = input;
  // From zero, with head room for the badges.
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
    padding: [BADGE_ROOM_PX * zoom, 0, 0, 0],
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
      draw: [(plot) => drawMarks(plot, rows, { colours, font, zoom })],
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

function drawMarks(
  plot: uPlot,
  rows: readonly TimelineRow[],
  { colours, font, zoom }: Pick<PlotInput, 'colours' | 'font' | 'zoom'>,
): void {
  const { ctx, bbox } = plot;
  const scale = window.devicePixelRatio * zoom;
  const tags: Tag[] = [];
  ctx.save();
  ctx.font = font.replace(
    /(\d+)px/,
    (_, px: string) => `${String(Number(px) * window.devicePixelRatio)}px`,
  );
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineWidth = scale;
  for (const mark of rows.flatMap((row) => row.marks)) {
    const minuteSeconds = (Math.floor(mark.ts / MINUTE_MS) * MINUTE_MS) / 1000;
    const x = plot.valToPos(minuteSeconds, 'x', true);
    const isGap = ALARMING.has(mark.kind);
    ctx.strokeStyle = isGap ? colours.gap : colours.mark;
    // By shape too: a gap's line is dashed, a cue's is short.
    ctx.setLineDash(isGap ? [4 * scale, 3 * scale] : []);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, mark.kind === 'cue' ? bbox.top + 10 * scale : bbox.top + bbox.height);
    ctx.stroke();
    const text = badgeText(mark);
    if (text === '') continue;
    const width = Math.max(18 * scale, ctx.measureText(text).width + 8 * scale);
    tags.push({ x, width, tag: text, kind: mark.kind });
  }
  ctx.setLineDash([]);
  // A crowded mark keeps its line and its words under the pointer.
  for (const { x, width, tag, kind } of tagsThatFit(tags, 2 * scale)) {
    const isGap = ALARMING.has(kind);
    ctx.strokeStyle = isGap ? colours.gap : colours.mark;
    ctx.fillStyle = colours.badge;
    ctx.fillRect(x - width / 2, bbox.top - 20 * scale, width, 16 * scale);
    ctx.strokeRect(x - width / 2, bbox.top - 20 * scale, width, 16 * scale);
    ctx.fillStyle = isGap ? colours.gap : colours.axis;
    ctx.fillText(tag, x, bbox.top - 11.5 * scale);
  }
  ctx.restore();
}

function badgeText(mark: Mark): string {
  switch (mark.kind) {
    case 'push':
      return mark.label;
    case 'gap':
    case 'source':
    case 'warning':
    case 'alert':
      return '!';
    case 'block':
    case 'show':
      return '▸';
    case 'bookmark':
      return '★';
    case 'raid':
      return '⇢';
    case 'cue':
      return '';
    default:
      return assertNever(mark.kind);
  }
}
