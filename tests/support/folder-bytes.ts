import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

export type Hit = { readonly file: string; readonly needle: string };

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

/** Where one of the texts stands in the bytes (UTF-8) of any file of a folder, whatever kind it is. */
export function hitsInFolder(folder: string, needles: readonly string[]): readonly Hit[] {
  return filesUnder(folder).flatMap((path) => {
    const bytes = readFileSync(path);
    return needles
      .filter((needle) => bytes.includes(needle))
      .map((needle) => ({ file: relative(folder, path), needle }));
  });
}
