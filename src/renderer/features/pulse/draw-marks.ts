import type uPlot from 'uplot';

import type { Mark } from '#shared/model/metrics.ts';

import { tagsThatFit, type Tag } from '#renderer/ui/mark-tags.ts';

import type { ChartTheme } from './chart-theme.ts';

export interface DrawnMark {
  readonly mark: Mark;
  readonly tag: string;
}

export interface MarkLayer {
  readonly marks: readonly DrawnMark[];
  /** Seconds of show time. */
  readonly bands: readonly { readonly from: number; readonly to: number }[];
  readonly theme: ChartTheme;
  /** How much larger than at first tags are drawn. */
  readonly zoom: number;
}

const ALARMING: ReadonlySet<Mark['kind']> = new Set(['gap', 'source', 'warning']);
const TAG_HEIGHT = 15;
const TAG_PADDING = 5;
const TAG_GAP = 2;

/** Bands under the lines, for the times without data. Canvas pixels. */
export function drawBands(chart: uPlot, { bands, theme }: MarkLayer): void {
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.fillStyle = theme.tintDanger;
  for (const { from, to } of bands) {
    const left = Math.max(bbox.left, chart.valToPos(from, 'x', true));
    const right = Math.min(bbox.left + bbox.width, chart.valToPos(to, 'x', true));
    if (right > left) ctx.fillRect(left, bbox.top, right - left, bbox.height);
  }
  ctx.restore();
}

/** A line for each mark; its tag on top where that covers none that matters as much or more. */
export function drawMarks(chart: uPlot, { marks, theme, zoom }: MarkLayer): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio * zoom;
  ctx.save();
  ctx.font = `600 ${10 * ratio}px ${theme.font.slice(theme.font.indexOf(' ') + 1)}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineWidth = ratio;
  const tags: Tag[] = [];
  for (const { mark, tag } of marks) {
    const x = Math.round(chart.valToPos(mark.ts / 1000, 'x', true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    const isAlarming = ALARMING.has(mark.kind);
    startStroke(ctx, theme, isAlarming);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    const width = ctx.measureText(tag).width + TAG_PADDING * 2 * ratio;
    // At the edges a tag stays inside, clear of the scales.
    const inset = Math.min(width, bbox.width) / 2;
    const middle = Math.min(Math.max(x, bbox.left + inset), bbox.left + bbox.width - inset);
    tags.push({ x: middle, width, tag, kind: mark.kind });
  }
  const top = bbox.top - (TAG_HEIGHT + 2) * ratio;
  for (const tag of tagsThatFit(tags, TAG_GAP * ratio)) drawTag(ctx, tag, top, { theme, ratio });
  ctx.restore();
}

function startStroke(ctx: CanvasRenderingContext2D, theme: ChartTheme, isAlarming: boolean): void {
  ctx.strokeStyle = isAlarming ? theme.danger : theme.lineStrong;
  ctx.setLineDash(isAlarming ? [2 * devicePixelRatio, 3 * devicePixelRatio] : []);
}

function drawTag(
  ctx: CanvasRenderingContext2D,
  tag: Tag,
  top: number,
  { theme, ratio }: { readonly theme: ChartTheme; readonly ratio: number },
): void {
  const height = TAG_HEIGHT * ratio;
  const isAlarming = ALARMING.has(tag.kind);
  startStroke(ctx, theme, isAlarming);
  ctx.setLineDash([]);
  ctx.fillStyle = isAlarming ? theme.tintDanger : theme.tag;
  ctx.beginPath();
  ctx.roundRect(tag.x - tag.width / 2, top, tag.width, height, 4 * ratio);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = isAlarming ? theme.danger : theme.text2;
  ctx.fillText(tag.tag, tag.x, top + height / 2);
}
