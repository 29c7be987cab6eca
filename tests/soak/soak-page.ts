import { FIGURES, type Figure, type FigureName, COMPRESSION, type Sample } from './soak-figures.ts';
import { describeDone, judge, judgedHours, type SoakReport, slopeOfFigure } from './soak-report.ts';
import { afterWarmUp, median, percentile } from './slope.ts';

/** One small chart: figures that share a unit, each with its shade. */
type Chart = { readonly title: string; readonly figures: readonly FigureName[] };

const CHARTS: readonly Chart[] = [
  { title: 'resident memory, MiB', figures: ['coreResident', 'deskResident', 'writerResident'] },
  { title: 'heap after a collection, MiB', figures: ['coreHeap', 'deskHeap'] },
  { title: 'handles and listeners', figures: ['coreHandles', 'coreResources', 'deskListeners'] },
  { title: 'nodes of the desk page', figures: ['deskNodes'] },
  { title: 'write-ahead log, MiB', figures: ['walMiB'] },
  { title: 'median frame, ms', figures: ['frameP50Ms', 'blankP50Ms'] },
];
const WIDTH = 460;
const HEIGHT = 150;
const LEFT = 46;
const TOP = 34;
const GAP = 34;
const COLUMNS = 2;
const LABELS: Readonly<Partial<Record<FigureName, string>>> = {
  coreResident: 'core',
  deskResident: 'desk page',
  writerResident: 'bare writer',
  coreHeap: 'core',
  deskHeap: 'desk page',
  coreHandles: 'core: descriptors',
  coreResources: 'core: timers',
  deskListeners: 'desk: listeners',
  frameP50Ms: 'desk',
  blankP50Ms: 'blank page',
};

/** The graph, readable on light and dark pages alike. */
export function soakSvg(samples: readonly Sample[]): string {
  const rows = Math.ceil(CHARTS.length / COLUMNS);
  const width = COLUMNS * (LEFT + WIDTH + GAP);
  const height = rows * (TOP + HEIGHT + GAP);
  const charts = CHARTS.map((chart, index) => {
    const x = (index % COLUMNS) * (LEFT + WIDTH + GAP) + LEFT;
    const y = Math.floor(index / COLUMNS) * (TOP + HEIGHT + GAP) + TOP;
    return `<g transform="translate(${x} ${y})">${chartSvg(chart, samples)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">
<style>
  svg { color: #1f2933; background: #ffffff; --one: #0b62c4; --two: #b4540a; --three: #5d6b78; }
  @media (prefers-color-scheme: dark) {
    svg { color: #e4e7eb; background: #14181d; --one: #6db3ff; --two: #ffab5e; --three: #9aa7b4; }
  }
  text { fill: currentColor; }
  .axis { stroke: currentColor; stroke-opacity: 0.35; fill: none; }
  .warm { fill: currentColor; fill-opacity: 0.06; }
  .line { fill: none; stroke-width: 1.5; }
</style>
${charts.join('\n')}
</svg>
`;
}

function chartSvg({ title, figures }: Chart, samples: readonly Sample[]): string {
  const most = Math.max(1, ...figures.flatMap((name) => samples.map((sample) => sample[name])));
  const top = niceTop(most);
  const hours = Math.max(1e-9, samples.at(-1)?.hours ?? 0);
  const x = (at: number): string => ((at / hours) * WIDTH).toFixed(1);
  const warmHours = afterWarmUp(samples)[0]?.hours ?? 0;
  const y = (value: number): string => (HEIGHT - (value / top) * HEIGHT).toFixed(1);
  const shades = ['--one', '--two', '--three'];
  const lines = figures.map((name, index) => {
    const points = samples.map((sample) => `${x(sample.hours)},${y(sample[name])}`).join(' ');
    return `<polyline class="line" style="stroke: var(${shades[index]})" points="${points}"/>`;
  });
  const names = figures.flatMap((name, index) => {
    const label = LABELS[name];
    return label === undefined
      ? []
      : [`<tspan style="fill: var(${shades[index]})" dx="10">■ ${label}</tspan>`];
  });
  return [
    `<rect class="warm" width="${x(warmHours)}" height="${HEIGHT}"/>`,
    `<text y="-12"><tspan font-weight="600">${title}</tspan>${names.join('')}</text>`,
    `<path class="axis" d="M0 0V${HEIGHT}H${WIDTH}"/>`,
    `<text x="-6" y="4" text-anchor="end">${top}</text>`,
    `<text x="-6" y="${HEIGHT}" text-anchor="end">0</text>`,
    `<text x="${WIDTH}" y="${HEIGHT + 16}" text-anchor="end">${hours.toFixed(1)} hours of show</text>`,
    ...lines,
  ].join('');
}

/** The next 1, 2 or 5 times a power of ten. */
function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= most) ?? most;
}

