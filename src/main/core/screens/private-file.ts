import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import type { z } from 'zod';

/** Writes a small JSON file that only this user can read, all at once. */
export function writePrivateJson(path: string, value: unknown): void {
  const temporary = `${path}.new`;
  writeFileSync(temporary, `${JSON.stringify(value)}\n`, { mode: 0o600 });
  // The mode above only counts when the file is new.
  chmodSync(temporary, 0o600);
  renameSync(temporary, path);
}

/** Null when absent, unreadable or not what `schema` says. */
export function readJson<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): z.infer<Schema> | null {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || isFileError(error)) return null;
    throw error;
  }
}

export function removeFile(path: string): void {
  rmSync(path, { force: true });
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
