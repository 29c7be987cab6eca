import { useEffect, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useBlocks } from '#renderer/store/selectors.ts';
import type { AppError, Result } from '#shared/contract/app-error.ts';
import type { CommandOutput } from '#shared/contract/contract.ts';
import type { PlanEdit } from '#shared/contract/plan-commands.ts';
import type { BlockId } from '#shared/model/ids.ts';

export type WholePlan = CommandOutput<'plan.get'>;

export interface Plan {
  /** Null until it is read. */
  readonly plan: WholePlan | null;
  readonly error: AppError | null;
  /** One step that can be taken back; ids of what was inserted, null where it was refused. */
  edit(edits: readonly PlanEdit[]): Promise<readonly BlockId[] | null>;
  undo(): Promise<void>;
  redo(): Promise<void>;
}

/** The whole plan of the current show, read again whenever any desk changed it. */
export function usePlan(): Plan {
  const run = useCommand();
  const { revision } = useBlocks();
  const [plan, setPlan] = useState<WholePlan | null>(null);
  const [error, setError] = useState<AppError | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void run('plan.get', {}).then((result) => {
      if (!isCurrent) return;
      if (result.ok) setPlan(result.value);
      else setError(result.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [run, revision]);

  function told<T>(result: Result<T>): T | null {
    setError(result.ok ? null : result.error);
    return result.ok ? result.value : null;
  }

  return {
    plan,
    error,
    async edit(edits) {
      return told(await run('plan.edit', { edits: [...edits] }))?.insertedIds ?? null;
    },
    async undo() {
      told(await run('plan.undo', {}));
    },
    async redo() {
      told(await run('plan.redo', {}));
    },
  };
}
