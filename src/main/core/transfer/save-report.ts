import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { ReportFile } from '#shared/contract/review-commands.ts';
import { fileStamp } from '../store/data-files.ts';

/**
 * Writes what a desk made of a review into the data folder's `exports`: one file by itself, several
 * into a folder of their own. Never over something that is there. Refused: bad_request for a name
 * given twice, folder_unwritable, store_full.
 */
export function saveReport(
  dataFolder: string,
  showId: number,
  files: readonly ReportFile[],
  nowTs: number,
): Result<{ path: string }> {
  const [only, ...others] = files;
  if (only === undefined || new Set(files.map(({ name }) => name)).size !== files.length) {
    return fail('bad_request', { what: 'files' });
  }
  const exports = join(dataFolder, 'exports');
  const stem = `cuedesk-show-${showId}-${fileStamp(nowTs)}`;
  const isSingle = others.length === 0;
  const path = join(exports, isSingle ? `${stem}.${only.name.split('.').at(-1) ?? ''}` : stem);
  return written(exports, path, () => {
    mkdirSync(isSingle ? exports : path, { recursive: true });
    for (const { name, text } of files) {
      writeFileSync(isSingle ? path : join(path, name), text, { flag: 'wx' });
    }
  });
}

/** Writes one file into `exports`, never over another. Refused: file_exists, folder_unwritable, store_full. */
export function saveExport(
  dataFolder: string,
  file: { readonly stem: string; readonly ending: string; readonly bytes: Uint8Array },
  nowTs: number,
): Result<{ path: string }> {
  const exports = join(dataFolder, 'exports');
  const path = join(exports, `${file.stem}-${fileStamp(nowTs)}.${file.ending}`);
  return written(exports, path, () => {
    mkdirSync(exports, { recursive: true });
    writeFileSync(path, file.bytes, { flag: 'wx' });
  });
}

function written(exports: string, path: string, write: () => void): Result<{ path: string }> {
  try {
    write();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOSPC') return fail('store_full', {});
    return error.code === 'EEXIST'
      ? fail('file_exists', { path })
      : fail('folder_unwritable', { folder: exports });
  }
  return ok({ path });
}
