/**
 * Eight hours of show in half an hour: a real core and a real desk page, worked without pause, and
 * what they hold while it goes on. `run-soak.ts MINUTES REPORT.json` prints progress on stderr.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Browser, chromium, type Page } from '@playwright/test';

import { askRunningHost } from '#node/running-host.ts';
import { startDesk, type RunningDesk } from '#tests/support/running-desk.ts';
import { systemChromium } from '#tests/support/system-chromium.ts';

import { CoreInspector } from './inspect-core.ts';
import { LightScreen } from './light-screen.ts';
import { percentile } from './slope.ts';
import { COMPRESSION, mib, type Sample } from './soak-figures.ts';
import { SoakFeed } from './soak-feed.ts';
import { judge, type SoakReport } from './soak-report.ts';
import {
  bytesPerEvent,
  fixedLoopMs,
  openHandles,
  pageFigures,
  residentBytes,
  takeFrames,
  walMiB,
  watchFrames,
} from './soak-samples.ts';
import { SoakShow } from './soak-show.ts';

const ROWS_PER_SECOND = 320;
/** A live show and a demo take so long, and there are at least four pairs of them. */
const CYCLE_MS = 90_000;
const LEAST_CYCLES = 4;
const SAMPLE_EVERY_MS = 3_000;

type Rig = {
  readonly desk: RunningDesk;
  readonly browser: Browser;
  readonly page: Page;
  readonly rendererPid: number;
  readonly blank: Page;
  readonly writer: ChildProcess;
  readonly operator: LightScreen;
  readonly feed: SoakFeed;
  readonly inspector: CoreInspector;
};

async function openRig(): Promise<Rig> {
  // Where the core's inspector listens once it is asked to; any free port.
  process.env['NODE_OPTIONS'] = '--inspect-port=0';
  const desk = await startDesk();
  delete process.env['NODE_OPTIONS'];
  const operator = await LightScreen.desk(desk.announced.url);
  const link = await askRunningHost(desk.dataFolder, 5_000);
  if (link === null) throw new Error('the host gave no link');
  const browser = await chromium.launch(systemChromium());
  const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
  await page.goto(link.url);
  await watchFrames(page);
  const rendererPid = await onlyRenderer(browser);
  const blank = await (await browser.newContext()).newPage();
  await watchFrames(blank);
  const program = join(import.meta.dirname, 'bare-writer.ts');
  const file = join(desk.dataFolder, 'bare-writer.sqlite');
  const writer = spawn(process.execPath, [program, file, String(ROWS_PER_SECOND)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const feed = await SoakFeed.connect(desk.dataFolder);
  const inspector = await CoreInspector.open(desk.announced.pid, () => desk.stderr());
  return { desk, browser, page, rendererPid, blank, writer, operator, feed, inspector };
}

async function closeRig(rig: Rig): Promise<void> {
  rig.inspector.close();
  rig.feed.close();
  rig.operator.close();
  rig.writer.disconnect();
  await rig.browser.close();
  await rig.desk.remove();
}

/** The process of the one page there is. */
async function onlyRenderer(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  const largest = renderers.toSorted((a, b) => residentBytes(b.id) - residentBytes(a.id))[0];
  if (largest === undefined) throw new Error('the page has no process');
  return largest.id;
}

async function main(minutes: number, reportFile: string): Promise<boolean> {
  const rig = await openRig();
  const { desk, page, blank, operator, feed } = rig;
  const corePid = desk.announced.pid;
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const show = new SoakShow(operator, feed);
  const samples: Sample[] = [];
  const startedMs = performance.now();
  const delays: number[] = [];
  const noteDelay = (): void => {
    const delay = operator.slices.store?.commitDelayMs;
    if (typeof delay === 'number') delays.push(delay);
  };
  operator.onSlices(noteDelay);
  let dropped = 0;

  async function sample(): Promise<void> {
    const frames = (await takeFrames(page)).filter((ms) => ms > 0);
    const blankFrames = (await takeFrames(blank)).filter((ms) => ms > 0);
    const loopMs = await fixedLoopMs(blank);
    const core = await rig.inspector.look();
    const frameP50Ms = percentile(frames, 50);
    dropped = Math.max(dropped, operator.slices.store?.dropped ?? 0);
    samples.push({
      hours: ((performance.now() - startedMs) / 3_600_000) * COMPRESSION,
      coreResident: mib(residentBytes(corePid)),
      coreHeap: mib(core.heap),
      coreHandles: openHandles(corePid),
      coreResources: core.resources,
      walMiB: walMiB(desk.storePath),
      bytesPerEvent: bytesPerEvent(desk.storePath),
      commitDelayMs: percentile(delays.splice(0), 50),
      deskResident: mib(residentBytes(rig.rendererPid)),
      ...(await pageFigures(session)),
      frameShare: loopMs === 0 ? 0 : frameP50Ms / loopMs,
      frameP50Ms,
      loopMs,
      frameP99Ms: percentile(frames, 99),
      blankP50Ms: percentile(blankFrames, 50),
      blankP99Ms: percentile(blankFrames, 99),
      writerResident: mib(residentBytes(rig.writer.pid ?? 0)),
    });
  }

  let sampling: Promise<void> = Promise.resolve();
  let problem: unknown = null;
  let isSampling = false;
  const timer = setInterval(() => {
    if (isSampling) return;
    isSampling = true;
    sampling = sample()
      .catch((error: unknown) => (problem ??= error))
      .then(() => void (isSampling = false));
  }, SAMPLE_EVERY_MS);

  const cycles = Math.max(LEAST_CYCLES, Math.round((minutes * 60_000) / CYCLE_MS));
  for (let cycle = 1; cycle <= cycles; cycle += 1) {
    await show.cycle(startedMs + (minutes * 60_000 * cycle) / cycles);
    process.stderr.write(
      `soak: ${cycle} of ${cycles}, ${feed.stored} events, ${dropped} dropped\n`,
    );
  }
  clearInterval(timer);
  await sampling;
  if (problem !== null) throw problem;
  show.close();
  const report: SoakReport = {
    minutes,
    samples,
    done: show.done,
    sent: feed.sent,
    stored: feed.stored,
    dropped,
  };
  await closeRig(rig);
  const verdicts = judge(report);
  writeFileSync(reportFile, `${JSON.stringify({ ...report, verdicts })}\n`);
  for (const { name, says, isOk } of verdicts) {
    process.stderr.write(`${isOk ? 'ok  ' : 'FAIL'} ${name}: ${says}\n`);
  }
  return verdicts.every(({ isOk }) => isOk);
}

const [minutes = '5', reportFile = 'test-results/soak.json'] = process.argv.slice(2);
process.exit((await main(Number(minutes), reportFile)) ? 0 : 1);
