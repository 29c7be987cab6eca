import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openStore, type Store } from '#core/database/open-store.ts';
import { sql } from '#core/database/sql.ts';
import { readState } from '#core/store/store-state.ts';
import { testPorts } from '#tests/support/test-ports.ts';

/** Runs with a data folder of its own, which is gone afterwards. */
export async function inFolder<T>(work: (dataFolder: string) => T | Promise<T>): Promise<T> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'cuedesk-fault-'));
  try {
    return await work(dataFolder);
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

export function opened(dataFolder: string): Store {
  const store = openStore({ dataFolder, sqliteBinding: null }, testPorts());
  if (!store.ok) throw new Error(`the store cannot be opened: ${store.error.code}`);
  return store.value;
}

/** What opening made of a damaged store; throws when nothing was reported. */
export function reportOf(dataFolder: string) {
  const { report } = readState(dataFolder);
  if (report === null) throw new Error('the store was opened without a word');
  return report;
}

export function integrityOf(store: Store): string {
  return String(store.db.raw.pragma('integrity_check(1)', { simple: true }));
}

export function countOf(store: Store, table: 'events' | 'rooms'): number {
  return Number(store.db.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

export function addRoom(store: Store, id: string): void {
  store.db.run(sql`INSERT INTO rooms (id, name, time_zone, currency, created_ts)
    VALUES (${id}, ${id}, 'UTC', 'CNY', ${1})`);
}

/** Numbers from 0 to 1 that are the same in every run. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
