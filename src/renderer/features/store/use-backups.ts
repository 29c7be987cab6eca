import { useEffect, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { AppError } from '#shared/contract/app-error.ts';
import type { Backup } from '#shared/model/store.ts';

type BackupsLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: AppError }
  | { readonly state: 'ready'; readonly backups: readonly Backup[] };

/** The list of backups, read again when `newest` is another one. */
export function useBackups(newest: string | null): BackupsLoad {
  const run = useCommand();
  const [load, setLoad] = useState<BackupsLoad>({ state: 'loading' });
  useEffect(() => {
    let isCurrent = true;
    void run('store.backups', {}).then((result) => {
      if (!isCurrent) return;
      setLoad(
        result.ok
          ? { state: 'ready', backups: result.value.backups }
          : { state: 'failed', error: result.error },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [run, newest]);
  return load;
}
