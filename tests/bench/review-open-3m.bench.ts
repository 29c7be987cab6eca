/**
 * The review of a show of three million events. In the browser, from the press that ends the show to
 * all tiles painted, against a show of three thousand on the same machine. In the core, from a read
 * store to every figure of the review, against the same figures by plain SQL over the base tables;
 * none may differ.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type Browser } from '@playwright/test';
import BetterSqlite from 'better-sqlite3';

import { openStore } from '#core/database/open-store.ts';
import { getReview } from '#core/review/review.service.ts';
import { RoomId } from '#shared/model/ids.ts';
import type { Figure } from '#shared/model/metrics.ts';
import type { Review } from '#shared/model/review.ts';
import { median } from '#shared/rules/median.ts';
import { fillLongShow, type LongShow } from '#tests/support/long-show.ts';
import { startDesk } from '#tests/support/running-desk.ts';
import { systemChromium } from '#tests/support/system-chromium.ts';
import { testPorts } from '#tests/support/test-ports.ts';

import { printBench, rounded } from './bench-line.ts';
import { rawReview } from './raw-review.ts';

const EVENTS = 3_000_000;
const FEW_EVENTS = 3_000;
const ROUNDS = 9;
const OPEN_MS = 1_000;
const TILES_MS = 150;
const SETTLED_AFTER_MS = 5_000;
const TIMES_AS_FAST = 100;
const MAIN = RoomId.parse('main');
const ALL = { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true };

/** Presses the button that ends the show and resolves with what passed until all tiles were painted. */
async function endToTiles(dataFolder: string, browser: Browser): Promise<number> {
  const desk = await startDesk([], dataFolder);
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1280, height: 720 },
  });
  const page = await context.newPage();
  await page.goto(desk.announced.url);
  // A show is not ended in the second its desk was opened in: what a start left for later is done.
  await page.waitForTimeout(SETTLED_AFTER_MS);
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page.evaluate(() => {
    const marks = { pressedMs: 0, paintedMs: 0 };
    Object.assign(window, { marks });
    document.addEventListener('click', () => (marks.pressedMs = performance.now()), {
      capture: true,
      once: true,
    });
    const watch = new MutationObserver(() => {
      if (document.querySelector('main section[aria-label] dl dd') === null) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => (marks.paintedMs = performance.now())));
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
  await page.getByRole('button', { name: 'Press again' }).click();
  await page.waitForFunction(() => Reflect.get(window, 'marks').paintedMs > 0, null, {
    timeout: 120_000,
  });
  const tookMs = await page.evaluate(() => {
    const { pressedMs, paintedMs } = Reflect.get(window, 'marks');
    return paintedMs - pressedMs;
  });
  await context.close();
  await desk.interrupt();
  return tookMs;
}

function valueOf(figure: unknown): unknown {
  const told = figure as Figure;
  return typeof figure === 'object' && figure !== null && 'known' in told
    ? told.known
      ? told.value
      : null
    : figure;
}

/** Names of what the review has another value of than SQL. */
function differences(review: Review, show: LongShow, reader: BetterSqlite.Database) {
  const startMs = performance.now();
  const raw = rawReview(reader, show.showId, review.show.endedTs ?? show.endedTs);
  const tookMs = performance.now() - startMs;
  const minuteOf = new Map(review.minutes.map((minute) => [minute.minute, minute]));
  const productOf = new Map(review.products.map((each) => [Number(each.productId), each]));
  const cueOf = new Map(review.cues.map((cue) => [Number(cue.cueId), cue]));
  const totals = Object.fromEntries(
    Object.entries(review.totals).map(([name, figure]) => [name, valueOf(figure)]),
  );
  const pairs = [
    { held: totals, row: raw.totals },
    ...raw.minutes.map((row) => ({ held: minuteOf.get(Number(row['minute'])), row })),
    ...raw.viewers.map((row) => ({ held: minuteOf.get(Number(row['minute'])), row })),
    ...raw.products.map((row) => ({ held: productOf.get(Number(row['productId'])), row })),
    ...raw.cues.map((row) => ({ held: cueOf.get(Number(row['cueId'])), row })),
  ];
  const differs = pairs.flatMap(({ held, row }) =>
    Object.entries(row).flatMap(([name, value]) =>
      same(Reflect.get(held ?? {}, name), value) ? [] : [name],
    ),
  );
  return { differs, tookMs, compared: pairs.length };
}

function same(held: unknown, expected: unknown): boolean {
  return JSON.stringify(held) === JSON.stringify(expected);
}

const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'cuedesk-review-')));
const [longFolder = '', shortFolder = ''] = folders;
const fillMs = performance.now();
const show = fillLongShow(longFolder, EVENTS, Date.now());
fillLongShow(shortFolder, FEW_EVENTS, Date.now());
process.stderr.write(`stores made in ${rounded((performance.now() - fillMs) / 1000, 0)} s\n`);

const browser = await chromium.launch(systemChromium());
const floorMs = await endToTiles(shortFolder, browser);
const openMs = await endToTiles(longFolder, browser);
await browser.close();

const opened = openStore({ dataFolder: longFolder, sqliteBinding: null }, testPorts());
if (!opened.ok) throw new Error(opened.error.code);
const { db } = opened.value;
const samples: number[] = [];
let review: Review | null = null;
for (let round = 0; round < ROUNDS; round += 1) {
  const startMs = performance.now();
  const read = getReview(db, MAIN, show.showId, show.endedTs, () => ALL);
  samples.push(performance.now() - startMs);
  if (!read.ok) throw new Error(read.error.code);
  review = read.value;
}
if (review === null) throw new Error('nothing was read');
const reader = new BetterSqlite(opened.value.path, { readonly: true });
const { differs, tookMs, compared } = differences(review, show, reader);
reader.close();
opened.value.close();
for (const folder of folders) rmSync(folder, { recursive: true, force: true });
const readMs = median(samples) ?? 0;
process.stderr.write(`${compared} rows compared, differing: ${differs.join()}\n`);

printBench({
  name: 'review.open-3m',
  value: rounded(openMs, 0),
  unit: 'ms from the end of the show to all tiles painted',
  comparator: 'a show of 3,000 events',
  comparatorValue: rounded(floorMs, 0),
  ratio: rounded(openMs / floorMs, 2),
  goal: { of: 'value', is: 'at most', target: OPEN_MS },
  floor: null,
  samples: [rounded(openMs, 0)],
});
printBench({
  name: 'review.tiles-3m',
  value: rounded(readMs, 1),
  unit: 'ms until every figure of the review is read',
  comparator: 'the same figures by raw SQL',
  comparatorValue: rounded(tookMs, 0),
  ratio: rounded(readMs / tookMs, 5),
  goal: { of: 'value', is: 'at most', target: TILES_MS },
  floor: null,
  samples: samples.map((ms) => rounded(ms, 1)),
});
printBench({
  name: 'review.against-raw-sql',
  value: Math.floor(tookMs / readMs),
  unit: 'times as fast',
  comparator: 'the same figures by raw SQL',
  comparatorValue: 1,
  ratio: Math.floor(tookMs / readMs),
  goal: { of: 'ratio', is: 'at least', target: TIMES_AS_FAST },
  floor: null,
  samples: [Math.floor(tookMs / readMs)],
});
printBench({
  name: 'review.differences',
  value: differs.length,
  unit: 'figures that are another by raw SQL',
  comparator: null,
  comparatorValue: null,
  ratio: null,
  goal: { of: 'value', is: 'at most', target: 0 },
  floor: null,
  samples: [compared],
});
