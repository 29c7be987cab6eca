/** Entry of the thread that works on the store beside the core: one job, how far it is, one answer. */
import { parentPort, workerData } from 'node:worker_threads';

import { runStoreJob, StoreJob, type StoreJobProgress } from './store-jobs.ts';

const answer = runStoreJob(StoreJob.parse(workerData), (fraction) => {
  const progress: StoreJobProgress = { type: 'progress', fraction };
  parentPort?.postMessage(progress);
});
parentPort?.postMessage(answer);
