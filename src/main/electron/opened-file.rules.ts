import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { EXPORT_ENDING } from '#core/transfer/export-format.ts';

import { MAX_PATH_LENGTH } from './core-messages.ts';

/** The path of a file that may be offered for import: absolute, named as exports are. */
const OpenedFile = z
  .string()
  .max(MAX_PATH_LENGTH)
  .refine((path) => isAbsolute(path) && path.toLowerCase().endsWith(EXPORT_ENDING))
  .refine((path) => !path.includes('\0'));

const ADDRESS = /^[a-z][a-z0-9+.-]+:\/\//i;

/**
 * The export file among what a program was started with: the first argument that is no option and
 * names one, as a path from `workingFolder` or as a file: URL, which Linux desktops pass. Null: none.
 */
export function openedFileOf(args: readonly string[], workingFolder: string): string | null {
  for (const argument of args) {
    if (argument.startsWith('-')) continue;
    const path = ADDRESS.test(argument) ? pathOfUrl(argument) : argument;
    const file = path === null ? null : openedFile(resolve(workingFolder, path));
    if (file !== null) return file;
  }
  return null;
}

/** What another start or the system hands over, where it is such a path; null otherwise. */
export function openedFile(path: unknown): string | null {
  const parsed = OpenedFile.safeParse(path);
  return parsed.success ? parsed.data : null;
}

/** Null for an address of another machine or of no file. */
function pathOfUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  if (protocol !== 'file:' || host !== '') return null;
  try {
    return fileURLToPath(url);
  } catch (error) {
    // An escaped separator, which no path of ours has.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
