import { z } from 'zod';

import { AppError } from '#shared/contract/app-error.ts';
import { SecretProtection } from '#shared/model/source.ts';

import { MAX_PATH_LENGTH } from './opened-file.rules.ts';

const MAX_SECRET_LENGTH = 8192;
const MAX_PAGE_LENGTH = 2_000_000;
const MAX_FOOTER_LENGTH = 300;

/** From the main process to the core's process. */
export const ToCore = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('start'),
    config: z.strictObject({
      dataFolder: z.string(),
      hostKind: z.literal('app'),
      version: z.string(),
      pagesFolder: z.string(),
      sqliteBinding: z.string().nullable(),
      storeWorker: z.string(),
      deskPort: z.int().nullable(),
    }),
    /** `first`: only where there has never been a show. */
    demo: z.enum(['none', 'first', 'always']),
    /** What guards secrets here; `system`: by asking the main process. */
    secretProtection: SecretProtection,
  }),
  /** The operator opened this export file with the app. */
  z.strictObject({ type: z.literal('offer'), path: z.string().min(1).max(MAX_PATH_LENGTH) }),
  /** Carries one port: a window's line to the core. */
  z.strictObject({ type: z.literal('connect') }),
  /** Does its event loop turn? Answered with `alive`. */
  z.strictObject({ type: z.literal('ping') }),
  /** The machine is about to sleep, or woke up. */
  z.strictObject({ type: z.literal('power'), state: z.enum(['suspend', 'resume']) }),
  /** A secret sealed or opened; null when that was not possible. */
  z.strictObject({
    type: z.literal('secret'),
    id: z.int(),
    data: z
      .string()
      .max(2 * MAX_SECRET_LENGTH)
      .nullable(),
  }),
  /** A page that was printed; null where it was not, for this reason. */
  z.strictObject({
    type: z.literal('printed'),
    id: z.int(),
    bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array).nullable(),
    reason: z.string(),
  }),
  /** End in order; the process exits by itself afterwards. */
  z.strictObject({ type: z.literal('close') }),
]);
export type ToCore = z.infer<typeof ToCore>;

/** From the core's process to the main process. */
export const FromCore = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('started'), port: z.int().nullable() }),
  z.strictObject({ type: z.literal('alive') }),
  /** Wants a secret sealed (text to base64) or opened (base64 to text). */
  z.strictObject({
    type: z.literal('secret'),
    id: z.int(),
    work: z.enum(['seal', 'unseal']),
    data: z.string().max(2 * MAX_SECRET_LENGTH),
  }),
  /** Wants a page made into a file. */
  z.strictObject({
    type: z.literal('print'),
    id: z.int(),
    order: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('pdf'),
        html: z.string().max(MAX_PAGE_LENGTH),
        footer: z.string().max(MAX_FOOTER_LENGTH),
      }),
      z.strictObject({ kind: z.literal('png'), html: z.string().max(MAX_PAGE_LENGTH) }),
    ]),
  }),
  /** It cannot start here, and trying again would not help; the process exits. */
  z.strictObject({
    type: z.literal('failed'),
    error: AppError.nullable(),
    message: z.string(),
  }),
]);
export type FromCore = z.infer<typeof FromCore>;
