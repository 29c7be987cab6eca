import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

const Line = z.looseObject({ event: z.string() });
export type WrittenLine = z.infer<typeof Line>;

/** What a running product has written to the logs of its data folder, in order within each file. */
export function logLines(dataFolder: string): readonly WrittenLine[] {
  const folder = join(dataFolder, 'logs');
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
    // The last one may be half written.
    return lines.slice(0, -1).map((line) => Line.parse(JSON.parse(line)));
  });
}
