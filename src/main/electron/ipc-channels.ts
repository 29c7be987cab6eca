import { z } from 'zod';

/** Everything a page may say to the main process by Electron's IPC; the rest goes over its port. */
export const IPC_CHANNELS = {
  /** The page is loaded and wants its port to the core. */
  'cuedesk-ready': z.tuple([]),
} as const satisfies Readonly<Record<string, z.ZodType<readonly unknown[]>>>;

export type IpcChannel = keyof typeof IPC_CHANNELS;
export type IpcPayload<C extends IpcChannel> = z.infer<(typeof IPC_CHANNELS)[C]>;

/** Largest payload as the structured clone writes it; no channel has more to say than a few words. */
export const MAX_IPC_BYTES = 1024;
