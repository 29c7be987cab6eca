import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { FaultDefinition } from './fault.ts';

const ENDING = '.fault.ts';

/** Names of all registered faults: one file each in this folder. */
export function faultNames(): readonly string[] {
  return readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .toSorted();
}

/** Throws when the file exports no `fault` of that name. */
export async function loadFault(name: string): Promise<FaultDefinition> {
  const file = pathToFileURL(join(import.meta.dirname, `${name}${ENDING}`)).href;
  const { fault } = (await import(/* @vite-ignore */ file)) as { fault?: FaultDefinition };
  if (fault?.name !== name) throw new Error(`${name}${ENDING} exports no fault called ${name}`);
  return fault;
}
