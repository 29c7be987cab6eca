import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';

import type { OutletId } from '#shared/model/ids.ts';
import { PRESET_RULES } from '#shared/rules/alerts/preset-rules.ts';
import { settled, startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { startObsServer, type ObsServer } from '#tests/support/obs-server.ts';

let folder: string;
let rig: CoreRig;
let desk: RigScreen;
let obs: ObsServer;

const output = () => desk.slice('outputs').outputs[0];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-outputs-'));
  obs = await startObsServer('open sesame', 0);
  rig = await startRig(folder);
  desk = rig.screen('desk');
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  await addObs();
});
afterEach(async () => {
  await rig.close();
  await obs.close();
  rmSync(folder, { recursive: true, force: true });
});

async function addObs(): Promise<void> {
  const config = {
    kind: 'obs',
    address: obs.address,
    showScene: '',
    showSource: '',
    switchScene: '',
    textSource: '',
    textTemplate: '',
    microphone: 'Mic',
    voiceAboveDb: -40,
  } as const;
  const { outletId } = await desk.must('outlet.put', { outletId: null, name: 'OBS', config });
  await unlock(outletId);
}

async function unlock(outletId: OutletId): Promise<void> {
  await desk.must('outlet.setSecret', { outletId, secret: 'open sesame' });
  await reached();
}

function placeId(): OutletId {
  const outletId = desk.slice('outlets').outlets[0]?.id;
  if (outletId === undefined) throw new Error('no outlet');
  return outletId;
}

async function reached(): Promise<void> {
  while (desk.slice('outlets').outlets[0]?.link.state !== 'ready') {
    await settled();
    await rig.advance(10);
  }
}

type Rate = { readonly kbps: number; readonly lost?: number; readonly congestion?: number };

/** OBS streams so for some seconds of the clock, and is read every two of them. */
async function stream(seconds: number, { kbps, lost = 0, congestion = 0 }: Rate): Promise<void> {
  const { stream: counters } = obs.state;
  counters.outputActive = true;
  counters.outputReconnecting = false;
  counters.outputCongestion = congestion;
  for (let at = 0; at < seconds / 2; at += 1) {
    counters.outputDuration += 2_000;
    counters.outputBytes += (kbps * 2_000) / 8;
    counters.outputTotalFrames += 60;
    counters.outputSkippedFrames += lost;
    await read();
  }
}

/** The desk is told after every reading, whatever it says. */
async function read(): Promise<void> {
  const before = timesTold();
  await rig.advance(2_000);
  while (timesTold() === before) await settled();
}

function timesTold(): number {
  return desk.frames.filter(
    (frame) => frame.type === 'batch' && frame.batch.slices.outputs !== undefined,
  ).length;
}

type Stored = Readonly<Record<string, number | null>> & { readonly why: string | null };

function stored(): readonly Stored[] {
  const db = new SqliteDatabase(join(folder, 'cuedesk.sqlite'), { readonly: true });
  const rows = db
    .prepare(
      `SELECT body FROM events e JOIN event_kinds k ON k.code = e.kind
       WHERE k.name = 'health.measured' ORDER BY seq`,
    )
    .all() as { body: string }[];
  db.close();
  return rows.map(({ body }) => JSON.parse(body) as Stored);
}

const sum = (field: string): number => stored().reduce((all, row) => all + (row[field] ?? 0), 0);

test('an OBS that is reached says how its stream goes, before any show', async () => {
  await read();
  expect(output()).toMatchObject({ state: 'not_streaming', kbps: null, why: 'not_streaming' });
  await stream(2, { kbps: 6_000 });
  expect(output()).toMatchObject({ state: 'good', kbps: null, why: 'first_reading' });
  await stream(4, { kbps: 6_000 });
  expect(output()).toMatchObject({
    state: 'good',
    kbps: 6_000,
    why: null,
    droppedShare: 0,
    congestion: 0,
    fps: 30,
    cpuPercent: 12.5,
    totalFrames: 180,
  });
  expect(stored()).toEqual([]);
});

test('what does not go out is bad, and what is lost with the connection is unknown', async () => {
  await stream(6, { kbps: 6_000 });
  await stream(6, { kbps: 0, lost: 40, congestion: 1 });
  expect(output()).toMatchObject({ state: 'bad', cause: 'network', kbps: 0, congestion: 1 });
  expect(output()?.droppedShare).toBeGreaterThan(0.05);
  obs.state.stream.outputReconnecting = true;
  await read();
  expect(output()).toMatchObject({ state: 'bad', cause: 'reconnecting', kbps: null });
  obs.drop();
  await read();
  const unknown = { state: null, kbps: null, why: 'not_read', droppedShare: null, fps: null };
  expect(output()).toMatchObject(unknown);
});

