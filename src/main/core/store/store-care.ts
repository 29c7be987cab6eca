import { fail, ok, type AppError, type Result } from '#shared/contract/app-error.ts';
import type { Backup, BackupReason, StoreKeeping } from '#shared/model/store.ts';
import type { Database } from '../database/database.ts';
import type { Ports } from '../ports.ts';
import { listBackups } from './backup.ts';
import {
  freeBytes,
  hasReserve,
  LOW_SPACE_BYTES,
  releaseReserve,
  RESERVE_BYTES,
} from './free-space.ts';
import { isDamageCode } from './engine.ts';
import { JobRunner } from './job-runner.ts';
import { runStoreJob, type StoreJob, type StoreJobResult } from './store-jobs.ts';
import { readState, writeState } from './store-state.ts';
import { WalKeeper } from './wal-keeper.ts';

const LOOK_AT_SPACE_EVERY_MS = 10_000;
/** The first half minute belongs to the desk's start. */
const RESERVE_AFTER_MS = 30_000;

export type StoreCareDeps = {
  readonly db: Database;
  readonly storePath: string;
  readonly dataFolder: string;
  readonly sqliteBinding: string | null;
  /** Null runs the jobs in this thread and holds no room back. */
  readonly storeWorker: string | null;
  readonly ports: Ports;
  /** Something the desk shows is different now. */
  changed(): void;
  /** A look through the whole file found damage. */
  damageFound(what: string): void;
  /** Something else that read the file met damage. */
  damageMet(what: string): void;
};

/** The daily care of the store: checks, backups, room on the disk, a short log. */
export class StoreCare {
  readonly #deps: StoreCareDeps;
  readonly #runner: JobRunner | null;
  readonly #wal: WalKeeper;
  readonly #stops: (() => void)[] = [];
  #check: StoreKeeping['check'];
  #backup: StoreKeeping['backup'];
  #space: StoreKeeping['space'];
  #isReserveDue = false;

  constructor(deps: StoreCareDeps) {
    const { storeWorker, ports, dataFolder } = deps;
    this.#deps = deps;
    this.#runner = storeWorker === null ? null : new JobRunner(storeWorker, ports.logger);
    this.#wal = new WalKeeper(deps.db, deps.storePath, ports);
    const { lastCheck } = readState(dataFolder);
    this.#check =
      lastCheck === null
        ? { state: 'none', checkedTs: null }
        : { state: lastCheck.isWhole ? 'whole' : 'damaged', checkedTs: lastCheck.checkedTs };
    this.#backup = { isRunning: false, last: newest(dataFolder), error: null };
    this.#space = { freeBytes: null, isLow: false, hasReserve: hasReserve(dataFolder) };
  }

