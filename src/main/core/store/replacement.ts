import { existsSync, mkdirSync } from 'node:fs';
import { basename, isAbsolute, join, relative } from 'node:path';

import { z } from 'zod';

import { Timestamp } from '#shared/model/ids.ts';
import { StoreReport } from '#shared/model/store.ts';
import { readJson } from '../screens/private-file.ts';
import { type AtStep } from './backup.ts';
import { dataFiles, fileStamp } from './data-files.ts';
import { moveDurably, removeDurably, writeDurably } from './durable-files.ts';
import { reportText } from './report-text.ts';
import { writeState } from './store-state.ts';

/** Why the store is replaced, and by what. */
export type ReplacementOrder =
  /** By a listed backup, which is kept. */
  | { readonly reason: 'restore'; readonly backupName: string }
  /** By a whole store that was made inside the data folder; it is used up. */
  | { readonly reason: 'import'; readonly storePath: string }
  /** By the newest good backup and what can be read of the damaged store. */
  | { readonly reason: 'recover'; readonly found: 'at_open' | 'by_check' | 'while_running' };

const Request = z.strictObject({
  format: z.literal(1),
  reason: z.enum(['restore', 'import', 'recover']),
  /** What made a recovery necessary; null where somebody asked for the replacement. */
  found: StoreReport.shape.found,
  /** Relative to the data folder; null where the recovery chooses. */
  source: z.string().nullable(),
  requestedTs: Timestamp,
  /** Folder in `quarantine` for the replaced store, chosen once so that every step can be repeated. */
  quarantine: z.string(),
  /** Made when `incoming` is whole; from then on the replacement only goes forward. */
  report: StoreReport.nullable(),
});
export type ReplacementRequest = z.infer<typeof Request>;

/**
 * Asks for the store to be replaced when it is next opened, and is on disk when it returns. The
 * caller then has the core restarted (`Core.onRestartWanted`). A later request takes the place of an
 * earlier one. Throws the file system's errors.
 */
export function requestReplacement(
  dataFolder: string,
  order: ReplacementOrder,
  nowTs: number,
): void {
  const request: ReplacementRequest = {
    format: 1,
    reason: order.reason,
    found: order.reason === 'recover' ? order.found : null,
    source: sourceOf(dataFolder, order),
    requestedTs: nowTs,
    quarantine: `${fileStamp(nowTs)}-${order.reason}`,
    report: null,
  };
  writeDurably(dataFiles(dataFolder).request, JSON.stringify(request));
}

/** What waits to be carried out; null when nothing does. */
export function pendingReplacement(dataFolder: string): ReplacementRequest | null {
  return readJson(dataFiles(dataFolder).request, Request);
}

/**
 * Builds `incoming` for a request and says what became of it: a report of kind `failed` leaves the
 * store as it is.
 */
export type BuildIncoming = (request: ReplacementRequest) => StoreReport;

/**
 * Carries out what was requested, before the store is opened and under its lock. Each step can be
 * repeated, and no store is opened between the steps: a power cut at any of them ends, at the next
 * start, with the old store or the new one, whole. The replaced files are kept in quarantine.
 * Returns the report, which is stored until it is acknowledged; null when nothing was requested.
 */
export function carryOutReplacement(
  dataFolder: string,
  build: BuildIncoming,
  atStep: AtStep,
): StoreReport | null {
  const request = pendingReplacement(dataFolder);
  if (request === null) return null;
  const report = request.report ?? buildAnew(dataFolder, request, build, atStep);
  // Without `incoming` the last run was cut off after the store had come to its place.
  const { incoming } = dataFiles(dataFolder);
  if (report.kind === 'failed') removeDurably(incoming);
  else {
    if (existsSync(incoming)) putInPlace(dataFolder, request, atStep);
    atStep('use up');
    if (request.reason === 'import' && request.source !== null) {
      removeDurably(join(dataFolder, request.source));
    }
  }
  atStep('report');
  writeReportText(dataFolder, report);
  // What takes the store's place was looked through; what was said of the one before is past.
  const lastCheck = { checkedTs: report.reportTs, isWhole: true };
  writeState(dataFolder, report.kind === 'failed' ? { report } : { report, lastCheck });
  atStep('done');
  removeDurably(dataFiles(dataFolder).request);
  return report;
}

/** Beside the replaced files, for whoever finds them later. */
function writeReportText(dataFolder: string, report: StoreReport): void {
  if (report.quarantine === null) return;
  const folder = join(dataFiles(dataFolder).quarantine, report.quarantine);
  mkdirSync(folder, { recursive: true });
  writeDurably(join(folder, 'report.txt'), reportText(report));
}

function buildAnew(
  dataFolder: string,
  request: ReplacementRequest,
  build: BuildIncoming,
  atStep: AtStep,
): StoreReport {
  const files = dataFiles(dataFolder);
  atStep('clear');
  // Of a run that was cut off: nobody has vouched for it.
  removeDurably(files.incoming);
  atStep('build');
  const report = build(request);
  atStep('built');
  writeDurably(files.request, JSON.stringify({ ...request, report }));
  return report;
}

function putInPlace(dataFolder: string, request: ReplacementRequest, atStep: AtStep): void {
  const files = dataFiles(dataFolder);
  const folder = join(files.quarantine, request.quarantine);
  mkdirSync(folder, { recursive: true });
  // The log first: the store without its log would be an older store, and a log without its store
  // belongs to nothing.
  for (const path of [...files.companions, files.store]) {
    if (!existsSync(path)) continue;
    atStep(`quarantine ${basename(path)}`);
    moveDurably(path, join(folder, basename(path)));
  }
  atStep('install');
  moveDurably(files.incoming, files.store);
}

function sourceOf(dataFolder: string, order: ReplacementOrder): string | null {
  switch (order.reason) {
    case 'restore':
      return relative(dataFolder, join(dataFiles(dataFolder).backups, order.backupName));
    case 'import': {
      const path = relative(dataFolder, order.storePath);
      if (path.startsWith('..') || isAbsolute(path)) {
        throw new Error('a store to import must lie in the data folder');
      }
      return path;
    }
    case 'recover':
      return null;
    default:
      return order satisfies never;
  }
}
