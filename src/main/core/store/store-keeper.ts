import { fail, ok, type AppError, type Result } from '#shared/contract/app-error.ts';
import type { ShowId } from '#shared/model/ids.ts';
import type { Show } from '#shared/model/show.ts';
import type { Backup, StoreKeeping, StoreReport } from '#shared/model/store.ts';
import type { CoreConfig } from '../core.ts';
import type { Store } from '../database/open-store.ts';
import type { Ports } from '../ports.ts';
import type { Rooms } from '../room/rooms.ts';
import { backupPath, listBackups } from './backup.ts';
import { requestReplacement, type ReplacementOrder } from './replacement.ts';
import { StoreCare } from './store-care.ts';
import { readState, writeState } from './store-state.ts';

/** The answer to the command goes out before the core closes. */
const RESTART_AFTER_MS = 50;
/** From a show's end to the work on it that nobody waits for. */
const COUNT_AFTER_MS = 300;
const COPY_AFTER_MS = 2_000;

export type StoreKeeperDeps = {
  readonly store: Store;
  readonly config: CoreConfig;
  readonly ports: Ports;
  readonly rooms: Rooms;
};

/** Looks after the store while the desk runs: its care, its restoring, what must be said of it. */
export class StoreKeeper {
  readonly #deps: StoreKeeperDeps;
  readonly #care: StoreCare;
  #report: StoreReport | null;
  #restart: () => void = () => undefined;
  #isRestarting = false;
  readonly #waiting = new Set<() => void>();

  constructor(deps: StoreKeeperDeps) {
    const { store, config, ports } = deps;
    this.#deps = deps;
    this.#report = readState(config.dataFolder).report;
    this.#care = new StoreCare({
      db: store.db,
      storePath: store.path,
      dataFolder: config.dataFolder,
      sqliteBinding: config.sqliteBinding,
      storeWorker: config.storeWorker,
      ports,
      changed: () => deps.rooms.changed('store'),
      damageFound: (what) => {
        this.#recover('by_check');
        store.db.noteDamage(what);
      },
      damageMet: (what) => store.db.noteDamage(what),
    });
    store.db.onDamage(() => this.#recover('while_running'));
  }

  start(): void {
    this.#care.start(this.#deps.store.wasLeftOpen);
  }

  /** What the desk is shown. */
  keeping(): StoreKeeping {
    return { ...this.#care.state(), report: this.#report };
  }

  onRestartWanted(listener: () => void): void {
    this.#restart = listener;
  }

  backups(): readonly Backup[] {
    return listBackups(this.#deps.config.dataFolder);
  }

  backUp(): Promise<Result<Backup>> {
    return this.#care.backUp('request');
  }

  /** Looks through the whole store; answered at once, the result is shown when it is there. */
  check(): Result<Record<string, never>> {
    void this.#care.check();
    return ok({});
  }

  /**
   * Its review, which is asked for at once, is read first; then `count` makes what lists and comparisons
   * read of the show, and later the store is copied. A demo or a replay can be made again: only what
   * happened once is worth a copy.
   */
  showEnded(show: Show | null, count: (showId: ShowId) => void): void {
    if (show === null) return;
    this.#later(COUNT_AFTER_MS, () => count(show.id));
    if (show.origin === 'demo' || show.origin === 'replay') return;
    // What went wrong is on the desk.
    this.#later(COPY_AFTER_MS, () => void this.#care.backUp('show'));
  }

  /** Asks for the replacement and for the restart that carries it out. */
  restore(name: string): Result<Record<string, never>> {
    const { dataFolder } = this.#deps.config;
    const onAir = this.#deps.rooms.liveShowOnAir();
    if (onAir !== null) return fail('store_on_air', { title: onAir.title });
    if (backupPath(dataFolder, name) === null) return fail('unknown_backup', { name });
    return this.#replace({ reason: 'restore', backupName: name });
  }

  /** A whole store that was made inside the data folder takes this one's place. */
  replaceBy(storePath: string): Result<Record<string, never>> {
    return this.#replace({ reason: 'import', storePath });
  }

  acknowledge(): Result<Record<string, never>> {
    return this.#orUnwritable(() => {
      writeState(this.#deps.config.dataFolder, { report: null });
      this.#report = null;
      this.#deps.rooms.changed('store');
    });
  }

  makeRoom(): boolean {
    return this.#care.makeRoom();
  }

  /** While `work` writes the whole store anew from another connection. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#care.alone(work);
  }

  close(): Promise<void> {
    // What was not counted yet is when a list is read next.
    for (const stop of this.#waiting) stop();
    return this.#care.close();
  }

  /** A damaged store gets no better by waiting: it is put in order at once, on air or not. */
  #recover(found: 'by_check' | 'while_running'): void {
    if (this.#isRestarting) return;
    this.#care.noteDamage();
    this.#deps.ports.logger.log('error', 'store_damaged', { found });
    this.#replace({ reason: 'recover', found });
  }

  #replace(order: ReplacementOrder): Result<Record<string, never>> {
    if (this.#isRestarting) return ok({});
    const { config, ports } = this.#deps;
    return this.#orUnwritable(() => {
      requestReplacement(config.dataFolder, order, ports.clock.wallNow());
      this.#isRestarting = true;
      ports.clock.after(RESTART_AFTER_MS, () => this.#restart());
    });
  }

  #later(delayMs: number, work: () => void): void {
    const stop = this.#deps.ports.clock.after(delayMs, () => {
      this.#waiting.delete(stop);
      work();
    });
    this.#waiting.add(stop);
  }

  #orUnwritable(work: () => void): Result<Record<string, never>> {
    try {
      work();
      return ok({});
    } catch (error) {
      return { ok: false, error: this.#asRefusal(error) };
    }
  }

  #asRefusal(error: unknown): AppError {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    this.#deps.ports.logger.log('error', 'store_files_failed', { code });
    if (code === 'ENOSPC') return fail('store_full', {}).error;
    return fail('store_unwritable', { folder: this.#deps.config.dataFolder, reason: code }).error;
  }
}
