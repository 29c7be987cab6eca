/** Entry of the thread that works on the store beside the core: one job, one answer. */
import { parentPort, workerData } from 'node:worker_threads';

import { runStoreJob, StoreJob } from './store-jobs.ts';

parentPort?.postMessage(runStoreJob(StoreJob.parse(workerData)));
