import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';

import type { z } from 'zod';

import type { Logger } from '../ports.ts';

/**
 * Writes a small JSON file that only this user can read, all at once: after a power cut there is the
 * old file or the new one. Throws the file system's error; the old file is then untouched.
 */
export function writePrivateJson(path: string, value: unknown): void {
  writePrivateText(path, `${JSON.stringify(value)}\n`);
}

/** The same for text that is ready. */
export function writePrivateText(path: string, text: string): void {
  const temporary = `${path}.new`;
  try {
    writeSynced(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    removeFile(temporary);
    throw error;
  }
}

/**
 * The same for what may be missing at the next start: false, and a line in the log, where the file
 * system refuses it.
 */
export function tryWritePrivateJson(path: string, value: unknown, logger: Logger): boolean {
  try {
    writePrivateJson(path, value);
    return true;
  } catch (error) {
    if (!isFileError(error)) throw error;
    logger.log('warn', 'small_file_unwritable', { path, reason: String(error) });
    return false;
  }
}

function writeSynced(path: string, text: string): void {
  const file = openSync(path, 'w', 0o600);
  try {
    // The mode above only counts when the file is new.
    fchmodSync(file, 0o600);
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** What is in a JSON file, not looked at further; undefined when absent or unreadable. */
export function readJsonValue(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError || isFileError(error)) return undefined;
    throw error;
  }
}

/** Null when absent, unreadable or not what `schema` says. */
export function readJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): z.infer<Schema> | null {
  const parsed = schema.safeParse(readJsonValue(path));
  return parsed.success ? parsed.data : null;
}

/** Something else of that name, such as a folder, stays. */
export function removeFile(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) rmSync(path, { force: true });
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