test('on air each minute is one fact, which adds up to what OBS counted', async () => {
  await stream(4, { kbps: 6_000 });
  await desk.must('show.start', {});
  await stream(100, { kbps: 6_000 });
  await stream(40, { kbps: 2_000, lost: 30, congestion: 0.8 });
  await stream(60, { kbps: 6_000 });
  await desk.must('show.end', {});
  const rows = stored();
  expect(rows.length).toBeGreaterThanOrEqual(3);
  expect(rows.length).toBeLessThanOrEqual(5);
  // The first reading on air begins it.
  expect(sum('measuredMs')).toBe(198_000);
  expect(sum('streamingMs')).toBe(198_000);
  expect(sum('droppedFrames')).toBe(600);
  expect(sum('totalFrames')).toBe(99 * 60);
  const bits = rows.reduce(
    (all, row) => all + (row['kbpsMean'] ?? 0) * (row['streamingMs'] ?? 0),
    0,
  );
  expect(bits / sum('streamingMs')).toBeCloseTo((158 * 6_000 + 40 * 2_000) / 198, -1);
  expect(Math.min(...rows.map((row) => row['kbpsMin'] ?? 0))).toBe(2_000);
  expect(Math.max(...rows.map((row) => row['congestionMax'] ?? 0))).toBe(0.8);
  const froms = rows.map((row) => row['fromTs'] ?? 0);
  expect(froms.slice(1)).toEqual(rows.slice(0, -1).map((row) => row['toTs']));
});

test('a minute that is on disk is there once after a restart, and goes on', async () => {
  await desk.must('show.start', {});
  await stream(130, { kbps: 6_000 });
  const before = stored();
  expect(before.length).toBeGreaterThanOrEqual(1);
  const now = rig.ports.clock.wallNow() + 1_000;
  await rig.close();
  const kept = stored();
  // What the minute had so far is kept by an orderly end.
  expect(sum('measuredMs')).toBe(128_000);
  rig = await startRig(folder, now);
  desk = rig.screen('desk');
  await unlock(placeId());
  await stream(70, { kbps: 6_000 });
  expect(stored().slice(0, kept.length)).toEqual(kept);
  expect(stored().length).toBeGreaterThan(kept.length);
  expect(sum('measuredMs')).toBeLessThanOrEqual(128_000 + 70_000);
});

test('a pause is not measured, and an OBS that does not stream is not 0 kb/s', async () => {
  await desk.must('show.start', {});
  for (let at = 0; at < 10; at += 1) await read();
  await desk.must('show.pause', {});
  await stream(20, { kbps: 6_000 });
  expect(sum('measuredMs')).toBe(18_000);
  expect(stored()[0]).toMatchObject({
    streamingMs: 0,
    kbpsMean: null,
    kbpsMin: null,
    why: 'not_streaming',
    droppedFrames: null,
  });
});

test('a place that is taken away leaves what it measured', async () => {
  await desk.must('show.start', {});
  await stream(20, { kbps: 6_000 });
  await desk.must('outlet.remove', { outletId: placeId() });
  await rig.advance(1_000);
  expect(stored()).toMatchObject([{ name: 'OBS', kbpsMean: 6_000 }]);
  expect(desk.slice('outputs').outputs).toEqual([]);
});

test('the microphone is as loud as its loudest of half a second, and silent when nothing comes', async () => {
  const level = () => output()?.microphone;
  /** Meters come on the same line as what is read after them. */
  async function hear(peaks: readonly number[]): Promise<void> {
    for (const peak of peaks) obs.meter('Mic', peak);
    await read();
    await rig.advance(500);
  }
  expect(level()).toEqual({ name: 'Mic', levelDb: null, isVoice: false });
  await hear([0.01, 0.1, 0.001]);
  expect(level()).toEqual({ name: 'Mic', levelDb: -20, isVoice: true });
  await hear([0]);
  expect(level()).toEqual({ name: 'Mic', levelDb: -100, isVoice: false });
  await rig.advance(500);
  expect(level()).toEqual({ name: 'Mic', levelDb: null, isVoice: false });
});

