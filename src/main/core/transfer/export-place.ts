import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';

/**
 * Where a file that is given away is written: a folder that was typed gets `name` in it, null is the
 * data folder's `exports`. Refused: file_exists, folder_unwritable.
 */
export function exportPlace(
  dataFolder: string,
  typed: string | null,
  name: string,
): Result<string> {
  try {
    const path = typed === null ? join(dataFolder, 'exports', name) : inFolder(typed.trim(), name);
    if (!isAbsolute(path)) return fail('folder_unwritable', { folder: dirname(path) });
    if (typed === null) mkdirSync(dirname(path), { recursive: true });
    if (existsSync(path)) return fail('file_exists', { path });
    accessSync(dirname(path), constants.W_OK);
    return ok(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return fail('folder_unwritable', { folder: typed ?? dataFolder });
  }
}

function inFolder(path: string, name: string): string {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  return isFolder ? join(path, name) : path;
}
