import { useCallback, useMemo, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { AppError, Result } from '#shared/contract/app-error.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import type { ImprovementItem, ReviewImprovements } from '#shared/model/improvement.ts';
import type { Review } from '#shared/model/review.ts';

export type ImprovementInput = CommandInput<'improvement.put'>;

/** The last change of this page, which can be taken back. */
export type ImprovementChange = { readonly changeId: number; readonly kind: 'put' | 'state' };

export interface ImprovementsOfReview {
  readonly held: ReviewImprovements;
  readonly change: ImprovementChange | null;
  readonly error: AppError | null;
  /** True when it was taken. */
  put(input: ImprovementInput): Promise<boolean>;
  setState(item: ImprovementItem, state: ImprovementItem['state']): Promise<boolean>;
  undo(): Promise<boolean>;
}

type Read = { readonly review: Review; readonly held: ReviewImprovements };

/** What a show's review asks to be done otherwise, with every change of it as it is stored. */
export function useImprovements(review: Review): ImprovementsOfReview {
  const run = useCommand();
  const [read, setRead] = useState<Read | null>(null);
  const [change, setChange] = useState<ImprovementChange | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const showId = review.show.id;

  const told = useCallback(
    async (result: Result<unknown>): Promise<boolean> => {
      setError(result.ok ? null : result.error);
      if (!result.ok) return false;
      const again = await run('improvement.ofShow', { showId });
      if (again.ok) setRead({ review, held: again.value });
      else setError(again.error);
      return true;
    },
    [run, review, showId],
  );
  const changed = useCallback(
    async (kind: ImprovementChange['kind'], result: Result<{ changeId: number }>) => {
      if (result.ok) setChange({ changeId: result.value.changeId, kind });
      return told(result);
    },
    [told],
  );

  const held = read?.review === review ? read.held : review.improvements;
  return useMemo(
    () => ({
      held,
      change,
      error,
      put: async (input) => changed('put', await run('improvement.put', input)),
      setState: async ({ id }, state) =>
        changed('state', await run('improvement.setState', { id, state })),
      undo: async () => {
        if (change === null) return false;
        const result = await run('improvement.undo', { changeId: change.changeId });
        setChange(null);
        return told(result);
      },
    }),
    [held, change, error, run, changed, told],
  );
}
