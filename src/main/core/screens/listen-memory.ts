import { join } from 'node:path';

import { z } from 'zod';

import type { Randomness } from '../ports.ts';
import { readJson, writePrivateJson } from './private-file.ts';

/**
 * Where the page server was last reached, so that paired tablets find the desk again after a
 * restart. `cookieKey` keeps apart the cookies of two desks on one machine: ports do not.
 */
const ListenMemory = z.object({
  cookieKey: z.string().regex(/^[0-9a-f]{8}$/),
  loopbackPort: z.int().nullable(),
  /** The address opened for second screens when the core ended; null when it was closed. */
  open: z.object({ address: z.string(), port: z.int() }).nullable(),
});
export type ListenMemory = z.infer<typeof ListenMemory>;

export function loadListenMemory(dataFolder: string, randomness: Randomness): ListenMemory {
  return (
    readJson(memoryPath(dataFolder), ListenMemory) ?? {
      cookieKey: Buffer.from(randomness.bytes(4)).toString('hex'),
      loopbackPort: null,
      open: null,
    }
  );
}

export function saveListenMemory(dataFolder: string, memory: ListenMemory): void {
  writePrivateJson(memoryPath(dataFolder), memory);
}

function memoryPath(dataFolder: string): string {
  return join(dataFolder, 'screens.json');
}
