import { z } from 'zod';

import { AppError } from '../contract/app-error.ts';
import { Timestamp } from './ids.ts';

/** What can be wrong with an export file; translated as `transfer.problem.<code>`. */
export const PROBLEM_CODES = [
  'not_an_export',
  'newer_format',
  'newer_store',
  'unreadable_line',
  'not_compressed',
  'unknown_table',
  'columns_differ',
  'wrong_order',
  'bad_row',
  'bad_event',
  'double_row',
  'count_differs',
  'hash_differs',
  'cut_off',
  'after_the_end',
  'broken_reference',
] as const;
export const ProblemCode = z.enum(PROBLEM_CODES);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** One thing that is wrong with an export file, and where. */
export const TransferProblem = z.strictObject({
  /** Of the uncompressed text, from 1; null where it is the file as a whole. */
  line: z.int().positive().nullable(),
  code: ProblemCode,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type TransferProblem = z.infer<typeof TransferProblem>;

/** An export or import as the desk shows it. */
export const Transfer = z.strictObject({
  kind: z.enum(['export', 'import']),
  /** `verifying`: an export is read back, an import's file is checked and built beside the store. */
  state: z.enum(['writing', 'verifying', 'replacing', 'done', 'failed', 'cancelled']),
  path: z.string(),
  rows: z.int().min(0),
  /** Null until it is known. */
  rowsTotal: z.int().min(0).nullable(),
  /** Size of the file; null until it is known. */
  bytes: z.int().min(0).nullable(),
  error: AppError.nullable(),
  /** The first of them. */
  problems: z.array(TransferProblem),
  problemCount: z.int().min(0),
  startedTs: Timestamp,
  endedTs: Timestamp.nullable(),
});
export type Transfer = z.infer<typeof Transfer>;

export function isTransferRunning(transfer: Transfer | null): boolean {
  return (
    transfer !== null &&
    (transfer.state === 'writing' ||
      transfer.state === 'verifying' ||
      transfer.state === 'replacing')
  );
}
