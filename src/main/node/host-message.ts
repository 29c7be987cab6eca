import { z } from 'zod';

/** What the process that started the browser host asks it. */
export const HostQuestion = z.object({ type: z.literal('ping') });

/** What the browser host tells the process that started it, over IPC or as one line on stdout. */
export const HostMessage = z.discriminatedUnion('type', [
  /** The desk can be opened; `url` carries a single-use code. */
  z.object({ type: z.literal('ready'), url: z.string(), pid: z.int(), port: z.int() }),
  /** Another browser host holds this data folder; `url` is a new link to its desk. */
  z.object({ type: z.literal('already-running'), url: z.string(), pid: z.int(), port: z.int() }),
  /** The answer to a ping: its event loop turns. */
  z.object({ type: z.literal('alive') }),
  z.object({ type: z.literal('fatal'), message: z.string(), exitCode: z.int() }),
]);
export type HostMessage = z.infer<typeof HostMessage>;
