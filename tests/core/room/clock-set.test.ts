import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';

import { clockDoubt } from '#shared/rules/clock-difference.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

const HOUR_MS = 3_600_000;
/** Two minutes before midnight UTC, on the night in which Europe's clocks go forward. */
const BEFORE_MIDNIGHT = Date.UTC(2026, 2, 28, 23, 58, 0);

let rig: CoreRig;
let desk: RigScreen;
let sender: RigScreen;
let serial = 0;

async function begin(startTs: number): Promise<void> {
  rig = await startRig(null, startTs);
  desk = rig.screen('desk');
  sender = rig.screen('cli');
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
}

beforeEach(() => {
  serial = 0;
});
afterEach(async () => {
  await rig.close();
});

it('a start whose clock is years behind keeps what is stored, and puts what is new after it', async () => {
  const folder = temporaryFolder();
  onTestFinished(() => folder.clean());
  rig = await startRig(folder.path, TEST_NOW);
  desk = rig.screen('desk');
  sender = rig.screen('cli');
  expect(desk.snapshot().host.storeNewestTs).toBeNull();
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  await talk(3, () => rig.ports.clock.wallNow());
  await rig.close();

  rig = await startRig(folder.path, Date.UTC(2000, 0, 1));
  desk = rig.screen('desk');
  sender = rig.screen('cli');
  const { host } = desk.snapshot();
  expect(clockDoubt(host.wallTs, host.storeNewestTs)).toBe('before_2020');
  expect(clockDoubt(TEST_NOW, host.storeNewestTs)).toBeNull();
  expect(clockDoubt(TEST_NOW - 2 * 24 * HOUR_MS, host.storeNewestTs)).toBe('before_store');
  await talk(2, () => TEST_NOW + 60_000);
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  const texts = db
    .prepare<[], string>("SELECT text FROM events WHERE text LIKE 'line %' ORDER BY seq")
    .pluck()
    .all();
  db.close();
  expect(texts).toEqual(['line 1', 'line 2', 'line 3', 'line 4', 'line 5']);
});

/** One message a second, its platform's clock right all the time. */
async function talk(seconds: number, platformTs: () => number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await rig.advance(1_000);
    serial += 1;
    const at = { key: `m${serial}`, ts: platformTs() };
    const event = chat(at, person('7', 'Ann'), `line ${serial}`);
    const receivedTs = rig.ports.clock.wallNow();
    await sender.must('ingest.append', { sender: 'test', events: [{ ...event, receivedTs }] });
  }
}

function eventTimes(): readonly number[] {
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  const times = db.prepare('SELECT event_ts FROM events WHERE kind = 1 ORDER BY seq').pluck().all();
  db.close();
  return times.map(Number);
}

const steps = (times: readonly number[]) =>
  times.slice(1).map((time, index) => time - (times[index] ?? 0));

it.each([
  ['an hour back', -HOUR_MS],
  ['an hour forward', HOUR_MS],
  ['two minutes back', -120_000],
])('the clock is set %s: show time goes on second by second', async (_name, jumpMs) => {
  await begin(TEST_NOW);
  const offset = rig.ports.clock.monotonicNow() - TEST_NOW;
  const platformTs = () => Math.round(rig.ports.clock.monotonicNow() - offset);
  await talk(40, platformTs);
  rig.ports.clock.setWall(rig.ports.clock.wallNow() + jumpMs);
  await talk(80, platformTs);
  expect(new Set(steps(eventTimes()))).toEqual(new Set([1_000]));

  // What screens work the show's time out by is right again, and the time on air counts seconds.
  const { clock } = desk.snapshot().slices.show ?? {};
  expect((clock?.anchorShowTs ?? 0) - (clock?.anchorWallTs ?? 0)).toBe(-jumpMs);
  const { showId } = await desk.must('show.end', {});
  const review = await desk.must('review.get', { showId });
  expect(review.totals.onAirMs).toBe(120_000);
  const minutes = review.minutes.map(({ minute }) => minute);
  expect(minutes).toEqual(minutes.toSorted((a, b) => a - b));
  expect(review.gaps.filter(({ fromTs, toTs }) => toTs < fromTs)).toEqual([]);
});

it('midnight and a change to summer time are minutes like any other', async () => {
  await begin(BEFORE_MIDNIGHT);
  await talk(240, () => rig.ports.clock.wallNow());
  expect(new Set(steps(eventTimes()))).toEqual(new Set([1_000]));
  const { showId } = await desk.must('show.end', {});
  const { minutes } = await desk.must('review.get', { showId });
  const chats = minutes.map(({ minute, chats: count }) => [minute, count]);
  const first = BEFORE_MIDNIGHT / 60_000;
  expect(chats).toEqual([0, 1, 2, 3, 4].map((at) => [first + at, [59, 60, 60, 60, 1][at]]));
});

it('a machine that slept: the time has really passed', async () => {
  await begin(TEST_NOW);
  await talk(3, () => rig.ports.clock.wallNow());
  rig.ports.clock.sleep(HOUR_MS);
  await talk(3, () => rig.ports.clock.wallNow());
  expect(steps(eventTimes())).toEqual([1_000, 1_000, HOUR_MS + 1_000, 1_000, 1_000]);
});

it('the clock was set back while Cuedesk was closed: the show goes on from its last moment', async () => {
  await begin(TEST_NOW);
  await talk(5, () => rig.ports.clock.wallNow());
  const folder = rig.dataFolder;
  await rig.core.close();
  rig = await startRig(folder, TEST_NOW - HOUR_MS);
  desk = rig.screen('desk');
  sender = rig.screen('cli');
  await talk(5, () => rig.ports.clock.wallNow());
  expect(steps(eventTimes()).every((step) => step > 0 && step < 5_000)).toBe(true);
});