  /** `wasLeftOpen`: the last core did not close the store, so the whole file is looked through. */
  start(wasLeftOpen: boolean): void {
    const { clock } = this.#deps.ports;
    this.#stops.push(
      clock.every(LOOK_AT_SPACE_EVERY_MS, () => this.#lookAtSpace()),
      clock.after(RESERVE_AFTER_MS, () => this.#keepReserve()),
      () => this.#wal.close(),
    );
    this.#lookAtSpace();
    if (wasLeftOpen) void this.check();
  }

  state(): Omit<StoreKeeping, 'report'> {
    return { check: this.#check, backup: this.#backup, space: this.#space, wal: this.#wal.state() };
  }

  /** Looks through the whole file while the desk works on. */
  async check(): Promise<void> {
    if (this.#check.state === 'running') return;
    this.#set({ check: { ...this.#check, state: 'running' } });
    const result = await this.#run({ type: 'check', ...this.#place() });
    if (result === null) return;
    const checkedTs = this.#deps.ports.clock.wallNow();
    if (result.type !== 'checked') {
      this.#set({ check: { state: 'failed', checkedTs } });
      return;
    }
    const isWhole = result.damage === null;
    this.#deps.ports.logger.log(isWhole ? 'info' : 'error', 'store_checked', { isWhole });
    this.#set({ check: { state: isWhole ? 'whole' : 'damaged', checkedTs } });
    this.#remember({ checkedTs, isWhole });
    if (result.damage !== null) this.#deps.damageFound(result.damage);
  }

  /** Damage was met while the desk works: it is said until the restart that mends it. */
  noteDamage(): void {
    if (this.#check.state === 'damaged') return;
    this.#set({ check: { state: 'damaged', checkedTs: this.#deps.ports.clock.wallNow() } });
  }

  /** A verified copy of the whole store. Refused: store_full, backup_damaged, store_unwritable. */
  async backUp(reason: BackupReason): Promise<Result<Backup>> {
    this.#set({ backup: { ...this.#backup, isRunning: true } });
    const nowTs = this.#deps.ports.clock.wallNow();
    const result = await this.#run({ type: 'backup', reason, nowTs, ...this.#place() });
    if (result?.type === 'failed' && isDamageCode(result.code)) {
      this.#deps.damageMet(result.code);
    }
    const made = this.#asBackup(result);
    const error = made.ok ? null : made.error;
    this.#deps.ports.logger.log(made.ok ? 'info' : 'warn', 'store_backed_up', {
      reason,
      code: error?.code,
    });
    this.#set({ backup: { isRunning: false, last: newest(this.#deps.dataFolder), error } });
    return made;
  }

  /** The disk is full: gives it the reserve. True when there was one. */
  makeRoom(): boolean {
    const bytes = releaseReserve(this.#deps.dataFolder);
    if (bytes > 0) this.#deps.ports.logger.log('warn', 'reserve_released', { bytes });
    this.#set({ space: { ...this.#space, hasReserve: false } });
    return bytes > 0;
  }

  /** For work that writes the whole store anew beside this connection. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#wal.pausedDuring(work);
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    await this.#runner?.close();
  }

  #asBackup(result: StoreJobResult | null): Result<Backup> {
    if (result?.type === 'backed_up') return ok(result.backup);
    return { ok: false, error: this.#refusalOf(result) };
  }

  #refusalOf(result: StoreJobResult | null): AppError {
    if (result?.type === 'refused') return result.error;
    const reason = result?.type === 'failed' ? result.code : 'closing';
    if (reason === 'SQLITE_FULL' || reason === 'ENOSPC') return fail('store_full', {}).error;
    return fail('store_unwritable', { folder: this.#deps.dataFolder, reason }).error;
  }

  #lookAtSpace(): void {
    void freeBytes(this.#deps.dataFolder).then((bytes) => {
      const isLow = bytes !== null && bytes < LOW_SPACE_BYTES;
      const isChanged = isLow !== this.#space.isLow || (isLow && bytes !== this.#space.freeBytes);
      this.#space = { ...this.#space, freeBytes: bytes, isLow };
      if (isChanged) this.#deps.changed();
      // Given away when the disk was full: made again once there is plenty.
      this.#keepReserveWhenRoomy();
    });
  }

  #keepReserve(): void {
    this.#isReserveDue = true;
    this.#keepReserveWhenRoomy();
  }

  #keepReserveWhenRoomy(): void {
    const { freeBytes: free, hasReserve: isThere } = this.#space;
    if (!this.#isReserveDue || isThere || this.#runner === null) return;
    if (free === null || free < LOW_SPACE_BYTES + RESERVE_BYTES) return;
    this.#isReserveDue = false;
    void this.#run({ type: 'reserve', bytes: RESERVE_BYTES, ...this.#place() }).then(() => {
      this.#isReserveDue = true;
      this.#set({ space: { ...this.#space, hasReserve: hasReserve(this.#deps.dataFolder) } });
    });
  }

  #run(job: StoreJob): Promise<StoreJobResult | null> {
    return this.#runner === null ? Promise.resolve(runStoreJob(job)) : this.#runner.run(job);
  }

  #remember(lastCheck: { readonly checkedTs: number; readonly isWhole: boolean }): void {
    try {
      writeState(this.#deps.dataFolder, { lastCheck });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      this.#deps.ports.logger.log('warn', 'store_state_not_written', { code: String(error.code) });
    }
  }

  #place() {
    const { dataFolder, sqliteBinding } = this.#deps;
    return { dataFolder, sqliteBinding };
  }

  #set(change: Partial<Pick<StoreKeeping, 'check' | 'backup' | 'space'>>): void {
    this.#check = change.check ?? this.#check;
    this.#backup = change.backup ?? this.#backup;
    this.#space = change.space ?? this.#space;
    this.#deps.changed();
  }
}

function newest(dataFolder: string): Backup | null {
  return listBackups(dataFolder).find((backup) => backup.isVerified) ?? null;
}
