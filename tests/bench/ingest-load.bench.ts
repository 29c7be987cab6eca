/**
 * A real core in its own process that is fed 5,000 messages a second by a platform's socket for a
 * minute, 20,000 a second for five seconds of it, while a desk is connected and another process reads
 * along in the store: from receipt to disk, and what of a core it takes. Against the same statements
 * driven bare by a flush every 50 ms, at the same pace for a quarter of the time.
 */
import { setTimeout as wait } from 'node:timers/promises';

import { decodeTwitchLine } from '#core/feeds/twitch/decode.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import { percentile } from '#tests/soak/slope.ts';
import { LightScreen } from '#tests/soak/light-screen.ts';
import { CommitReader } from '#tests/support/commit-reader.ts';
import { cpuSeconds } from '#tests/support/cpu-seconds.ts';
import { Flood } from '#tests/support/flood.ts';
import { floodLine } from '#tests/support/flood-lines.ts';
import { startDesk } from '#tests/support/running-desk.ts';
import { countRows } from '#tests/support/stored-events.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

import { bare, openFresh, recordBatches } from './bare-ingest.ts';
import { printBench, rounded } from './bench-line.ts';

const FLUSH_MS = 50;
const STEADY = 5_000;
const BURST = 20_000;
const PHASES = [
  { perSecond: STEADY, seconds: 27 },
  { perSecond: BURST, seconds: 5 },
  { perSecond: STEADY, seconds: 28 },
] as const;
const BARE_SHARE = 1 / 4;
const DELAY_MS = 100;
const CORE_PERCENT = 25;

type Load = { readonly p50Ms: number; readonly p99Ms: number; readonly corePercent: number };

/** The events of each flush of a phase, in order. */
function flushesOf(perSecond: number, seconds: number, firstSerial: number): FeedEvent[][] {
  const size = (perSecond * FLUSH_MS) / 1000;
  const count = Math.round((seconds * 1000) / FLUSH_MS);
  return Array.from({ length: count }, (_, flush) =>
    Array.from({ length: size }, (_item, index) => {
      const serial = firstSerial + flush * size + index;
      const ts = TEST_NOW + flush * FLUSH_MS;
      const decoded = decodeTwitchLine(floodLine(serial, ts), ts);
      const event = decoded.ok ? decoded.events[0] : undefined;
      if (event === undefined) throw new Error('a line that is no event');
      return event;
    }),
  );
}

/** Every event of a flush waited since a moment of the 50 ms before it, evenly. */
async function driveBare(): Promise<Load> {
  let serial = 0;
  const batches = PHASES.flatMap(({ perSecond, seconds }) => {
    const flushes = flushesOf(perSecond, seconds * BARE_SHARE, serial);
    serial += flushes.length * (flushes[0]?.length ?? 0);
    return flushes;
  });
  const recorded = recordBatches(batches);
  const opened = openFresh();
  const replay = bare(opened.store.db.raw, recorded);
  const delays: number[] = [];
  const startMs = performance.now();
  const before = process.cpuUsage();
  for (const [index, batch] of batches.entries()) {
    const dueMs = startMs + (index + 1) * FLUSH_MS;
    await wait(Math.max(0, dueMs - performance.now()));
    replay(index);
    const doneMs = performance.now();
    for (const place of batch.keys()) {
      delays.push(doneMs - dueMs + FLUSH_MS * (1 - place / batch.length));
    }
  }
  const { user, system } = process.cpuUsage(before);
  const tookMs = performance.now() - startMs;
  const stored = Number(opened.store.db.raw.prepare('SELECT count(*) FROM events').pluck().get());
  if (stored !== serial) throw new Error(`bare: ${serial} sent, ${stored} stored`);
  opened.close();
  const corePercent = (user + system) / 10 / tookMs;
  return { p50Ms: percentile(delays, 50), p99Ms: percentile(delays, 99), corePercent };
}

async function driveCore(): Promise<Load> {
  const desk = await startDesk();
  const flood = await Flood.start();
  const operator = await LightScreen.desk(desk.announced.url);
  await flood.join((name, input) => operator.run(name, input));
  // Code is compiled, caches are there.
  await flood.send(STEADY, 3);
  const reader = await CommitReader.start(desk.storePath);
  const { pid } = desk.announced;
  const [cpuBefore, startMs] = [cpuSeconds(pid), performance.now()];
  let sent = 0;
  const corePercents: number[] = [];
  for (const { perSecond, seconds } of PHASES) {
    const [phaseCpu, phaseMs] = [cpuSeconds(pid), performance.now()];
    sent += await flood.send(perSecond, seconds);
    corePercents.push((cpuSeconds(pid) - phaseCpu) / ((performance.now() - phaseMs) / 100_000));
  }
  const corePercent = (cpuSeconds(pid) - cpuBefore) / ((performance.now() - startMs) / 100_000);
  const { seen, sinceReceived, sinceSent } = await reader.finish(sent);
  operator.close();
  flood.close();
  await desk.interrupt();
  const stored = countRows(desk.storePath, 'SELECT count(*) FROM events WHERE kind = 1');
  const rolledUp = countRows(desk.storePath, 'SELECT sum(chats) FROM minute_counts');
  await desk.remove();
  process.stderr.write(
    `ingest.load: ${flood.sent} sent, ${stored} stored, ${rolledUp} rolled up; ${seen} of ${sent} seen by the reader; ` +
      `receipt to disk p50 ${sinceReceived.p50}, p99 ${sinceReceived.p99}, most ${sinceReceived.most} ms; ` +
      `sending to disk p50 ${sinceSent.p50}, p99 ${sinceSent.p99}, most ${sinceSent.most} ms; ` +
      `of a core by phase ${corePercents.map((percent) => `${percent.toFixed(1)} %`).join(', ')}\n`,
  );
  if (stored !== flood.sent || rolledUp !== flood.sent) throw new Error('events were lost');
  return { p50Ms: sinceReceived.p50, p99Ms: sinceReceived.p99, corePercent };
}

const floor = await driveBare();
const ours = await driveCore();
const comparator = 'the same statements driven bare, a flush every 50 ms';
printBench({
  name: 'ingest.load-p99',
  value: rounded(ours.p99Ms, 1),
  unit: 'ms from receipt to disk',
  comparator,
  comparatorValue: rounded(floor.p99Ms, 1),
  ratio: rounded(ours.p99Ms / floor.p99Ms, 2),
  goal: { of: 'value', is: 'at most', target: DELAY_MS },
  floor: null,
  samples: [ours.p50Ms, ours.p99Ms],
});
printBench({
  name: 'ingest.load-core',
  value: rounded(ours.corePercent, 1),
  unit: '% of a processor',
  comparator,
  comparatorValue: rounded(floor.corePercent, 1),
  ratio: rounded(ours.corePercent / floor.corePercent, 2),
  goal: { of: 'value', is: 'at most', target: CORE_PERCENT },
  floor: null,
  samples: [rounded(ours.corePercent, 1)],
});
process.exit(0);
