import type uPlot from 'uplot';

import type { Mark } from '#shared/model/metrics.ts';

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
}

const ALARMING: ReadonlySet<Mark['kind']> = new Set(['gap', 'source']);
const TAG_HEIGHT = 15;
const TAG_PADDING = 5;

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

/** A line for each mark with its tag on top; a tag that would cover the one before is left out. */
export function drawMarks(chart: uPlot, { marks, theme }: MarkLayer): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.font = `600 ${10 * ratio}px ${theme.font.slice(theme.font.indexOf(' ') + 1)}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineWidth = ratio;
  let freeFrom = -Infinity;
  for (const { mark, tag } of marks) {
    const x = Math.round(chart.valToPos(mark.ts / 1000, 'x', true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    const isAlarming = ALARMING.has(mark.kind);
    ctx.strokeStyle = isAlarming ? theme.danger : theme.lineStrong;
    ctx.setLineDash(isAlarming ? [2 * ratio, 3 * ratio] : []);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    const width = ctx.measureText(tag).width + TAG_PADDING * 2 * ratio;
    // At the edges a tag stays inside, clear of the scales.
    const inset = Math.min(width, bbox.width) / 2;
    const middle = Math.min(Math.max(x, bbox.left + inset), bbox.left + bbox.width - inset);
    if (middle - inset < freeFrom) continue;
    freeFrom = middle + inset + 2 * ratio;
    drawTag(ctx, {
      x: middle,
      top: bbox.top - (TAG_HEIGHT + 2) * ratio,
      width,
      tag,
      isAlarming,
      theme,
    });
  }
  ctx.restore();
}

interface Tag {
  readonly x: number;
  readonly top: number;
  readonly width: number;
  readonly tag: string;
  readonly isAlarming: boolean;
  readonly theme: ChartTheme;
}

function drawTag(ctx: CanvasRenderingContext2D, options: Tag): void {
  const { x, top, width, tag, isAlarming, theme } = options;
  const ratio = devicePixelRatio;
  const height = TAG_HEIGHT * ratio;
  ctx.setLineDash([]);
  ctx.fillStyle = isAlarming ? theme.tintDanger : theme.tag;
  ctx.beginPath();
  ctx.roundRect(x - width / 2, top, width, height, 4 * ratio);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = isAlarming ? theme.danger : theme.text2;
  ctx.fillText(tag, x, top + height / 2);
}