/** What SQL over the log makes of it. */
function sumOfLog(): Readonly<Record<string, number>> {
  const db = new SqliteDatabase(join(folder, 'cuedesk.sqlite'), { readonly: true });
  const row = db
    .prepare(
      `SELECT sum(body ->> 'measuredMs') AS measuredMs, sum(body ->> 'streamingMs') AS streamingMs,
         sum(body ->> 'reconnectingMs') AS reconnectingMs,
         sum(body ->> 'droppedFrames') AS droppedFrames, sum(body ->> 'totalFrames') AS totalFrames,
         min(body ->> 'kbpsMin') AS kbpsMin, max(body ->> 'congestionMax') AS congestionMax,
         cast(round(sum((body ->> 'kbpsMean') * (body ->> 'streamingMs')) * 1.0
           / sum(CASE WHEN body ->> 'kbpsMean' IS NOT NULL THEN body ->> 'streamingMs' END)) AS int)
           AS kbpsMean
       FROM events e JOIN event_kinds k ON k.code = e.kind WHERE k.name = 'health.measured'`,
    )
    .get() as Record<string, number>;
  db.close();
  return row;
}

/** Its minutes, by the middle of what was measured in each. */
function minutesOfLog(): readonly Readonly<Record<string, number>>[] {
  const db = new SqliteDatabase(join(folder, 'cuedesk.sqlite'), { readonly: true });
  const rows = db
    .prepare(
      `SELECT (body ->> 'fromTs' + body ->> 'toTs') / 2 / 60000 AS minute,
         sum(body ->> 'measuredMs') AS measuredMs, sum(body ->> 'droppedFrames') AS droppedFrames,
         sum(body ->> 'totalFrames') AS totalFrames, min(body ->> 'kbpsMin') AS kbpsMin,
         sum(body ->> 'renderedFrames') AS renderedFrames, max(body ->> 'cpuMax') AS cpuMax,
         min(body ->> 'fpsMin') AS fpsMin
       FROM events e JOIN event_kinds k ON k.code = e.kind WHERE k.name = 'health.measured'
       GROUP BY 1 ORDER BY 1`,
    )
    .all() as Record<string, number>[];
  db.close();
  return rows;
}

test('a stream that stays bad is an alert, and the review has its minutes, sums and strains', async () => {
  const showId = desk.slice('show').show?.id;
  if (showId === undefined) throw new Error('no show');
  await stream(4, { kbps: 6_000 });
  await desk.must('show.start', {});
  await stream(90, { kbps: 6_000 });
  await stream(14, { kbps: 0, lost: 50, congestion: 1 });
  expect(desk.slice('alerts').alerts).toEqual([]);
  await stream(20, { kbps: 0, lost: 50, congestion: 1 });
  await rig.advance(1_000);
  const alert = desk.slice('alerts').alerts.find(({ ruleId }) => ruleId === 'output-bad');
  expect(alert).toMatchObject({ severity: 'danger', action: { kind: 'look', at: 'outlets' } });
  expect(alert?.evidence).toMatchObject({ kind: 'state', state: 'output_bad', subject: 'OBS' });
  await stream(60, { kbps: 6_000 });
  await desk.must('show.end', {});
  const review = await desk.must('review.get', { showId });
  const [out] = review.outputs;
  expect(out?.total).toMatchObject(sumOfLog());
  expect(out?.total).toMatchObject({ droppedFrames: 17 * 50, kbpsMin: 0, congestionMax: 1 });
  expect(out?.minutes.length).toBeGreaterThanOrEqual(3);
  expect(out?.minutes).toMatchObject(minutesOfLog());
  expect(out?.strains).toHaveLength(1);
  const [strain] = out?.strains ?? [];
  expect(strain).toMatchObject({ level: 'bad', cause: 'network' });
  // From its second bad reading on, until ten clean seconds and three readings are over.
  const seconds = ((strain?.toTs ?? 0) - (strain?.fromTs ?? 0)) / 1_000;
  expect(seconds).toBeGreaterThanOrEqual(30);
  expect(seconds).toBeLessThanOrEqual(50);
  // The rule tried on this show says what it said.
  const rule = PRESET_RULES.find(({ id }) => id === 'output-bad');
  if (rule === undefined) throw new Error('no such rule');
  const tried = await desk.must('alert.preview', { rule });
  expect(tried.at).toHaveLength(1);
  expect(Math.abs((tried.at[0] ?? 0) - (alert?.ts ?? 0))).toBeLessThan(4_000);
});
