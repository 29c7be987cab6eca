import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { settled, startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { startObsServer, type ObsServer } from '#tests/support/obs-server.ts';
import { putProduct } from '#tests/support/shopee-desk.ts';

let folder: string;
let rig: CoreRig;
let desk: RigScreen;
let obs: ObsServer;

/** Peaks that are -20 dB and -60 dB of full scale. */
const [VOICE, ROOM] = [0.1, 0.001];
const talk = () => desk.slice('stage').load.talk;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cuedesk-voice-'));
  obs = await startObsServer('open sesame', 0);
  rig = await startRig(folder);
  desk = rig.screen('desk');
  await desk.must('show.create', { title: 'A', origin: 'live', currency: 'CNY' });
  await listenTo('Mic');
});
afterEach(async () => {
  await rig.close();
  await obs.close();
  rmSync(folder, { recursive: true, force: true });
});

async function listenTo(microphone: string): Promise<void> {
  const config = {
    kind: 'obs',
    address: obs.address,
    showScene: '',
    showSource: '',
    switchScene: '',
    textSource: '',
    textTemplate: '',
    microphone,
    voiceAboveDb: -40,
  } as const;
  const { outletId } = await desk.must('outlet.put', { outletId: null, name: 'OBS', config });
  await desk.must('outlet.setSecret', { outletId, secret: 'open sesame' });
  await reached();
}

async function reached(): Promise<void> {
  while (desk.slice('outlets').outlets[0]?.link.state !== 'ready') {
    await settled();
    await rig.advance(10);
  }
}

/** A reading every 500 ms of the clock, each of which has come in. */
async function hear(seconds: number, peak: number): Promise<void> {
  for (let reading = 0; reading < seconds * 2; reading += 1) {
    obs.meter('Mic', peak);
    for (let turn = 0; turn < 4; turn += 1) await settled();
    await rig.advance(500);
  }
}

function stored(): { readonly measuredMs: number; readonly talkedMs: number } {
  const db = new SqliteDatabase(join(folder, 'cuedesk.sqlite'), { readonly: true });
  const row = db
    .prepare(
      `SELECT sum(json_extract(e.body, '$.measuredMs')) AS measuredMs,
         sum(json_extract(e.body, '$.talkedMs')) AS talkedMs
       FROM events e JOIN event_kinds k ON k.code = e.kind WHERE k.name = 'voice.measured'`,
    )
    .get() as { measuredMs: number; talkedMs: number };
  db.close();
  return row;
}

test('what a microphone hears on air is on disk a minute later, and over a restart', async () => {
  await hear(5, VOICE);
  await desk.must('show.start', {});
  await hear(40, VOICE);
  await hear(25, ROOM);
  expect(talk()).toEqual(stored());
  expect(talk()?.measuredMs).toBeGreaterThanOrEqual(60_000);
  expect(talk()?.talkedMs).toBeGreaterThanOrEqual(39_000);
  expect(talk()?.talkedMs).toBeLessThanOrEqual(41_000);
  const before = talk();
  const now = rig.ports.clock.wallNow() + 1_000;
  await rig.close();
  rig = await startRig(folder, now);
  desk = rig.screen('desk');
  await rig.advance(1_000);
  expect(talk()).toEqual(before);
});

test('the last seconds count when the show ends, those of a pause never', async () => {
  await desk.must('show.start', {});
  await hear(10, VOICE);
  await desk.must('show.pause', {});
  await hear(10, VOICE);
  const paused = talk();
  expect(paused?.measuredMs).toBeGreaterThanOrEqual(9_000);
  expect(paused?.measuredMs).toBeLessThanOrEqual(10_000);
  await desk.must('show.resume', {});
  await hear(6, VOICE);
  await desk.must('show.end', {});
  await rig.advance(2_000);
  expect(talk()).toEqual(stored());
  expect(talk()?.measuredMs).toBeGreaterThan(paused?.measuredMs ?? 0);
});

test('another input, or an OBS that is gone, measures nothing', async () => {
  await desk.must('show.start', {});
  for (let reading = 0; reading < 20; reading += 1) {
    obs.meter('Desktop audio', VOICE);
    await settled();
    await rig.advance(500);
  }
  expect(talk()).toBeNull();
  obs.drop();
  await rig.advance(70_000);
  expect(talk()).toBeNull();
});

test('an OBS that is only listened to is sent no push', async () => {
  await putProduct(desk, 'A-1', 40);
  await desk.must('show.start', {});
  await desk.must('shelf.arm', { linkNumber: 1 });
  const names = desk.slice('shelf').armed?.preview.map(({ target }) => target) ?? [];
  expect(names).toContain('cue');
  expect(names).not.toContain('obs');
});
