import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { EXPORT_ENDING } from '#core/transfer/export-ending.ts';

/** What the contract takes as a path. */
export const MAX_PATH_LENGTH = 4096;

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

/**
 * What another start or the system hands over, where it is the whole path of a file that is named as
 * exports are; null otherwise. Read without a schema: it is done before there is a window.
 */
export function openedFile(path: unknown): string | null {
  if (typeof path !== 'string' || path.length > MAX_PATH_LENGTH || path.includes('\0')) return null;
  return isAbsolute(path) && path.toLowerCase().endsWith(EXPORT_ENDING) ? path : null;
}

/** What a second start tells the first one of a file, not looked at further; null: of none. */
export function toldPath(told: unknown): unknown {
  if (typeof told !== 'object' || told === null || !('openedFile' in told)) return null;
  return told.openedFile;
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
