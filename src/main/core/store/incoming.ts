import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

import { fail, type AppError } from '#shared/contract/app-error.ts';
import type { StoreReport } from '#shared/model/store.ts';
import { listBackups, verify } from './backup.ts';
import type { StoreFacts } from './backup.queries.ts';
import { dataFiles } from './data-files.ts';
import { copyDurably, syncFile } from './durable-files.ts';
import { isDamage, type Engine } from './engine.ts';
import { recoverIncoming, type RecoveryDeps } from './recovery/recover.ts';
import { replaceScreenRows, screenRows } from './kept-screens.queries.ts';
import type { BuildIncoming, ReplacementRequest } from './replacement.ts';

export type IncomingDeps = RecoveryDeps & {
  /** The newest version of tables this program knows. */
  readonly programVersion: number;
  wallNow(): number;
  monotonicNow(): number;
};

/** Puts a whole, verified store under the name `incoming`, as the request says. */
export function incomingBuilder(deps: IncomingDeps): BuildIncoming {
  return (request) => {
    const startedMs = deps.monotonicNow();
    const report = orFailed(deps, () => build(deps, request));
    return { ...report, tookMs: Math.max(0, Math.round(deps.monotonicNow() - startedMs)) };
  };
}

function build(deps: IncomingDeps, request: ReplacementRequest): StoreReport {
  if (request.source !== null) return copyOf(deps, request, request.source);
  const { found, quarantine } = request;
  const { backup, salvaged, lost } = recoverIncoming(deps);
  // Where nobody can know how much there was, it may have gone on until now.
  const toTs = lost.toTs ?? (lost.events === null ? request.requestedTs : null);
  const plain = plainReport(deps, 'recovered');
  return { ...plain, found, quarantine, backup, salvaged, lost: { ...lost, toTs } };
}

function copyOf(deps: IncomingDeps, request: ReplacementRequest, from: string): StoreReport {
  const { dataFolder, engine, programVersion } = deps;
  const { incoming } = dataFiles(dataFolder);
  const name = basename(from);
  const source = join(dataFolder, from);
  if (!existsSync(source)) return failed(deps, fail('unknown_backup', { name }).error);
  copyDurably(source, incoming);
  const facts = verifyFile(engine, incoming);
  if (facts === null) return failed(deps, fail('backup_damaged', { name }).error);
  if (facts.version > programVersion) {
    const params = { storeVersion: facts.version, programVersion };
    return failed(deps, fail('store_newer', params).error);
  }
  keepScreens(deps);
  finish(deps);
  const kind = request.reason === 'import' ? 'imported' : 'restored';
  return {
    ...plainReport(deps, kind),
    backup: backupOf(dataFolder, name, facts, request),
    quarantine: request.quarantine,
  };
}

/** A disk that is full or refuses leaves the store as it is; the desk goes on and says so. */
function orFailed(deps: IncomingDeps, work: () => StoreReport): StoreReport {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    if (code === 'ENOSPC' || code === 'SQLITE_FULL')
      return failed(deps, fail('store_full', {}).error);
    const params = { folder: deps.dataFolder, reason: code };
    return failed(deps, fail('store_unwritable', params).error);
  }
}

/**
 * Who may come in is as it is now, not as it was when the copy was made: a desk and screens that were
 * paired since stay, and one that was revoked since stays out. A store that cannot say it any more
 * leaves the copy as it is.
 */
function keepScreens({ engine, dataFolder }: IncomingDeps): void {
  const { incoming, store } = dataFiles(dataFolder);
  if (!existsSync(store)) return;
  const rows = readScreens(engine, store);
  if (rows === null) return;
  const target = engine(incoming);
  try {
    replaceScreenRows(target, rows);
  } finally {
    target.close();
  }
}

function readScreens(engine: Engine, path: string): ReturnType<typeof screenRows> | null {
  try {
    // Read only: its log must stay beside it as it is, for the quarantine.
    const current = engine(path, { readonly: true });
    try {
      return screenRows(current);
    } finally {
      current.close();
    }
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

/** One file without a log of its own. The list beside the store keeps who was erased since erased. */
function finish({ engine, dataFolder }: IncomingDeps): void {
  const { incoming } = dataFiles(dataFolder);
  const target = engine(incoming);
  try {
    target.pragma('journal_mode = DELETE');
  } finally {
    target.close();
  }
  syncFile(incoming);
}

function verifyFile(engine: Engine, path: string): StoreFacts | null {
  try {
    return verify(engine, path);
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

function backupOf(
  dataFolder: string,
  name: string,
  facts: StoreFacts,
  request: ReplacementRequest,
): StoreReport['backup'] {
  const listed = listBackups(dataFolder).find((backup) => backup.name === name);
  return {
    name,
    madeTs: listed?.madeTs ?? request.requestedTs,
    shows: facts.rows.get('shows') ?? 0,
    events: facts.rows.get('events') ?? 0,
  };
}

function failed(deps: IncomingDeps, error: AppError): StoreReport {
  return { ...plainReport(deps, 'failed'), error };
}

function plainReport(deps: IncomingDeps, kind: StoreReport['kind']): StoreReport {
  return {
    reportTs: deps.wallNow(),
    kind,
    found: null,
    error: null,
    backup: null,
    quarantine: null,
    salvaged: { events: 0, shows: [] },
    lost: { events: 0, fromTs: null, toTs: null, shows: [], otherRows: 0 },
    tookMs: 0,
  };
}
