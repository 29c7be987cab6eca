import { existsSync, mkdirSync, readdirSync, rmSync, statSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

import type BetterSqlite from 'better-sqlite3';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { Backup, type BackupReason } from '#shared/model/store.ts';
import { readJson } from '../screens/private-file.ts';
import { factsOf, firstDamage, type StoreFacts } from './backup.queries.ts';
import { dataFiles, fileStamp } from './data-files.ts';
import { moveDurably, removeLeftovers, syncFile, writeDurably } from './durable-files.ts';
import type { Engine } from './engine.ts';

/** Of each reason: a copy from before a migration is not pushed out by the shows after it. */
export const KEPT_BACKUPS = 3;
/** A file of this name is unfinished; it never passes for a backup. */
const UNFINISHED = '.unfinished-';
/** Left free beside a new backup, so that making one never fills the disk of a show. */
const SPARE_BYTES = 32 * 1024 * 1024;

/** For tests that cut the power: called before each step that changes the disk. */
export type AtStep = (step: string) => void;
export const noSteps: AtStep = () => undefined;

export type BackupOrder = {
  readonly dataFolder: string;
  readonly reason: BackupReason;
  readonly nowTs: number;
};

/**
 * Copies the store whole (VACUUM INTO) under a temporary name, opens and checks the copy, and only
 * then gives it its name; keeps the newest three of each reason. `store` may be a read-only
 * connection and is blocked while it runs. Refused: store_full, backup_damaged.
 */
export function makeBackup(
  engine: Engine,
  store: BetterSqlite.Database,
  order: BackupOrder,
  atStep: AtStep,
): Result<Backup> {
  const folder = dataFiles(order.dataFolder).backups;
  mkdirSync(folder, { recursive: true });
  if (!hasRoomFor(folder, store)) return fail('store_full', {});
  const name = freeName(folder, order);
  const unfinished = join(folder, `${UNFINISHED}${name}`);
  try {
    const before = factsOf(store);
    atStep('copy');
    store.prepare('VACUUM INTO ?').run(unfinished);
    atStep('sync');
    syncFile(unfinished);
    const facts = verify(engine, unfinished);
    if (facts === null || !isBetween(before, facts, factsOf(store))) {
      return fail('backup_damaged', { name });
    }
    const backup = describe(name, order, statSync(unfinished).size, facts);
    atStep('describe');
    writeDurably(factsPath(folder, name), JSON.stringify(backup));
    atStep('name');
    moveDurably(unfinished, join(folder, name));
    atStep('prune');
    prune(order.dataFolder, order.reason);
    return ok(backup);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Newest first; copies of older programs are listed as not verified. */
export function listBackups(dataFolder: string): readonly Backup[] {
  const folder = dataFiles(dataFolder).backups;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sqlite') && !name.startsWith(UNFINISHED))
    .map((name) => readBackup(folder, name))
    .toSorted((a, b) => b.madeTs - a.madeTs || (a.name < b.name ? 1 : -1));
}

/** The file of a listed backup; null for any other name. */
export function backupPath(dataFolder: string, name: string): string | null {
  const isListed = listBackups(dataFolder).some((backup) => backup.name === name);
  return isListed ? join(dataFiles(dataFolder).backups, name) : null;
}

/** After a start: removes what a backup that was cut off left. Returns the names removed. */
export function removeUnfinishedBackups(dataFolder: string): readonly string[] {
  return removeLeftovers(dataFiles(dataFolder).backups, UNFINISHED);
}

/** Opens a whole store file read-only and checks it; null when it is damaged. */
export function verify(engine: Engine, path: string): StoreFacts | null {
  const copy = engine(path, { readonly: true });
  try {
    return firstDamage(copy) === null ? factsOf(copy) : null;
  } finally {
    copy.close();
  }
}

function hasRoomFor(folder: string, store: BetterSqlite.Database): boolean {
  const pages = Number(store.pragma('page_count', { simple: true }));
  const free = Number(store.pragma('freelist_count', { simple: true }));
  const needed = (pages - free) * Number(store.pragma('page_size', { simple: true }));
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > needed + SPARE_BYTES;
}

/** What grows may have grown while it was copied; a copy outside of that is not the store. */
function isBetween(before: StoreFacts, copy: StoreFacts, after: StoreFacts): boolean {
  return [...before.rows].every(([table, least]) => {
    const rows = copy.rows.get(table) ?? -1;
    return rows >= least && rows <= (after.rows.get(table) ?? 0);
  });
}

function describe(name: string, order: BackupOrder, bytes: number, facts: StoreFacts): Backup {
  return {
    name,
    madeTs: order.nowTs,
    reason: order.reason,
    bytes,
    version: facts.version,
    shows: facts.rows.get('shows') ?? 0,
    events: facts.rows.get('events') ?? 0,
    isVerified: true,
  };
}

function readBackup(folder: string, name: string): Backup {
  const { size, mtimeMs } = statSync(join(folder, name));
  const described = readJson(factsPath(folder, name), Backup);
  if (described !== null && described.bytes === size) return { ...described, name };
  const unknown = { reason: null, version: null, shows: null, events: null, isVerified: false };
  return { name, madeTs: Math.round(mtimeMs), bytes: size, ...unknown };
}

function prune(dataFolder: string, reason: BackupReason): void {
  const folder = dataFiles(dataFolder).backups;
  const ours = listBackups(dataFolder).filter((backup) => backup.reason === reason);
  for (const { name } of ours.slice(KEPT_BACKUPS)) {
    rmSync(join(folder, name), { force: true });
    rmSync(factsPath(folder, name), { force: true });
  }
}

function freeName(folder: string, { reason, nowTs }: BackupOrder): string {
  for (let serial = 0; ; serial += 1) {
    const name = `${reason}-${fileStamp(nowTs)}${serial === 0 ? '' : `-${serial}`}.sqlite`;
    if (!existsSync(join(folder, name))) return name;
  }
}

function factsPath(folder: string, name: string): string {
  return join(folder, `${name}.json`);
}