/** docs/soak.md out of one run. */
export function soakMarkdown(
  report: SoakReport,
  floor: { readonly machine: string; readonly node: string; readonly date: Date },
): string {
  const { samples, minutes, done, stored } = report;
  const rows = (Object.keys(FIGURES) as FigureName[]).map((name) => figureRow(report, name));
  const failed = judge(report).filter(({ isOk }) => !isOk);
  const blank = samples.map(({ blankP50Ms }) => blankP50Ms);
  const blankLate = samples.map(({ blankP99Ms }) => blankP99Ms);
  return `# Soak

A crew's long day in a fraction of it: ${(minutes / 60) * COMPRESSION} hours of show in ${minutes} minutes. A real core in the browser host and a real desk page in Chromium take a busy room's events ${COMPRESSION} times as fast as they come, live shows and demo shows in turn, while an operator pushes, takes back, sends cues and opens reviews, a paired host's screen answers, overlays come and go, and the platform's line breaks again and again. 长时间运行测试：把 8 小时压缩到 30 分钟，内存、句柄、监听器、日志与帧时间应保持平稳。

\`\`\`sh
npm run soak                        # five minutes, as in \`npm test\`
npm run soak -- --minutes 30        # the long form
npm run soak -- --minutes 30 --write-docs   # the same, and this page out of it
\`\`\`

![What core and desk hold over the run](soak.svg)

The shaded part is warm-up and not judged. The slope is the median of the slopes between all pairs of samples (Theil-Sen) over the other ${judgedHours(report).toFixed(1)} hours of show; heaps are read after a forced collection.

| figure | level | an hour of show | percent | allowed |
| --- | ---: | ---: | ---: | ---: |
${rows.join('\n')}

${failed.length === 0 ? '**Everything is flat.**' : `**Not flat: ${failed.map(({ name }) => name).join(', ')}.**`} Done in this run: ${describeDone(done)}; ${stored.toLocaleString('en-GB')} events of the other program, none lost.

Run on ${floor.date.toISOString().slice(0, 10)}: ${floor.machine}; Node ${floor.node}. Other work ran on the machine at the same time. The floor of its frames is a blank page in the same browser: median ${median(blank).toFixed(1)} ms, 99 of 100 within ${percentile(blankLate, 50).toFixed(1)} ms. Frames are judged by how long a fixed loop took in that page at the same moment.
`;
}

function figureRow(report: SoakReport, name: FigureName): string {
  const figure: Figure = FIGURES[name];
  const { level, perHour, percentPerHour } = slopeOfFigure(report, name);
  const unit = figure.unit === '' ? '' : ` ${figure.unit}`;
  const { bound } = figure;
  const allowed =
    bound === null
      ? 'not judged'
      : `${bound.percentPerHour} % an hour + ${bound.noise}${unit}${bound.noisePercent === 0 ? '' : ` + ${bound.noisePercent} %`}`;
  return `| ${figure.name} | ${level.toFixed(1)}${unit} | ${perHour.toFixed(3)}${unit} | ${percentPerHour.toFixed(2)} % | ${allowed} |`;
}
