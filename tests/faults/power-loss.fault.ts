import { readFileSync, writeFileSync } from 'node:fs';

import { dataFiles } from '#core/store/data-files.ts';
import { readState } from '#core/store/store-state.ts';

import type { FaultDefinition, FaultResult, FaultScale } from './fault.ts';
import { addRoom, inFolder, integrityOf, numbersFrom, opened } from './store-faults.ts';

const POINTS: Readonly<Record<FaultScale, number>> = { quick: 24, full: 300 };
const BATCHES = 120;
const ROOMS_OF_BATCH = 5;
const WAL_HEADER = 32;
const FRAME_HEADER = 24;
const PAGE = 4_096;

export const fault: FaultDefinition = {
  name: 'power-loss',
  what: 'the log, or pages of the store that the log still holds, cut off, zero-filled or garbled from a random point on',
  expected:
    'opens, integrity ok, holds the acknowledged batches up to one and none after it, none in part',
  needs: null,
  hasQuickForm: true,
  run: (scale) => inFolder((dataFolder) => run(dataFolder, POINTS[scale])),
};

function run(dataFolder: string, points: number): FaultResult {
  const files = dataFiles(dataFolder);
  const [log] = files.companions;
  const left = fill(dataFolder, log);
  const next = numbersFrom(41);
  let integrityFailures = 0;
  let partial = 0;
  let lostWithWholeLog = 0;
  let leastKept = BATCHES;
  for (let point = 0; point < points; point += 1) {
    // A cut at a checkpoint leaves pages of the store half written; the log holds them all.
    const isStore = point % 4 === 3;
    const how = HOWS[point % HOWS.length] ?? 'cut';
    writeFileSync(files.store, isStore ? garbleLoggedPage(left, next) : left.store);
    writeFileSync(log, isStore ? left.log : spoil(left.log, how, next));
    const store = opened(dataFolder);
    const batches = batchesOf(
      store.db.raw.prepare('SELECT id FROM rooms').pluck().all() as string[],
    );
    if (integrityOf(store) !== 'ok') integrityFailures += 1;
    if (!isPrefix(batches)) partial += 1;
    if (isStore && batches.size !== BATCHES) lostWithWholeLog += 1;
    leastKept = Math.min(leastKept, batches.size);
    store.close();
    if (readState(dataFolder).report !== null) integrityFailures += 1;
  }
  return {
    injections: points,
    seen: `${integrityFailures} integrity failures, ${partial} stores that were no whole prefix; between ${leastKept} and ${BATCHES} batches kept`,
    acknowledged: points * BATCHES,
    // What a log that is gone held is gone; whatever is before the point must be there.
    lost: lostWithWholeLog,
    doubled: 0,
    secondsToRecover: null,
    ok: integrityFailures + partial + lostWithWholeLog === 0,
  };
}

type Left = { readonly store: Buffer; readonly log: Buffer };

/** What a core that is cut off after its last acknowledged batch leaves on the disk. */
function fill(dataFolder: string, log: string): Left {
  const store = opened(dataFolder);
  for (let batch = 0; batch < BATCHES; batch += 1) {
    store.db.transaction(() => {
      for (let room = 0; room < ROOMS_OF_BATCH; room += 1) addRoom(store, `${batch}/${room}`);
    });
  }
  const left = { store: readFileSync(dataFiles(dataFolder).store), log: readFileSync(log) };
  store.close();
  return left;
}

const HOWS = ['cut', 'zeros', 'garbage'] as const;

function spoil(log: Buffer, how: (typeof HOWS)[number], next: () => number): Buffer {
  // The first frames are the migrations': without them there is no store to speak of.
  const from = Math.floor(log.length * (0.3 + 0.7 * next()));
  if (how === 'cut') return log.subarray(0, from);
  const spoilt = Buffer.from(log);
  if (how === 'zeros') return spoilt.fill(0, from);
  for (let at = from; at < spoilt.length; at += 1) spoilt[at] = Math.floor(next() * 256);
  return spoilt;
}

function garbleLoggedPage({ store, log }: Left, next: () => number): Buffer {
  const frames = Math.floor((log.length - WAL_HEADER) / (PAGE + FRAME_HEADER));
  const frame = Math.floor(next() * frames);
  const page = log.readUInt32BE(WAL_HEADER + frame * (PAGE + FRAME_HEADER));
  const spoilt = Buffer.alloc(Math.max(store.length, page * PAGE));
  store.copy(spoilt);
  for (let at = (page - 1) * PAGE; at < page * PAGE; at += 1) spoilt[at] = Math.floor(next() * 256);
  return spoilt;
}

/** Rows of each batch that is there. */
function batchesOf(ids: readonly string[]): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  for (const id of ids) {
    const batch = Number(id.split('/')[0]);
    rows.set(batch, (rows.get(batch) ?? 0) + 1);
  }
  return rows;
}

function isPrefix(batches: ReadonlyMap<number, number>): boolean {
  for (let batch = 0; batch < batches.size; batch += 1) {
    if (batches.get(batch) !== ROOMS_OF_BATCH) return false;
  }
  return true;
}
