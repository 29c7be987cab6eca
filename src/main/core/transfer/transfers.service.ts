import { accessSync, constants, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { fail, ok, type AppError, type Result } from '#shared/contract/app-error.ts';
import type { ReportFile } from '#shared/contract/review-commands.ts';
import { isTransferRunning, type Transfer } from '#shared/model/transfer.ts';
import type { ReadableDatabase } from '../database/database.ts';
import type { Ports } from '../ports.ts';
import { fileStamp } from '../store/data-files.ts';
import type { Engine } from '../store/engine.ts';
import { EXPORT_ENDING } from './export-ending.ts';
import { exportPlace } from './export-place.ts';
import { ExportDamaged, exportStore, type TransferCourse } from './export-store.ts';
import { importFile, removeStore } from './import-file.ts';
import type { PrintOrder } from '../printing/page-printer.ts';
import { saveFacts, type FactsOrder } from './save-facts.ts';
import { saveExport, saveReport } from './save-report.ts';

/** Screens are told of the progress at most this often. */
const TELL_EVERY_MS = 250;

export type TransferDeps = {
  readonly dataFolder: string;
  readonly storePath: string;
  readonly version: string;
  readonly engine: Engine;
  readonly ports: Ports;
  /** A person is being erased: nothing may be written out or put in place meanwhile. */
  isErasing(): boolean;
  /** Title of the live show that is on air; null when none is. */
  liveTitle(): string | null;
  /** Puts a store of the data folder in place of this one and has the core started again. */
  replaceBy(storePath: string): Result<unknown>;
  /** `current()` has changed. */
  changed(): void;
};

/** Exports and imports of the whole store while the desk runs; one at a time. */
export class TransferService {
  readonly #deps: TransferDeps;
  #transfer: Transfer | null = null;
  #offered: string | null = null;
  #isCancelled = false;
  #isClosed = false;
  #toldMs = 0;
  #running: Promise<void> | null = null;

  constructor(deps: TransferDeps) {
    this.#deps = deps;
    removeStore(importTarget(deps.dataFolder));
  }

  current(): Transfer | null {
    return this.#transfer;
  }

  /** Path of a file that was opened with Cuedesk; importing it is the operator's own decision. */
  offered(): string | null {
    return this.#offered;
  }

  /** Nothing of the file is read until it is imported; a newer offer takes the place of an older one. */
  offer(path: string): void {
    this.#offered = path;
    this.#deps.changed();
  }

  decline(): Result<Record<string, never>> {
    this.#offered = null;
    this.#deps.changed();
    return ok({});
  }

  /** Null puts it into the data folder's `exports`. Refused: data_busy, file_exists, folder_unwritable. */
  startExport(path: string | null): Result<{ readonly path: string }> {
    const refusal = this.#busy();
    if (refusal !== null) return refusal;
    const { dataFolder, ports } = this.#deps;
    const name = `cuedesk-${fileStamp(ports.clock.wallNow())}${EXPORT_ENDING}`;
    const place = exportPlace(dataFolder, path, name);
    if (!place.ok) return place;
    this.#begin('export', 'writing', place.value);
    this.#running = this.#export(place.value);
    return ok({ path: place.value });
  }

  /** Refused: store_on_air, data_busy, file_unreadable. */
  startImport(path: string): Result<Record<string, never>> {
    const title = this.#deps.liveTitle();
    if (title !== null) return fail('store_on_air', { title });
    const refusal = this.#busy();
    if (refusal !== null) return refusal;
    const reason = unreadableReason(path);
    if (reason !== null) return fail('file_unreadable', { path, reason });
    this.#offered = null;
    this.#begin('import', 'verifying', path);
    this.#running = this.#import(path);
    return ok({});
  }

  /** What a desk made of a review, into `exports`. Refused as `saveReport` says. */
  saveReport(showId: number, files: readonly ReportFile[]): Result<{ path: string }> {
    const { dataFolder, ports } = this.#deps;
    return saveReport(dataFolder, showId, files, ports.clock.wallNow());
  }

  /** A file that the core itself made of a show, into `exports`. Refused as `saveExport` says. */
  saveShowFile(showId: number, ending: string, bytes: Uint8Array): Result<{ path: string }> {
    const { dataFolder, ports } = this.#deps;
    const file = { stem: `cuedesk-show-${showId}`, ending, bytes };
    return saveExport(dataFolder, file, ports.clock.wallNow());
  }

  /** A page about a show, printed into `exports`. Refused as the printer and `saveExport` say. */
  async printShow(showId: number, order: PrintOrder): Promise<Result<{ path: string }>> {
    const printed = await this.#deps.ports.printer.print(order);
    return printed.ok ? this.saveShowFile(showId, order.kind, printed.value) : printed;
  }

  /** All facts of a show, into `exports`. Refused as `saveFacts` says, and data_busy. */
  async saveFacts(
    db: ReadableDatabase,
    show: Pick<FactsOrder, 'roomId' | 'showId' | 'withId' | 'nowTs' | 'canOf'>,
  ): Promise<Result<{ path: string }>> {
    if (this.#deps.isErasing()) return fail('data_busy', {});
    const { dataFolder, ports, version } = this.#deps;
    const saved = await saveFacts(db, {
      ...show,
      madeTs: ports.clock.wallNow(),
      madeBy: version,
      folder: join(dataFolder, 'exports'),
      isCancelled: () => this.#isClosed,
    });
    return saved.ok ? ok({ path: saved.value.path }) : saved;
  }

  /** A room's catalogue, shelf, cue deck or a table over its shows as a file, into `exports`. Refused as `saveExport` says. */
  saveCatalogue(
    what: 'catalogue' | 'shelf' | 'cues' | 'plan' | 'risk-words' | 'screening',
    ending: string,
    bytes: Uint8Array,
  ): Result<{ path: string }> {
    const { dataFolder, ports } = this.#deps;
    const stem = `cuedesk-${what === 'catalogue' ? 'products' : what}`;
    const file = { stem, ending, bytes };
    return saveExport(dataFolder, file, ports.clock.wallNow());
  }

  cancel(): Result<Record<string, never>> {
    this.#isCancelled = true;
    return ok({});
  }

  async close(): Promise<void> {
    this.#isCancelled = true;
    this.#isClosed = true;
    await this.#running;
  }

  #busy(): ReturnType<typeof fail> | null {
    const isBusy = this.#deps.isErasing() || isTransferRunning(this.#transfer);
    return isBusy ? fail('data_busy', {}) : null;
  }

  async #export(path: string): Promise<void> {
    const { engine, storePath, version, ports } = this.#deps;
    const order = { storePath, path, madeTs: ports.clock.wallNow(), madeBy: version };
    try {
      const made = await exportStore(engine, order, this.#course());
      if (made === null) this.#end({ state: 'cancelled' });
      else this.#end({ state: 'done', rows: made.rows, rowsTotal: made.rows, bytes: made.bytes });
    } catch (error) {
      this.#fail(error, dirname(path));
    }
  }

  async #import(path: string): Promise<void> {
    const { engine, dataFolder, ports } = this.#deps;
    const target = importTarget(dataFolder);
    const order = { path, target, dataFolder, nowTs: ports.clock.wallNow() };
    try {
      const built = await importFile(engine, order, this.#course());
      const { problems, problemCount, rows } = built;
      if (built.isCancelled) this.#end({ state: 'cancelled' });
      else if (problemCount > 0) {
        const { error } = fail('import_refused', { count: problemCount });
        this.#end({ state: 'failed', rows, problems: [...problems], problemCount, error });
      } else this.#replace(target, rows);
    } catch (error) {
      removeStore(target);
      this.#fail(error, dataFolder);
    }
  }

  #replace(storePath: string, rows: number): void {
    const title = this.#deps.liveTitle();
    if (title !== null) {
      removeStore(storePath);
      this.#end({ state: 'failed', error: fail('store_on_air', { title }).error });
      return;
    }
    const replaced = this.#deps.replaceBy(storePath);
    if (replaced.ok) this.#change({ state: 'replacing', rows, rowsTotal: rows });
    else this.#end({ state: 'failed', error: replaced.error });
  }

  #course(): TransferCourse {
    return {
      onRows: (phase, rows, rowsTotal) => {
        const nowMs = this.#deps.ports.clock.monotonicNow();
        const isNews = this.#transfer?.state !== phase || nowMs - this.#toldMs >= TELL_EVERY_MS;
        if (!isNews) return;
        this.#toldMs = nowMs;
        this.#change({ state: phase, rows, rowsTotal });
      },
      isCancelled: () => this.#isCancelled,
    };
  }

  #begin(kind: Transfer['kind'], state: Transfer['state'], path: string): void {
    this.#isCancelled = false;
    this.#transfer = {
      kind,
      state,
      path,
      rows: 0,
      rowsTotal: null,
      bytes: null,
      error: null,
      problems: [],
      problemCount: 0,
      startedTs: this.#deps.ports.clock.wallNow(),
      endedTs: null,
    };
    this.#deps.changed();
  }

  #fail(error: unknown, folder: string): void {
    this.#deps.ports.logger.log('error', 'transfer_failed', { reason: String(error) });
    this.#end({ state: 'failed', error: refusalOf(error, folder) });
  }

  #end(change: Partial<Transfer>): void {
    this.#change({ ...change, endedTs: this.#deps.ports.clock.wallNow() });
  }

  #change(change: Partial<Transfer>): void {
    if (this.#transfer !== null) this.#transfer = { ...this.#transfer, ...change };
    this.#deps.changed();
  }
}

function importTarget(dataFolder: string): string {
  return join(dataFolder, 'cuedesk.sqlite.importing');
}

/** A code of the system, or not_a_file; null for a file that can be read. */
function unreadableReason(path: string): string | null {
  try {
    accessSync(path, constants.R_OK);
    const found = statSync(path);
    if (found.isDirectory()) return 'EISDIR';
    return found.isFile() ? null : 'not_a_file';
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
}

/** Why a transfer came to nothing, as the desk says it. */
export function refusalOf(error: unknown, folder: string): AppError {
  if (error instanceof ExportDamaged) return fail('export_damaged', {}).error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return fail('store_full', {}).error;
  if (code !== '') return fail('folder_unwritable', { folder }).error;
  return fail('internal', {}).error;
}
