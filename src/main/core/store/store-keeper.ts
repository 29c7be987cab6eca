import { fail, ok, type AppError, type Result } from '#shared/contract/app-error.ts';
import type { Backup, StoreReport } from '#shared/model/store.ts';
import type { Ports } from '../ports.ts';
import type { Rooms } from '../room/rooms.ts';
import { backupPath, listBackups } from './backup.ts';
import { requestReplacement } from './replacement.ts';
import { readState, writeState } from './store-state.ts';

/** The answer to the command goes out before the core closes. */
const RESTART_AFTER_MS = 50;

export type StoreKeeperDeps = {
  readonly dataFolder: string;
  readonly ports: Ports;
  readonly rooms: Rooms;
};

/** Looks after the store while the desk runs: its backups, its restoring, what must be said of it. */
export class StoreKeeper {
  readonly #deps: StoreKeeperDeps;
  #report: StoreReport | null;
  #restart: () => void = () => undefined;
  #isRestarting = false;

  constructor(deps: StoreKeeperDeps) {
    this.#deps = deps;
    this.#report = readState(deps.dataFolder).report;
  }

  /** What the desk is shown. */
  report(): StoreReport | null {
    return this.#report;
  }

  onRestartWanted(listener: () => void): void {
    this.#restart = listener;
  }

  backups(): readonly Backup[] {
    return listBackups(this.#deps.dataFolder);
  }

  /** Asks for the replacement and for the restart that carries it out. */
  restore(name: string): Result<Record<string, never>> {
    const { dataFolder, rooms } = this.#deps;
    const onAir = rooms.liveShowOnAir();
    if (onAir !== null) return fail('store_on_air', { title: onAir.title });
    if (backupPath(dataFolder, name) === null) return fail('unknown_backup', { name });
    return this.#orUnwritable(() => {
      const order = { reason: 'restore', backupName: name } as const;
      requestReplacement(dataFolder, order, this.#deps.ports.clock.wallNow());
      this.restartSoon();
    });
  }

  /** After a replacement was requested: the host starts the core again. */
  restartSoon(): void {
    if (this.#isRestarting) return;
    this.#isRestarting = true;
    this.#deps.ports.clock.after(RESTART_AFTER_MS, () => this.#restart());
  }

  acknowledge(): Result<Record<string, never>> {
    return this.#orUnwritable(() => {
      writeState(this.#deps.dataFolder, { report: null });
      this.#report = null;
      this.#deps.rooms.changed('store');
    });
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
    return fail('store_unwritable', { folder: this.#deps.dataFolder, reason: code }).error;
  }
}
