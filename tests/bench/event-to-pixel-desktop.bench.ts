/**
 * From the moment a platform sends a message to the frame in which its row stands in the desk, at a
 * thousand a second: through the platform's socket, the core's group commit, the desk's line and its
 * drawing, by one clock; in Chromium and in the app. Against the same page at one message a second,
 * which waits for nothing but the commit and the frame. Nobody hears the page's socket meanwhile: a
 * debugger that does is handed all of it, at the page's cost.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { startLiveRoom } from '#tests/e2e/chat-rows.ts';
import { showInChinese } from '#tests/e2e/show-in-chinese.ts';
import { percentile } from '#tests/soak/slope.ts';
import { attachToPage, DEVTOOLS_SWITCH } from '#tests/support/devtools.ts';
import { Flood } from '#tests/support/flood.ts';
import { FLOOD_CHANNEL, STAMP_PATTERN } from '#tests/support/flood-lines.ts';
import { electronCommand, launchElectron } from '#tests/support/launch-electron.ts';

import { printBench } from './bench-line.ts';
import { FloodedPages } from './flooded-pages.ts';
import { delaysOf, framesSeen, watchRows, type Evaluate, type Seen } from './row-delays.ts';

const PER_SECOND = 1_000;
const SECONDS = 20;
const QUIET_SECONDS = 30;
const WARM_UP_SECONDS = 3;
const TARGET_MS = 150;
/** Of the messages that were sent: the first and the last few stand beside no other. */
const LEAST_SHARE = 0.98;
/** The app's line in a data folder that holds a show on air. */
const APP_ADDRESS = 'cuedesk://app/desk/';

/** When the busy part began, and how many messages it had. */
type Sent = { readonly busyTs: number; readonly sent: number };

async function sendAll(flood: Flood): Promise<Sent> {
  await flood.send(PER_SECOND, WARM_UP_SECONDS);
  await delay(1_000);
  await flood.send(1, QUIET_SECONDS);
  await delay(1_000);
  const busyTs = Date.now();
  const sent = await flood.send(PER_SECOND, SECONDS);
  await delay(1_000);
  return { busyTs, sent };
}

function print(name: string, frames: readonly Seen[], { busyTs, sent }: Sent): void {
  const quietTs = busyTs - (QUIET_SECONDS + 1) * 1_000;
  const quiet = delaysOf(
    frames.filter((frame) => frame.sentTs >= quietTs && frame.sentTs < busyTs),
  );
  const busy = delaysOf(frames.filter((frame) => frame.sentTs >= busyTs));
  const [value, comparatorValue] = [percentile(busy, 99), percentile(quiet, 99)].map(Math.round);
  process.stderr.write(
    `${name}: ${busy.length} of ${sent} messages drawn or passed, p50 ${percentile(busy, 50)} ms, ` +
      `p95 ${percentile(busy, 95)} ms, most ${percentile(busy, 100)} ms; one a second: ` +
      `${quiet.length}, p50 ${percentile(quiet, 50)} ms\n`,
  );
  if (value === undefined || comparatorValue === undefined || busy.length < sent * LEAST_SHARE) {
    throw new Error('messages were never drawn');
  }
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
  const pages = await FloodedPages.open();
  await pages.flood.send(1, 2);
  const desk = await pages.openDesk();
  await watchRows((expression) => desk.evaluate(expression), STAMP_PATTERN);
  const { page, result } = await pages.unattended(desk, () => sendAll(pages.flood));
  const frames = await framesSeen((expression) => page.evaluate(expression));
  print('event-to-pixel.chromium', frames, result);
  await pages.close();
}

/** A data folder with a show on air whose one source is the flooded channel. */
async function withShow(dataFolder: string, flood: Flood): Promise<void> {
  const { page, close } = await launchElectron(dataFolder, ['--lang=zh-CN']);
  await showInChinese(page);
  await startLiveRoom(page, FLOOD_CHANNEL, flood.url);
  await flood.joined();
  await flood.send(1, 2);
  await close();
}

async function inApp(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-pixel-'));
  const flood = await Flood.start();
  await withShow(dataFolder, flood);
  flood.awaitAnother();
  const { executablePath, appArgs } = electronCommand();
  const args = [...appArgs, DEVTOOLS_SWITCH, `--data=${dataFolder}`, '--lang=zh-CN'];
  const app = spawn(executablePath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const page = await attachToPage(app, APP_ADDRESS);
  const evaluate: Evaluate = (expression) => page.evaluate(expression);
  await flood.joined();
  await watchRows(evaluate, STAMP_PATTERN);
  const sent = await sendAll(flood);
  print('event-to-pixel.app', await framesSeen(evaluate), sent);
  page.close();
  const ended = once(app, 'exit');
  app.kill('SIGTERM');
  await ended;
  flood.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

await inChromium();
await inApp();
process.exit(0);
