import { join } from 'node:path';

import { z } from 'zod';

/** Path of the local programs' socket; its own, because their frames may be large. */
export const CLI_SOCKET_PATH = '/socket.io-cli';

/** What a running core tells local programs of the same user; absent when none runs. */
export const RuntimeInfo = z.object({
  pid: z.int().positive(),
  /** `http://127.0.0.1:PORT`; null while the page server is off (desktop app). */
  url: z.string().nullable(),
  port: z.int().nullable(),
  token: z.string(),
  socketPath: z.string(),
});
export type RuntimeInfo = z.infer<typeof RuntimeInfo>;

export function runtimeFilePath(dataFolder: string): string {
  return join(dataFolder, 'runtime.json');
}
