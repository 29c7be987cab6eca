import { useCallback, useEffect, useRef, useState } from 'react';

import { useCommand } from '#renderer/connection/client-context.tsx';
import { useData, useKeptPeople } from '#renderer/store/selectors.ts';
import type { AppError } from '#shared/contract/app-error.ts';
import type { PersonCard, PersonKey } from '#shared/model/person.ts';

/** How old what is shown of a show may be; a card costs the core a few milliseconds at most. */
const READ_EVERY_MS = 5_000;

export interface ReadCard {
  /** Null until it was read. */
  readonly card: PersonCard | null;
  /** Why it could not be read the last time. */
  readonly error: AppError | null;
  /** The person is not in the store, or not any more. */
  readonly isGone: boolean;
  readonly refresh: () => void;
}

/** The card of a person while it is shown: read again as they go on, and when any desk changes it. */
export function usePersonCard({ platform, platformUserId }: PersonKey): ReadCard {
  const run = useCommand();
  const [card, setCard] = useState<PersonCard | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const kept = useKeptPeople();
  const { lastErasedTs } = useData();
  const asked = useRef(0);

  const refresh = useCallback(() => {
    asked.current += 1;
    const turn = asked.current;
    void run('person.card', { platform, platformUserId }).then((result) => {
      // An answer that was overtaken says less.
      if (turn !== asked.current) return;
      setError(result.ok ? null : result.error);
      if (result.ok) setCard(result.value);
    });
  }, [run, platform, platformUserId]);

  useEffect(refresh, [refresh, kept, lastErasedTs]);
  useEffect(() => {
    const timer = setInterval(refresh, READ_EVERY_MS);
    return () => {
      clearInterval(timer);
      // Nobody waits for the answer any more.
      asked.current += 1;
    };
  }, [refresh]);

  return { card, error, isGone: error?.code === 'unknown_person', refresh };
}
