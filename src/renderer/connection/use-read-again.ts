import { useEffect, useState } from 'react';

import type { AppError, Result } from '#shared/contract/app-error.ts';

export interface ReadAgain<Value, Said> {
  /** Null until it is read. */
  readonly value: Value | null;
  readonly error: AppError | null;
  /** What was done last; null where that was refused. */
  readonly said: Said | null;
  /** A change was answered: what it did is said, or why it was refused. True where it was taken. */
  done(result: Result<unknown>, what: Said): boolean;
}

/** What `read` gives, read again after each change made here; `read` must stay the same for the same thing. */
export function useReadAgain<Value, Said>(
  read: () => Promise<Result<Value>>,
): ReadAgain<Value, Said> {
  const [value, setValue] = useState<Value | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    void read().then((result) => {
      if (!isCurrent) return;
      if (result.ok) setValue(result.value);
      else setError(result.error);
    });
    return () => {
      isCurrent = false;
    };
  }, [read, attempt]);

  return {
    value,
    error,
    said,
    done(result, what) {
      setError(result.ok ? null : result.error);
      setSaid(result.ok ? what : null);
      if (result.ok) setAttempt((count) => count + 1);
      return result.ok;
    },
  };
}
