import { useCallback, useEffect, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import type { AppError, Result } from '#shared/contract/app-error.ts';
import type { ImprovementCourse, ImprovementItem } from '#shared/model/improvement.ts';

export interface Courses {
  /** Null until they are read. */
  readonly courses: readonly ImprovementCourse[] | null;
  readonly error: AppError | null;
  /** Of the last change made here; null: nothing to take back. */
  readonly changeId: number | null;
  setState(item: ImprovementItem, state: ImprovementItem['state']): Promise<void>;
  undo(): Promise<void>;
}

/** The room's improvement items over their shows, read again after every change. */
export function useCourses(): Courses {
  const run = useCommand();
  const [courses, setCourses] = useState<readonly ImprovementCourse[] | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [changeId, setChangeId] = useState<number | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    void run('improvement.list', {}).then((result) => {
      if (!isCurrent) return;
      if (result.ok) setCourses(result.value.courses);
      else setError(result.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [run, attempt]);

  const told = useCallback((result: Result<unknown>): void => {
    setError(result.ok ? null : result.error);
    setAttempt((count) => count + 1);
  }, []);

  async function setState({ id }: ImprovementItem, state: ImprovementItem['state']): Promise<void> {
    const result = await run('improvement.setState', { id, state });
    if (result.ok) setChangeId(result.value.changeId);
    told(result);
  }
  async function undo(): Promise<void> {
    if (changeId === null) return;
    const result = await run('improvement.undo', { changeId });
    setChangeId(null);
    told(result);
  }
  return { courses, error, changeId, setState, undo };
}
