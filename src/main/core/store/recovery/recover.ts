import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';

import type BetterSqlite from 'better-sqlite3';

import type { Backup, ShowStretch, StoreReport } from '#shared/model/store.ts';
import { listBackups, verify } from '../backup.ts';
import { firstDamage } from '../backup.queries.ts';
import { dataFiles } from '../data-files.ts';
import { removeDurably, syncFile } from '../durable-files.ts';
import { isDamage, type Engine } from '../engine.ts';
import {
  dropUnreadableEvents,
  edgesOf,
  lastSeqOf,
  renewGrownStreaks,
  salvageEvents,
  streakCounts,
  stretchesAfter,
} from './events.queries.ts';
import { mendReferences } from './mend-references.queries.ts';
import { allShowIds, recountShows, showsAfter } from './rollups.queries.ts';
import { DAMAGED, salvageTable, tablesToSalvage, type Hole } from './salvage.queries.ts';
import { makeWorkingCopy, removeWorkingCopy } from './working-copy.ts';

const MAPPED_BYTES = 2 * 1024 ** 3;

export type RecoveryDeps = {
  readonly engine: Engine;
  readonly dataFolder: string;
  /** Brings a store of any version, also an empty file, to the newest. */
  bringToNewest(raw: BetterSqlite.Database): void;
};

export type Recovered = Pick<StoreReport, 'backup' | 'salvaged' | 'lost'>;

/**
 * Fills `incoming`: the newest backup that passes its check, and from the damaged store everything
 * that is newer or not in it, as far as it can be read. What is not in the log of events is as the
 * damaged store has it. Roll-ups of shows that got events are worked out again.
 */
export function recoverIncoming(deps: RecoveryDeps): Recovered {
  const { engine, dataFolder } = deps;
  const { incoming } = dataFiles(dataFolder);
  const backup = placeNewestBackup(deps);
  const copy = makeWorkingCopy(engine, dataFolder);
  const target = engine(incoming);
  try {
    // It is nobody's store yet: made again from the start if the power goes.
    target.pragma('journal_mode = MEMORY');
    target.pragma('synchronous = OFF');
    // Made just now and looked through if it was copied: read without going through the cache. The
    // damaged one is never mapped, since a disk that cannot read it would end the process.
    target.pragma(`main.mmap_size = ${MAPPED_BYTES}`);
    deps.bringToNewest(target);
    const { salvaged, lost } = salvage(engine, target, copy, backup);
    target.pragma('journal_mode = DELETE');
    const damage = firstDamage(target);
    if (damage !== null) throw new Error(`the recovered store is damaged: ${damage}`);
    return { backup, salvaged, lost };
  } finally {
    target.close();
    if (existsSync(incoming)) syncFile(incoming);
    removeWorkingCopy(dataFolder);
  }
}

function placeNewestBackup({ engine, dataFolder }: RecoveryDeps): Recovered['backup'] {
  const { backups, incoming } = dataFiles(dataFolder);
  for (const backup of listBackups(dataFolder).filter(({ isVerified }) => isVerified)) {
    copyFileSync(join(backups, backup.name), incoming);
    if (isWhole(engine, incoming)) return factsOf(backup);
    removeDurably(incoming);
  }
  return null;
}

function factsOf({ name, madeTs, shows, events }: Backup): Recovered['backup'] {
  return { name, madeTs, shows: shows ?? 0, events: events ?? 0 };
}

function isWhole(engine: Engine, path: string): boolean {
  try {
    return verify(engine, path) !== null;
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

function salvage(
  engine: Engine,
  target: BetterSqlite.Database,
  copy: string,
  backup: Recovered['backup'],
): Pick<Recovered, 'salvaged' | 'lost'> {
  const afterSeq = lastSeqOf(target);
  if (!attach(target, copy)) return nothingReadable(backup);
  target.pragma('foreign_keys = OFF');
  const grownFrom = streakCounts(target);
  const damaged = engine(copy, { readonly: true });
  const from = { db: target, damaged };
  const brokenTables = tablesToSalvage(target).map((table) => salvageTable(from, table));
  const holes = salvageEvents(from, afterSeq);
  damaged.close();
  const dropped = dropUnreadableEvents(target, afterSeq);
  const grown = renewGrownStreaks(target, grownFrom, afterSeq);
  const orphans = mendReferences(target);
  const isAll = backup === null;
  recountShows(target, isAll ? allShowIds(target) : [...grown, ...showsAfter(target, afterSeq)]);
  target.exec(`DETACH ${DAMAGED}`);
  const shows = stretchesAfter(target, afterSeq);
  const events = shows.reduce((sum, stretch) => sum + stretch.events, 0);
  const otherRows = orphans + brokenTables.reduce((sum, count) => sum + count, 0);
  return {
    salvaged: { events, shows: [...shows] },
    lost: lossOf(target, holes, dropped, otherRows),
  };
}

/** False when not even the list of its tables can be read. */
function attach(target: BetterSqlite.Database, copy: string): boolean {
  try {
    target.prepare(`ATTACH ? AS ${DAMAGED}`).run(copy);
    target.prepare(`SELECT count(*) FROM ${DAMAGED}.sqlite_schema`).get();
    return true;
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

function nothingReadable(backup: Recovered['backup']): Pick<Recovered, 'salvaged' | 'lost'> {
  const fromTs = backup?.madeTs ?? null;
  return {
    salvaged: { events: 0, shows: [] },
    lost: { events: null, fromTs, toTs: null, shows: [], otherRows: 0 },
  };
}

function lossOf(
  target: BetterSqlite.Database,
  holes: readonly Hole[],
  dropped: number,
  otherRows: number,
): Recovered['lost'] {
  let events: number | null = dropped;
  const shows = new Map<string, ShowStretch>();
  let fromTs: number | null = null;
  let toTs: number | null = null;
  for (const hole of holes) {
    const edges = edgesOf(target, hole);
    const count = hole.until === null ? null : Number(hole.until - hole.after - 1n);
    events = events === null || count === null ? null : events + count;
    fromTs ??= edges.fromTs;
    toTs = edges.toTs ?? toTs;
    if (edges.title === null) continue;
    const held = shows.get(edges.title);
    shows.set(edges.title, {
      title: edges.title,
      events: (held?.events ?? 0) + (count ?? 0),
      fromTs: held?.fromTs ?? edges.fromTs,
      toTs: edges.toTs,
    });
  }
  return { events, fromTs, toTs, shows: [...shows.values()], otherRows };
}
