import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import BetterSqlite from 'better-sqlite3';

import { dataFiles } from '#core/store/data-files.ts';
import { runStoreJob } from '#core/store/store-jobs.ts';
import { startRig, type CoreRig } from '#tests/support/core-rig.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { TEST_NOW } from '#tests/support/test-ports.ts';

import type { FaultDefinition, FaultResult } from './fault.ts';

/** Each full disk leaves the store larger by the reserve: room for five of them. */
const DISK_MIB = 64;
const RESERVE_BYTES = 4 * 1024 * 1024;
const EVENTS_OF_BATCH = 200;
const MOST_BATCHES = 2_000;

export const fault: FaultDefinition = {
  name: 'disk-full',
  what: `a real disk of ${DISK_MIB} MB is filled by the store and by another program, then emptied again`,
  expected:
    'the reserve is given to it, then refused with store_full; the desk answers, goes on by itself, nothing acknowledged is lost',
  needs: null,
  // A file system of its own can only be made by root: a pipeline is, a person's machine need not be.
  hasQuickForm: process.getuid?.() === 0 || process.env['CI'] !== undefined,
  run: (scale) => onSmallDisk((folder) => run(folder, scale === 'quick' ? 1 : 5)),
};

async function run(folder: string, rounds: number): Promise<FaultResult> {
  const rig = await startRig(folder);
  const desk = rig.screen('desk');
  const sender = rig.screen('cli');
  await desk.must('show.create', { title: 'Full', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  const acknowledged: string[] = [];
  const append = async (): Promise<string | null> => {
    const from = acknowledged.length;
    const events = Array.from({ length: EVENTS_OF_BATCH }, (_, index) =>
      chat({ key: `${from + index}`, ts: TEST_NOW }, person('1', 'A'), 'x'.repeat(200)),
    );
    const result = await sender.run('ingest.append', { sender: 'fault', events });
    if (!result.ok) return result.error.code;
    acknowledged.push(...events.map(({ dedupeKey }) => dedupeKey));
    return null;
  };
  let wrong = 0;
  let usedReserves = 0;
  for (let round = 0; round < rounds; round += 1) {
    // As the keeper makes it where there is room; this disk is too small for the real one.
    const place = { dataFolder: folder, sqliteBinding: null };
    runStoreJob({ type: 'reserve', bytes: RESERVE_BYTES, ...place });
    const ballast = fillUp(folder);
    const refusal = await untilRefused(append);
    if (!existsSync(dataFiles(folder).reserve)) usedReserves += 1;
    await rig.advance(0);
    const state = desk.slice('store');
    const answers = (await desk.run('room.list', {})).ok;
    if (refusal !== 'store_full' || state.state !== 'failing' || !answers) wrong += 1;
    rmSync(ballast);
    await rig.advance(2_000);
    const again = await append();
    await rig.advance(1_000);
    if (again !== null || desk.slice('store').state === 'failing') wrong += 1;
  }
  await desk.must('show.end', {});
  await rig.close();
  const held = checked(rig, acknowledged);
  return {
    ...held,
    injections: rounds,
    seen: `${acknowledged.length} events acknowledged over ${rounds} full disks, reserve used ${usedReserves} times, ${wrong} steps not as expected`,
    ok: wrong === 0 && held.lost + held.doubled === 0 && usedReserves === rounds,
  };
}

async function untilRefused(append: () => Promise<string | null>): Promise<string | null> {
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const refusal = await append();
    if (refusal !== null) return refusal;
  }
  return null;
}

function checked(
  rig: CoreRig,
  acknowledged: readonly string[],
): Pick<FaultResult, 'acknowledged' | 'lost' | 'doubled' | 'secondsToRecover'> {
  const db = new BetterSqlite(rig.storePath, { readonly: true });
  const keys = db
    .prepare('SELECT dedupe_key FROM events WHERE source_room_id IS NOT NULL')
    .pluck()
    .all() as string[];
  db.close();
  const held = new Set(keys);
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((key) => !held.has(key)).length,
    doubled: keys.length - held.size,
    secondsToRecover: null,
  };
}

/** Another program takes what is left but a few pages. */
function fillUp(folder: string): string {
  const { bavail, bsize } = statfsSync(folder);
  const path = join(folder, 'another-program.bin');
  writeFileSync(path, Buffer.alloc(Math.max(0, bavail * bsize - 600 * 1024), 1));
  return path;
}

async function onSmallDisk<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m`, 'tmpfs', folder]);
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw new Error('a disk of its own cannot be made here: run this as root', { cause: error });
  }
  try {
    return await work(folder);
  } finally {
    execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true });
  }
}
