/** The pulse chart's way from a new point to drawn lines, and bare lines of the same data, in a page. */
import uPlot from 'uplot';

import { chartData, chartSpan, gapBands } from '#renderer/features/pulse/chart-data.ts';
import { chartOptions } from '#renderer/features/pulse/chart-options.ts';
import { mergeSeries } from '#renderer/store/room-reducer.ts';
import type { DrawnMark } from '#renderer/ui/draw-marks.ts';
import { SERIES_STEP_MS, type SeriesPoint } from '#shared/model/metrics.ts';

const WIDTH = 900;
const HEIGHT = 220;
const MARKS = 40;
const COLOURS = ['#0b62c4', '#b4540a', '#2b7a3d'] as const;
const THEME = {
  viewers: COLOURS[0],
  chat: COLOURS[1],
  orders: COLOURS[2],
  line: '#ddd',
  text3: '#777',
  tintDanger: '#fee',
  tintInfo: '#eef6ff',
  marks: { line: '#999', alarm: '#c00', alarmFill: '#fee', tag: '#eee', text: '#444' },
  font: '12px sans-serif',
  families: 'sans-serif',
} as const;

/** One value of three columns for each step, as a long show makes them. */
function pointAt(index: number): SeriesPoint {
  const wave = Math.sin(index / 180) + Math.sin(index / 7) / 4;
  return {
    ts: index * SERIES_STEP_MS,
    viewers: Math.round(1_500 + 600 * wave),
    chatPerMinute: Math.round(240 + 200 * Math.sin(index / 40)),
    ordersPerMinute: index % 23,
  };
}

type Side = { update(): Promise<number> };

function context(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  document.body.append(canvas);
  const made = canvas.getContext('2d');
  if (made === null) throw new Error('no canvas');
  return made;
}

/** Commands to a canvas are kept until somebody looks. */
function isDrawn(ctx: CanvasRenderingContext2D): boolean {
  return ctx.getImageData(0, 0, 1, 1).data.length === 4;
}

/** As the desk does it: the new point joins the show's, the span is thinned, the plot is drawn. */
function pulseChart(points: number): Side {
  let series: readonly SeriesPoint[] = Array.from({ length: points }, (_, index) => pointAt(index));
  let bands: ReturnType<typeof gapBands> = [];
  const marks: readonly DrawnMark[] = Array.from({ length: MARKS }, (_, index) => ({
    kind: 'push',
    seconds: (Math.floor((index * points) / MARKS) * SERIES_STEP_MS) / 1000,
    tag: String(index % 9),
  }));
  const options = chartOptions({
    width: WIDTH,
    height: HEIGHT,
    zoom: 1,
    theme: THEME,
    startedTs: 0,
    formatTime: (ts) => `${Math.floor(ts / 3_600_000)}:00`,
    formatNumber: (value) => value.toLocaleString('en'),
    marks: () => marks,
    bands: () => bands,
    onCursor: () => undefined,
    onSelect: () => undefined,
  });
  const place = document.createElement('div');
  document.body.append(place);
  const plot = new uPlot(options, [[], [], [], []], place);
  return {
    async update() {
      const startMs = performance.now();
      series = mergeSeries(series.slice(1), [
        pointAt((series.at(-1)?.ts ?? 0) / SERIES_STEP_MS + 1),
      ]);
      const span = chartSpan(series, true);
      if (span === null) throw new Error('no points');
      const data = chartData(series, span);
      bands = gapBands(data);
      plot.setData([data.x, data.viewers, data.chat, data.orders]);
      // The plot is drawn in a microtask of its own.
      await Promise.resolve();
      await Promise.resolve();
      isDrawn(plot.ctx);
      return performance.now() - startMs;
    },
  };
}

/** Three lines through as many points, and nothing else. */
function bareLines(points: number): Side {
  const ctx = context();
  let first = 0;
  return {
    update() {
      const startMs = performance.now();
      first += 1;
      ctx.clearRect(0, 0, WIDTH, HEIGHT);
      const shown = Array.from({ length: points }, (_, index) => pointAt(first + index));
      const columns = [
        shown.map(({ viewers }) => (viewers ?? 0) / 2_300),
        shown.map(({ chatPerMinute }) => (chatPerMinute ?? 0) / 450),
        shown.map(({ ordersPerMinute }) => (ordersPerMinute ?? 0) / 25),
      ];
      columns.forEach((column, place) => {
        ctx.strokeStyle = COLOURS[place] ?? '#000';
        ctx.beginPath();
        for (let index = 0; index < points; index += 1) {
          ctx.lineTo((index * WIDTH) / points, HEIGHT - (column[index] ?? 0) * HEIGHT);
        }
        ctx.stroke();
      });
      isDrawn(ctx);
      return Promise.resolve(performance.now() - startMs);
    },
  };
}

const POINTS = 28_800;
/** What the desk draws of any number of points. */
const THINNED = 1_440;

const sides = {
  ours: pulseChart(POINTS),
  whole: bareLines(POINTS),
  thinned: bareLines(THINNED),
} as const;
export type ChartSide = keyof typeof sides;

Reflect.set(window, 'updateChart', (side: ChartSide) => sides[side].update());
