import type uPlot from 'uplot';

import type { I18n } from '#renderer/i18n/i18n-context.tsx';
import type { Mark } from '#shared/model/metrics.ts';

import { tagsThatFit, type Tag } from './mark-tags.ts';

/** A mark as a chart shows it: at this second of show time, with these one or two characters (or none). */
export interface DrawnMark {
  readonly kind: Mark['kind'];
  readonly seconds: number;
  readonly tag: string;
}

/** Tokens as values, since a canvas does not know them by name. */
export interface MarkColours {
  readonly line: string;
  readonly alarm: string;
  readonly alarmFill: string;
  readonly tag: string;
  readonly text: string;
}

export function markColours(token: (name: string) => string): MarkColours {
  return {
    line: token('--line-strong'),
    alarm: token('--danger'),
    alarmFill: token('--tint-danger'),
    tag: token('--hover'),
    text: token('--text-2'),
  };
}

export interface MarkStyle {
  readonly colours: MarkColours;
  /** A list of families. */
  readonly font: string;
  /** How much larger than at first tags are drawn. */
  readonly zoom: number;
}

/** By shape too: what went wrong has a dashed line, a cue, of which there are many, a short one. */
const ALARMING: ReadonlySet<Mark['kind']> = new Set(['gap', 'source', 'warning', 'slip']);
const TAG_HEIGHT = 15;
const TAG_PADDING = 5;
const TAG_GAP = 2;
const TAG_RADIUS = 4;
const FONT_PX = 10;
const CUE_LINE = 10;

/** Height over the lines that the tags stand in, CSS pixels. */
export const TAG_ROOM_PX = 20;

/** The one or two characters in a mark's tag: the link number of a push, a letter for the rest. */
export function markTag(i18n: I18n, mark: Mark): string {
  return mark.kind === 'push' ? mark.label : i18n.t(`mark.short.${mark.kind}`);
}

/** A line for each mark; its tag on top where that covers none that matters as much or more. */
export function drawMarks(chart: uPlot, marks: readonly DrawnMark[], style: MarkStyle): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio * style.zoom;
  ctx.save();
  ctx.font = `600 ${FONT_PX * ratio}px ${style.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineWidth = ratio;
  const tags: Tag[] = [];
  for (const { kind, seconds, tag } of marks) {
    const x = Math.round(chart.valToPos(seconds, 'x', true));
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    drawLine(ctx, x, bbox, { kind, style });
    if (tag === '') continue;
    const width = ctx.measureText(tag).width + TAG_PADDING * 2 * ratio;
    // At the edges a tag stays inside, clear of the scales.
    const inset = Math.min(width, bbox.width) / 2;
    const middle = Math.min(Math.max(x, bbox.left + inset), bbox.left + bbox.width - inset);
    tags.push({ x: middle, width, tag, kind });
  }
  const top = bbox.top - (TAG_HEIGHT + 2) * ratio;
  for (const tag of tagsThatFit(tags, TAG_GAP * ratio)) drawTag(ctx, tag, top, style);
  ctx.restore();
}

function drawLine(
  ctx: CanvasRenderingContext2D,
  x: number,
  { top, height }: uPlot.BBox,
  { kind, style }: { readonly kind: Mark['kind']; readonly style: MarkStyle },
): void {
  const isAlarming = ALARMING.has(kind);
  ctx.strokeStyle = isAlarming ? style.colours.alarm : style.colours.line;
  ctx.setLineDash(isAlarming ? [2 * devicePixelRatio, 3 * devicePixelRatio] : []);
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x, top + (kind === 'cue' ? CUE_LINE * devicePixelRatio * style.zoom : height));
  ctx.stroke();
}

function drawTag(
  ctx: CanvasRenderingContext2D,
  { x, width, tag, kind }: Tag,
  top: number,
  { colours, zoom }: MarkStyle,
): void {
  const ratio = devicePixelRatio * zoom;
  const height = TAG_HEIGHT * ratio;
  const isAlarming = ALARMING.has(kind);
  ctx.setLineDash([]);
  ctx.strokeStyle = isAlarming ? colours.alarm : colours.line;
  ctx.fillStyle = isAlarming ? colours.alarmFill : colours.tag;
  ctx.beginPath();
  ctx.roundRect(x - width / 2, top, width, height, TAG_RADIUS * ratio);
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = isAlarming ? colours.alarm : colours.text;
  ctx.fillText(tag, x, top + height / 2);
}
