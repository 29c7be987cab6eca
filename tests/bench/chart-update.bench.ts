/**
 * The pulse chart over 28,800 points of three lines, a new point ten times a second: milliseconds from
 * the point to drawn lines, in Chromium, by the product's own modules; against bare lines on a canvas
 * through the same points, and through as many as the chart draws after thinning them.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium } from '@playwright/test';
import { build } from 'vite';

import { percentile } from '#tests/soak/slope.ts';
import { systemChromium } from '#tests/support/system-chromium.ts';

import { printBench, rounded } from './bench-line.ts';
import type { ChartSide } from './pages/chart-page.ts';

const UPDATES = 150;
const EVERY_MS = 100;
const MOST_TIMES = 2;
const SIDES: readonly ChartSide[] = ['ours', 'whole', 'thinned'];

async function bundle(): Promise<{ readonly file: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-chart-'));
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      lib: {
        entry: join(import.meta.dirname, 'pages/chart-page.ts'),
        formats: ['iife'],
        name: 'chartPage',
        fileName: 'chart-page',
      },
    },
  });
  const name = readdirSync(folder).find((each) => each.endsWith('.js')) ?? '';
  return { file: join(folder, name), remove: () => rmSync(folder, { recursive: true }) };
}

const { file, remove } = await bundle();
const browser = await chromium.launch(systemChromium());
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await page.addScriptTag({ path: file });
const times: Record<ChartSide, number[]> = { ours: [], whole: [], thinned: [] };
for (let update = -5; update < UPDATES; update += 1) {
  for (const side of SIDES) {
    const ms = await page.evaluate(async (name) => {
      const run = Reflect.get(window, 'updateChart') as (side: string) => Promise<number>;
      return run(name);
    }, side);
    // The first ones compile.
    if (update >= 0) times[side].push(ms);
  }
  await page.waitForTimeout(EVERY_MS);
}
await browser.close();
remove();

const value = percentile(times.ours, 95);
const comparators = [
  { comparator: 'bare lines through the same points', side: 'whole', isJudged: true },
  { comparator: 'bare lines through the 1,440 points drawn', side: 'thinned', isJudged: false },
] as const;
for (const { comparator, side, isJudged } of comparators) {
  const comparatorValue = percentile(times[side], 95);
  printBench({
    name: 'chart.update',
    value: rounded(value, 2),
    unit: 'ms, 95 of 100 updates',
    comparator,
    comparatorValue: rounded(comparatorValue, 2),
    ratio: rounded(value / comparatorValue, 2),
    goal: isJudged ? { of: 'ratio', is: 'at most', target: MOST_TIMES } : null,
    floor: null,
    samples: [percentile(times.ours, 50), value].map((ms) => rounded(ms, 2)),
  });
}
process.exit(0);
