/**
 * From the moment a platform sends a message to the frame in which its row stands in the desk, at a
 * thousand a second: through the platform's socket, the core's group commit, the desk's line and its
 * drawing, by one clock; in Chromium and in the app. Against the same page at one message a second,
 * which waits for nothing but the commit and the frame.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type Page } from '@playwright/test';

import { startLiveRoom } from '#tests/e2e/chat-rows.ts';
import { showInChinese } from '#tests/e2e/show-in-chinese.ts';
import { percentile } from '#tests/soak/slope.ts';
import { Flood } from '#tests/support/flood.ts';
import { FLOOD_CHANNEL, STAMP_PATTERN } from '#tests/support/flood-lines.ts';
import { launchElectron } from '#tests/support/launch-electron.ts';
import { startDesk } from '#tests/support/running-desk.ts';
import { systemChromium } from '#tests/support/system-chromium.ts';

import { printBench } from './bench-line.ts';
import { takeDelays, watchRows } from './row-delays.ts';

const PER_SECOND = 1_000;
const SECONDS = 20;
const QUIET_SECONDS = 30;
const TARGET_MS = 150;
/** Of the messages that were sent: the first and the last few stand beside no other. */
const LEAST_SHARE = 0.98;

async function measure(name: string, page: Page, flood: Flood): Promise<void> {
  await startLiveRoom(page, FLOOD_CHANNEL, flood.url);
  await flood.joined();
  await flood.send(PER_SECOND, 3);
  await watchRows(page, STAMP_PATTERN);
  await flood.send(1, QUIET_SECONDS);
  await page.waitForTimeout(1_000);
  const quiet = await takeDelays(page);
  const sent = await flood.send(PER_SECOND, SECONDS);
  await page.waitForTimeout(1_000);
  const busy = await takeDelays(page);
  const [value, comparatorValue] = [percentile(busy, 99), percentile(quiet, 99)];
  process.stderr.write(
    `${name}: ${busy.length} of ${sent} messages drawn or passed, p50 ${percentile(busy, 50)} ms, ` +
      `p95 ${percentile(busy, 95)} ms, most ${percentile(busy, 100)} ms; one a second: ` +
      `${quiet.length}, p50 ${percentile(quiet, 50)} ms\n`,
  );
  if (busy.length < sent * LEAST_SHARE) throw new Error('messages were never drawn');
  printBench({
    name,
    value,
    unit: 'ms, 99 of 100 messages',
    comparator: 'the same page at one message a second',
    comparatorValue,
    ratio: Math.round((value / comparatorValue) * 100) / 100,
    goal: { of: 'value', is: 'at most', target: TARGET_MS },
    floor: null,
    samples: [percentile(busy, 50), percentile(busy, 95), value],
  });
}

async function inChromium(): Promise<void> {
  const desk = await startDesk();
  const flood = await Flood.start();
  const browser = await chromium.launch(systemChromium());
  const context = await browser.newContext({
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.goto(desk.announced.url);
  await measure('event-to-pixel.chromium', page, flood);
  flood.close();
  await browser.close();
  await desk.remove();
}

async function inApp(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-pixel-'));
  const flood = await Flood.start();
  const launched = await launchElectron(dataFolder, ['--lang=zh-CN']);
  await showInChinese(launched.page);
  await measure('event-to-pixel.app', launched.page, flood);
  flood.close();
  await launched.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

await inChromium();
await inApp();
process.exit(0);
