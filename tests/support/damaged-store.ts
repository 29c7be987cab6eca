import { closeSync, openSync, readFileSync, statSync, truncateSync, writeSync } from 'node:fs';

import BetterSqlite from 'better-sqlite3';

import { openStore, type Store } from '#core/database/open-store.ts';
import { FIRST_ROOM_ID } from '#shared/model/ids.ts';
import { makeBackup, noSteps } from '#core/store/backup.ts';
import { dataFiles } from '#core/store/data-files.ts';
import { engineOf } from '#core/store/engine.ts';
import { busyRoom } from './busy-room.ts';
import { TEST_NOW, testPorts, type TestPorts } from './test-ports.ts';
import { addShow, addSource, startIngest } from './test-store.ts';

const PAGE_BYTES = 4_096;

/** Ways in which a disk spoils a file, each on a closed store. */
export const DAMAGES: Readonly<Record<string, (path: string) => void>> = {
  'header zeroed': (path) => overwrite(path, 0, Buffer.alloc(100)),
  'cut by 30 %': (path) => truncateSync(path, Math.floor(statSync(path).size * 0.7)),
  'one page of events garbled': (path) => garble(path, eventPages(path).slice(-4, -3)),
  'fifty pages garbled': (path) => garble(path, spread(pagesOf(path).slice(2), 50)),
  'one page of events in the place of all others': repeatFirstLeaf,
  'all of it garbled': (path) => {
    overwrite(path, 0, noise(statSync(path).size, 7));
  },
};

export type FilledStore = {
  /** Rows of events when it was damaged, and of them in the backup. */
  readonly events: number;
  readonly backedUp: number;
};

/**
 * A store with an ended show of the first room, a backup of it, and a second show after it; of events
 * `before` and `after` the backup.
 */
export function fillStore(
  dataFolder: string,
  before: number,
  after: number,
  hasBackup: boolean,
): FilledStore {
  const ports = testPorts();
  const store = openedIn(dataFolder, ports);
  const first = addEvents(store, ports, FIRST_ROOM_ID, TEST_NOW - 86_400_000, before);
  if (hasBackup) {
    const order = { dataFolder, reason: 'show', nowTs: TEST_NOW - 3_600_000 } as const;
    const made = makeBackup(engineOf(null), store.db.raw, order, noSteps);
    if (!made.ok) throw new Error(made.error.code);
  }
  const second = addEvents(store, ports, 'today', TEST_NOW - 1_800_000, after);
  store.close();
  return { events: first + second, backedUp: hasBackup ? first : 0 };
}

export function openedIn(dataFolder: string, ports: TestPorts): Store {
  const opened = openStore({ dataFolder, sqliteBinding: null }, ports);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

export function addEvents(
  store: Store,
  ports: TestPorts,
  room: string,
  startedTs: number,
  count: number,
): number {
  const { db } = store;
  const endedTs = startedTs + count * 10;
  const show = addShow(db, { room, origin: 'live', currency: 'CNY', startedTs, endedTs });
  const source = addSource(db, { room, connector: 'bridge', platform: 'douyin' });
  const folder = '';
  const test = { store, folder, ports, reader: noReader, reopen: noReader, close: noReader };
  const ingest = startIngest(test, show.roomId);
  const events = busyRoom(count, startedTs).map((event) => ({
    ...event,
    dedupeKey: `${room}-${event.dedupeKey}`,
  }));
  for (let at = 0; at < count; at += 500) {
    ingest.take(show.showId, source, events.slice(at, at + 500));
  }
  return count;
}

/** The pages that hold rows of events; they go bad under whoever has the store open. */
export function damageEvents(dataFolder: string): void {
  const { store } = dataFiles(dataFolder);
  garble(store, eventPages(store));
}

export function damage(dataFolder: string, how: string): void {
  DAMAGES[how]?.(dataFiles(dataFolder).store);
}

function noReader(): never {
  throw new Error('not of this store');
}

/**
 * Every child of the root of events (an interior page of a table's b-tree, SQLite's file format 1.6) is
 * its first one: rows that come again and again.
 */
function repeatFirstLeaf(path: string): void {
  const db = new BetterSqlite(path, { readonly: true });
  const root = Number(
    db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'events'").pluck().get(),
  );
  db.close();
  const at = (root - 1) * PAGE_BYTES;
  const page = readFileSync(path).subarray(at, at + PAGE_BYTES);
  if (page[0] !== 5) throw new Error('the root of events has no children');
  const cells = Array.from({ length: page.readUInt16BE(3) }, (_, cell) =>
    page.readUInt16BE(12 + 2 * cell),
  );
  const first = page.readUInt32BE(cells[0] ?? 0);
  for (const cell of [...cells, 8]) page.writeUInt32BE(first, cell);
  overwrite(path, at, page);
}

/** All pages of the file. */
function pagesOf(path: string): number[] {
  return Array.from({ length: statSync(path).size / PAGE_BYTES }, (_, index) => index);
}

/** Pages that hold rows of events, the newest last. */
function eventPages(path: string): number[] {
  const db = new BetterSqlite(path, { readonly: true });
  const keys = db.prepare('SELECT dedupe_key FROM events ORDER BY seq').pluck().all() as string[];
  db.close();
  const file = readFileSync(path);
  const found = new Set<number>();
  for (const key of keys.filter((_, index) => index % 50 === 49)) {
    for (let at = file.indexOf(key); at >= 0; at = file.indexOf(key, at + 1)) {
      // In an index the key stands alone, in a row the event's body follows.
      if (file.subarray(at, at + 600).includes('"actor"')) found.add(Math.floor(at / PAGE_BYTES));
    }
  }
  return [...found];
}

function spread(pages: readonly number[], count: number): number[] {
  const step = pages.length / count;
  return Array.from({ length: count }, (_, index) => pages[Math.floor(index * step)] ?? 1);
}

function garble(path: string, pages: readonly number[]): void {
  for (const page of pages) overwrite(path, page * PAGE_BYTES, noise(PAGE_BYTES, page + 1));
}

function overwrite(path: string, at: number, bytes: Buffer): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

/** The same garbage for the same seed. */
function noise(length: number, seed: number): Buffer {
  let state = seed >>> 0;
  return Buffer.from(
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    }),
  );
}
