import { z } from 'zod';

/** What each channel carries. */
type Payloads = {
  'cuedesk-ready': [];
  'cuedesk-global-keys': [boolean];
};
export type IpcChannel = keyof Payloads;
export type IpcPayload<C extends IpcChannel> = Payloads[C];

/** Everything a page may say to the main process by Electron's IPC; the rest goes over its port. */
export const IPC_CHANNELS: { readonly [C in IpcChannel]: z.ZodType<Payloads[C]> } = {
  /** The page is loaded and wants its port to the core. */
  'cuedesk-ready': z.tuple([]),
  /** Whether the desk wants keys while another program has the focus. */
  'cuedesk-global-keys': z.tuple([z.boolean()]),
};

/** Largest payload as the structured clone writes it; no channel has more to say than a few words. */
export const MAX_IPC_BYTES = 1024;
