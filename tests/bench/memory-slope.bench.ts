/**
 * What the desk page holds while a million messages pass through it, 5,000 a second: growth after
 * warm-up for each hour of a busy room, its heap after a forced collection and its resident memory;
 * against a bare list of the newest rows in the same browser that is fed the same.
 */
import type { CDPSession, Page } from '@playwright/test';

import { afterWarmUp, slopeOf } from '#tests/soak/slope.ts';
import { mib } from '#tests/soak/soak-figures.ts';
import { pageFigures, residentBytes } from '#tests/soak/soak-samples.ts';

import { printBench, rounded } from './bench-line.ts';
import { FloodedPages } from './flooded-pages.ts';
import { listTail } from './pages/plain-lists.ts';

const PER_SECOND = 5_000;
const MESSAGES = 1_000_000;
/** An hour of a busy room, as the soak takes it: 20 events a second. */
const MESSAGES_AN_HOUR = 20 * 3_600;
const STEP_SECONDS = 5;
const TARGET = 2;

type Sample = { readonly hours: number; readonly heap: number; readonly resident: number };
type Watched = { readonly page: Page; readonly session: CDPSession; readonly pid: number };

async function watched(page: Page, pid: number): Promise<Watched> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return { page, session, pid };
}

async function sample({ session, pid }: Watched, hours: number): Promise<Sample> {
  const { deskHeap } = await pageFigures(session);
  return { hours, heap: deskHeap, resident: mib(residentBytes(pid)) };
}

function growth(samples: readonly Sample[], of: 'heap' | 'resident') {
  return slopeOf(afterWarmUp(samples).map((each) => ({ hours: each.hours, value: each[of] })));
}

const pages = await FloodedPages.open();
await pages.flood.send(500, 1);
const known = new Set(await pages.rendererPids());
const deskPage = await pages.openDesk();
const [deskPid = 0] = (await pages.rendererPids()).filter((pid) => !known.has(pid));
known.add(deskPid);
const listPage = await pages.openList(listTail);
const [listPid = 0] = (await pages.rendererPids()).filter((pid) => !known.has(pid));
const desk = await watched(deskPage, deskPid);
const list = await watched(listPage, listPid);
const [ours, theirs]: [Sample[], Sample[]] = [[], []];
let sent = 0;
while (sent < MESSAGES) {
  sent += await pages.flood.send(PER_SECOND, STEP_SECONDS);
  const hours = sent / MESSAGES_AN_HOUR;
  ours.push(await sample(desk, hours));
  theirs.push(await sample(list, hours));
}
await pages.close();
for (const [name, of] of [
  ['memory.slope', 'heap'],
  ['memory.slope-resident', 'resident'],
] as const) {
  const [own, bare] = [growth(ours, of), growth(theirs, of)];
  const levels = `${own.level.toFixed(1)} MiB, ${own.perHour.toFixed(3)} MiB an hour`;
  process.stderr.write(`${name}: ${levels}; bare list ${bare.level.toFixed(1)} MiB\n`);
  printBench({
    name,
    value: rounded(own.percentPerHour, 2),
    unit: `% an hour of a busy room, ${of === 'heap' ? 'heap after a collection' : 'resident memory'}`,
    comparator: 'a bare list of the last 32 rows',
    comparatorValue: rounded(bare.percentPerHour, 2),
    // A share of something about zero says nothing.
    ratio: null,
    goal: { of: 'value', is: 'at most', target: TARGET },
    floor: null,
    samples: ours.map((each) => rounded(each[of], 1)),
  });
}
process.exit(0);
