import { NO_SCRIPT, type BlockPlan } from '../../model/run-of-show.ts';

/** A block as it is before anything is planned of it: five minutes that are pushed. */
export const BLANK_BLOCK: BlockPlan = {
  role: 'hero',
  title: '',
  plannedMs: 5 * 60_000,
  productIds: [],
  owner: '',
  script: NO_SCRIPT,
  node: '',
  giveaway: '',
  fallback: '',
  rule: 'push',
  group: '',
};
