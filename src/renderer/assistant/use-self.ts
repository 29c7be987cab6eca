import { useEffect, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { CommandOutput } from '#shared/contract/contract.ts';

/** Who this phone is to the desk; null until it has said so. */
export function useSelf(): CommandOutput<'assist.self'> | null {
  const run = useCommand();
  const [self, setSelf] = useState<CommandOutput<'assist.self'> | null>(null);
  useEffect(() => {
    let isWanted = true;
    void run('assist.self', {}).then((result) => {
      if (isWanted && result.ok) setSelf(result.value);
    });
    return () => {
      isWanted = false;
    };
  }, [run]);
  return self;
}
