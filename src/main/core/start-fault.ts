import { fail, type AppError } from '#shared/contract/app-error.ts';
import { CoreStartError } from './core.ts';
import { CommitFailed } from './room/committer.ts';
import { readJson } from './screens/private-file.ts';
import { RuntimeInfo, runtimeFilePath } from './screens/runtime-file.ts';

const NO_SPACE = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);
/** What the folder or its disk refuses; a file that is no store is another matter. */
const UNWRITABLE =
  /^(?:SQLITE_(?:CANTOPEN|READONLY|IOERR|PERM|NOTADB)|E(?:ACCES|PERM|ROFS|NOTDIR|ISDIR|EXIST|NOENT|IO)$)/;

/** Why the core did not start, as a code to be said; null for a bug, which has only its own words. */
export function startFault(error: unknown, dataFolder: string): AppError | null {
  if (error instanceof CoreStartError) return withHolder(error.error, dataFolder);
  const known = error instanceof CommitFailed ? error.error.code : null;
  const code = known ?? codeOf(error);
  if (known === 'store_full' || NO_SPACE.has(code)) {
    return fail('store_full', { folder: dataFolder }).error;
  }
  if (known === 'store_unwritable' || UNWRITABLE.test(code)) {
    return fail('store_unwritable', { folder: dataFolder, reason: code }).error;
  }
  return null;
}

/** Who uses the folder, where that can be told: the one to go to instead. */
function withHolder(error: AppError, dataFolder: string): AppError {
  if (error.code !== 'store_in_use') return error;
  const holder = readJson(runtimeFilePath(dataFolder), RuntimeInfo);
  if (holder === null) return error;
  const { pid, url } = holder;
  return { code: error.code, params: { ...error.params, pid, ...(url === null ? {} : { url }) } };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
