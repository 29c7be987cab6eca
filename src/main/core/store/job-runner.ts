import { Worker } from 'node:worker_threads';

import type { Logger } from '../ports.ts';
import { StoreJobProgress, StoreJobResult, type StoreJob } from './store-jobs.ts';

/** Runs one job at a time, each in a worker thread, so that the core's loop is never held up. */
export class JobRunner {
  readonly #entry: string;
  readonly #logger: Logger;
  #last: Promise<unknown> = Promise.resolve();
  #running: Worker | null = null;
  #isClosed = false;

  /** `entry`: the built or source file of store-worker. */
  constructor(entry: string, logger: Logger) {
    this.#entry = entry;
    this.#logger = logger;
  }

  /** After the jobs before it; null when the core closes first. */
  run(
    job: StoreJob,
    onFraction: (fraction: number) => void = () => undefined,
  ): Promise<StoreJobResult | null> {
    const result = this.#last.then(() => this.#start(job, onFraction));
    this.#last = result;
    return result;
  }

  /** Nothing new begins; what runs is given up as soon as its thread can be ended. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#running?.terminate();
    await this.#last;
  }

  #start(job: StoreJob, onFraction: (fraction: number) => void): Promise<StoreJobResult | null> {
    if (this.#isClosed) return Promise.resolve(null);
    return new Promise((resolve) => {
      const worker = new Worker(this.#entry, { workerData: job });
      this.#running = worker;
      let answer: StoreJobResult | null = null;
      worker.on('message', (message: unknown) => {
        const progress = StoreJobProgress.safeParse(message);
        if (progress.success) onFraction(progress.data.fraction);
        else answer = StoreJobResult.parse(message);
      });
      worker.once('error', (error: Error & { readonly code?: string }) => {
        this.#logger.log('error', 'store_job_failed', { type: job.type, error: String(error) });
        answer = { type: 'failed', code: error.code ?? 'ERROR' };
      });
      worker.once('exit', () => {
        this.#running = null;
        resolve(answer);
      });
    });
  }
}
