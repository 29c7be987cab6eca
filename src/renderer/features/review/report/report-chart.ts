import { escaped } from './report-html.ts';

export type ReportChart = {
  readonly lines: readonly {
    readonly label: string;
    readonly color: string;
    readonly values: readonly (number | null)[];
  }[];
  /** Words below it, each at its part of the width. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** Upright lines, each at its part of the width and of a kind with its own colour. */
  readonly marks: readonly { readonly at: number; readonly kind: string }[];
  /** From part to part of the width: data is missing there. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  /** What the upright lines are, in words. */
  readonly legend: readonly { readonly kind: string; readonly label: string }[];
};

const WIDTH = 1000;
const HEIGHT = 180;

const MARK_COLORS: Readonly<Record<string, string>> = {
  push: '#7a3fc0',
  cue: '#0f766e',
  block: '#4b5563',
  gap: '#bf1244',
  bookmark: '#b45309',
  alert: '#bf1244',
  warning: '#bf1244',
};

/** Each line by its own scale from 0, broken where a figure is unknown, over what was done when. */
export function chartHtml(chart: ReportChart): string {
  const { lines, marks, gaps, ticks, legend } = chart;
  const bands = gaps.map(({ from, to }) => {
    const width = Math.max(1, (to - from) * WIDTH);
    return `<rect x="${(from * WIDTH).toFixed(1)}" y="0" width="${width.toFixed(1)}" height="${HEIGHT}" fill="#f4d7dd"/>`;
  });
  const upright = marks.map(({ at, kind }) => {
    const x = (at * WIDTH).toFixed(1);
    return `<path d="M${x} 0V${HEIGHT}" stroke="${colorOf(kind)}" stroke-opacity=".45"/>`;
  });
  const drawn = lines.map(({ color, values }) => `<path d="${pathOf(values)}" stroke="${color}"/>`);
  const swatch = (color: string): string =>
    `<svg class="swatch" viewBox="0 0 14 3" aria-hidden="true"><rect width="14" height="3" fill="${color}"/></svg>`;
  const said = lines.map(({ label, color, values }) => {
    const most = Math.max(0, ...values.map((value) => value ?? 0));
    return `<span>${swatch(color)}${escaped(label)} 0–${most}</span>`;
  });
  const kinds = legend.map(
    ({ kind, label }) => `<span>${swatch(colorOf(kind))}${escaped(label)}</span>`,
  );
  const below = ticks.map(
    ({ at, label }) =>
      `<text x="${(at * WIDTH).toFixed(1)}" y="12" text-anchor="${anchorAt(at)}">${escaped(label)}</text>`,
  );
  return `<p class="legend">${said.join('')}${kinds.join('')}</p><svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${bands.join('')}${upright.join('')}${drawn.join('')}</svg><svg class="ticks" viewBox="0 0 ${WIDTH} 16" aria-hidden="true">${below.join('')}</svg>`;
}

function colorOf(kind: string): string {
  return MARK_COLORS[kind] ?? '#6b7280';
}

function anchorAt(at: number): string {
  if (at < 0.03) return 'start';
  return at > 0.97 ? 'end' : 'middle';
}

function pathOf(values: readonly (number | null)[]): string {
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const step = WIDTH / Math.max(1, values.length - 1);
  let isPenDown = false;
  const path = values.map((value, index) => {
    if (value === null) {
      isPenDown = false;
      return '';
    }
    const command = isPenDown ? 'L' : 'M';
    isPenDown = true;
    const y = HEIGHT - (value / most) * (HEIGHT - 8) - 2;
    return `${command}${(index * step).toFixed(1)} ${y.toFixed(1)}`;
  });
  return path.join('');
}
