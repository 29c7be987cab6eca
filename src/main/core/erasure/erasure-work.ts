import type { Ports } from '../ports.ts';
import type { Engine } from '../store/engine.ts';
import { JobRunner } from '../store/job-runner.ts';
import { runStoreJob, type StoreJob, type StoreJobResult } from '../store/store-jobs.ts';
import { eraseCopy, type CopyOrder } from './erase-copy.ts';
import { nextTurn } from '../next-turn.ts';

export type ErasureWorkDeps = {
  readonly engine: Engine;
  readonly ports: Ports;
  readonly dataFolder: string;
  readonly sqliteBinding: string | null;
  /** Null works in this thread. */
  readonly storeWorker: string | null;
};

export type CopyCourse = {
  isClosed(): boolean;
  /** 0 to 1. */
  onFraction(fraction: number): void;
};

/** What of an erasure takes long at a stretch, in a thread of its own so that the core goes on. */
export class ErasureWork {
  readonly #deps: ErasureWorkDeps;
  readonly #runner: JobRunner | null;

  constructor(deps: ErasureWorkDeps) {
    this.#deps = deps;
    const { storeWorker, ports } = deps;
    this.#runner = storeWorker === null ? null : new JobRunner(storeWorker, ports.logger);
  }

  /** Treats one store file. False where the core closes half-way. Throws where it is damaged. */
  async eraseCopy(path: string, order: CopyOrder, course: CopyCourse): Promise<boolean> {
    const { engine, ports } = this.#deps;
    if (this.#runner !== null) {
      const { person, salt } = order;
      const job = { type: 'erase_copy', path, person, salt: salt.toString('hex') } as const;
      const onFraction = (fraction: number): void => course.onFraction(fraction);
      return resultOf(await this.#runner.run({ ...job, ...this.#place() }, onFraction)) !== null;
    }
    for (const fraction of eraseCopy(engine, path, order, ports)) {
      course.onFraction(fraction);
      await nextTurn();
      if (course.isClosed()) return false;
    }
    return true;
  }

  /**
   * Writes the store anew and empties its log. False where somebody reads an old state of it or the
   * core closes. Throws where the disk refuses.
   */
  async compact(): Promise<boolean> {
    const job: StoreJob = { type: 'compact', ...this.#place() };
    const result = resultOf(this.#runner === null ? runStoreJob(job) : await this.#runner.run(job));
    return result?.type === 'compacted' && result.isLogEmpty;
  }

  async close(): Promise<void> {
    await this.#runner?.close();
  }

  #place(): { readonly dataFolder: string; readonly sqliteBinding: string | null } {
    const { dataFolder, sqliteBinding } = this.#deps;
    return { dataFolder, sqliteBinding };
  }
}

function resultOf(result: StoreJobResult | null): StoreJobResult | null {
  if (result?.type === 'failed') throw Object.assign(new Error(result.code), { code: result.code });
  return result;
}
