import { useCallback, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useReadAgain } from '#renderer/connection/use-read-again.ts';
import type { AppError } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import type { ShowId } from '#shared/model/ids.ts';
import type { PlatformImportId } from '#shared/model/platform-import.ts';

export type ImportGround = CommandOutput<'imported.ground'>;
export type ImportInput = CommandInput<'imported.put'>;
type Said = {
  readonly key: 'imported.done' | 'imported.undone' | 'imported.removed' | 'imported.restored';
  readonly count: number;
};

interface Imports {
  /** Null until it is read. */
  readonly ground: ImportGround | null;
  readonly error: AppError | null;
  /** What was done last. */
  readonly said: Said | null;
  /** What was taken in here last and can be taken back. */
  readonly lastId: PlatformImportId | null;
  /** True where it was taken. */
  put(input: ImportInput): Promise<boolean>;
  undo(): Promise<void>;
  remove(importId: PlatformImportId): Promise<void>;
  restore(importId: PlatformImportId): Promise<void>;
}

/** Tables that were taken in for a show, read again after each change made here. */
export function useImports(showId: ShowId): Imports {
  const run = useCommand();
  const readAll = useCallback(() => run('imported.ground', { showId }), [run, showId]);
  const { value: ground, error, said, done } = useReadAgain<ImportGround, Said>(readAll);
  const [lastId, setLastId] = useState<PlatformImportId | null>(null);

  return {
    ground,
    error,
    said,
    lastId,
    async put(input) {
      const result = await run('imported.put', input);
      if (result.ok) setLastId(result.value.importId);
      return done(result, { key: 'imported.done', count: input.rows.length });
    },
    async undo() {
      if (lastId === null) return;
      const result = await run('imported.remove', { importId: lastId, isUndo: true });
      setLastId(null);
      done(result, { key: 'imported.undone', count: 0 });
    },
    async remove(importId) {
      if (importId === lastId) setLastId(null);
      const result = await run('imported.remove', { importId, isUndo: false });
      done(result, { key: 'imported.removed', count: 0 });
    },
    async restore(importId) {
      const result = await run('imported.restore', { importId });
      done(result, { key: 'imported.restored', count: 0 });
    },
  };
}
