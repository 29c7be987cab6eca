import { z } from 'zod';

import { Timestamp } from '#shared/model/ids.ts';
import { StoreReport } from '#shared/model/store.ts';
import { readJson } from '../screens/private-file.ts';
import { dataFiles } from './data-files.ts';
import { writeDurably } from './durable-files.ts';

/** What must be known of the store before it is opened, and therefore cannot be in it. */
const StoreState = z.strictObject({
  format: z.literal(1),
  /** True while a core has it open: found at a start, the last stop was not an ordered one. */
  isOpen: z.boolean(),
  lastCheck: z.strictObject({ checkedTs: Timestamp, isWhole: z.boolean() }).nullable(),
  /** Of the last replacement, until it was acknowledged. */
  report: StoreReport.nullable(),
});
export type StoreState = z.infer<typeof StoreState>;

const FIRST: StoreState = { format: 1, isOpen: false, lastCheck: null, report: null };

/** As it was last written; that of a first start where there is none or it cannot be read. */
export function readState(dataFolder: string): StoreState {
  return readJson(dataFiles(dataFolder).state, StoreState) ?? FIRST;
}

/** Changes some of it. Throws the file system's errors. */
export function writeState(dataFolder: string, change: Partial<StoreState>): StoreState {
  const next = { ...readState(dataFolder), ...change };
  writeDurably(dataFiles(dataFolder).state, JSON.stringify(next));
  return next;
}
