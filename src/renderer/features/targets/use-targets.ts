import { useCallback } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useReadAgain } from '#renderer/connection/use-read-again.ts';
import type { AppError } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import type { ShowId } from '#shared/model/ids.ts';
import type { TargetName, TargetValue } from '#shared/model/show-target.ts';

type Said = {
  readonly key: 'targets.said.set' | 'targets.said.removed' | 'targets.said.withdrawn';
  readonly count: number;
};

interface Targets {
  /** Null until they are read. */
  readonly read: CommandOutput<'targets.get'> | null;
  readonly error: AppError | null;
  /** What was done last. */
  readonly said: Said | null;
  set(targets: readonly TargetValue[], how: CommandInput<'targets.set'>['how']): Promise<void>;
  remove(name: TargetName): Promise<void>;
  carry(): Promise<void>;
  withdraw(setSeq: number): Promise<void>;
}

/** The targets of a show, read again after each change made here. */
export function useShowTargets(showId: ShowId): Targets {
  const run = useCommand();
  const readAll = useCallback(() => run('targets.get', { showId }), [run, showId]);
  const {
    value: read,
    error,
    said,
    done,
  } = useReadAgain<CommandOutput<'targets.get'>, Said>(readAll);

  return {
    read,
    error,
    said,
    async set(targets, how) {
      const result = await run('targets.set', { showId, targets: [...targets], how });
      done(result, { key: 'targets.said.set', count: targets.length });
    },
    async remove(name) {
      const targets = [{ name, value: null }];
      const result = await run('targets.set', { showId, targets, how: 'typed' });
      done(result, { key: 'targets.said.removed', count: 1 });
    },
    async carry() {
      const result = await run('targets.carry', { showId });
      done(result, { key: 'targets.said.set', count: result.ok ? result.value.count : 0 });
    },
    async withdraw(setSeq) {
      const result = await run('targets.withdraw', { showId, setSeq });
      done(result, { key: 'targets.said.withdrawn', count: 0 });
    },
  };
}
