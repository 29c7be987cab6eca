import { join } from 'node:path';

import { z } from 'zod';

import type { Logger, Randomness } from '../ports.ts';
import { readJson, tryWritePrivateJson } from './private-file.ts';

/**
 * Where the page server was last reached, so that paired tablets find the desk again after a
 * restart. `cookieKey` keeps apart the cookies of two desks on one machine: ports do not.
 */
const ListenMemory = z.object({
  cookieKey: z.string().regex(/^[0-9a-f]{8}$/),
  loopbackPort: z.int().nullable(),
  /** Where devices of the network look for the desk, also while another program holds it. */
  lanPort: z.int().nullable().default(null),
  /** The address opened for second screens when the core ended, with its port as looked for; null when it was closed. */
  open: z.object({ address: z.string(), port: z.int() }).nullable(),
});
export type ListenMemory = z.infer<typeof ListenMemory>;

export function loadListenMemory(dataFolder: string, randomness: Randomness): ListenMemory {
  return (
    readJson(memoryPath(dataFolder), ListenMemory) ?? {
      cookieKey: Buffer.from(randomness.bytes(4)).toString('hex'),
      loopbackPort: null,
      lanPort: null,
      open: null,
    }
  );
}

/** Not written, the next start finds no address; this one goes on. */
export function saveListenMemory(dataFolder: string, memory: ListenMemory, logger: Logger): void {
  tryWritePrivateJson(memoryPath(dataFolder), memory, logger);
}

function memoryPath(dataFolder: string): string {
  return join(dataFolder, 'screens.json');
}
