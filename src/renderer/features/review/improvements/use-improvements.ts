import { useCallback, useMemo, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { AppError, Result } from '#shared/contract/app-error.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import type { ImprovementItem, ReviewImprovements } from '#shared/model/improvement.ts';
import type { Review } from '#shared/model/review.ts';

import { useElsewhere } from '../use-elsewhere.ts';

export type ImprovementInput = CommandInput<'improvement.put'>;

/** The last change of this page, which can be taken back. */
export type ImprovementChange = { readonly changeId: number; readonly kind: 'put' | 'state' };

export interface ImprovementsOfReview {
  readonly held: ReviewImprovements;
  readonly change: ImprovementChange | null;
  readonly error: AppError | null;
  /** Somebody else changed them: what stands is not what is shown. */
  readonly isNews: boolean;
  showNews(): void;
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
  /** A change of this page is under way: it is no news. */
  const [isOwn, setOwn] = useState(false);
  const showId = review.show.id;

  const told = useCallback(
    async (result: Result<unknown>): Promise<boolean> => {
      setError(result.ok ? null : result.error);
      if (!result.ok) {
        setOwn(false);
        return false;
      }
      const again = await run('improvement.ofShow', { showId });
      if (again.ok) setRead({ review, held: again.value });
      else setError(again.error);
      setOwn(false);
      return true;
    },
    [run, review, showId],
  );
  const changed = useCallback(
    async (kind: ImprovementChange['kind'], asked: Promise<Result<{ changeId: number }>>) => {
      setOwn(true);
      const result = await asked;
      if (result.ok) setChange({ changeId: result.value.changeId, kind });
      return told(result);
    },
    [told],
  );

  const held = read?.review === review ? read.held : review.improvements;
  const news = useElsewhere({
    showId,
    held,
    read: async () => {
      const result = await run('improvement.ofShow', { showId });
      return result.ok ? result.value : null;
    },
  });
  return useMemo(
    () => ({
      held,
      change,
      error,
      isNews: news !== null && !isOwn,
      showNews: () => {
        if (news !== null) setRead({ review, held: news });
      },
      put: async (input) => changed('put', run('improvement.put', input)),
      setState: async ({ id }, state) =>
        changed('state', run('improvement.setState', { id, state })),
      undo: async () => {
        if (change === null) return false;
        setOwn(true);
        const result = await run('improvement.undo', { changeId: change.changeId });
        setChange(null);
        return told(result);
      },
    }),
    [held, change, error, news, isOwn, review, run, changed, told],
  );
}
