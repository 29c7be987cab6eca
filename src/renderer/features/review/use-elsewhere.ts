import { useEffect, useRef, useState } from 'react';

import { useReviewRevision } from '#renderer/store/selectors.ts';
import type { ShowId } from '#shared/model/ids.ts';

interface Held<Value> {
  readonly showId: ShowId;
  /** What this page shows. */
  readonly held: Value;
  /** What is stored now; null where it cannot be read. */
  readonly read: () => Promise<Value | null>;
}

/**
 * What somebody wrote to the show's review on another desk or phone since it was read; null while this
 * page shows what is stored. It is for the reader to let it in: nothing moves by itself.
 */
export function useElsewhere<Value>({ showId, held, read }: Held<Value>): Value | null {
  const revision = useReviewRevision(showId);
  const known = useRef({ showId, revision });
  const reading = useRef(read);
  const [stored, setStored] = useState<{ readonly showId: ShowId; readonly value: Value } | null>(
    null,
  );
  useEffect(() => {
    reading.current = read;
  });
  useEffect(() => {
    const isFirst = known.current.showId !== showId;
    const isSame = known.current.revision === revision;
    known.current = { showId, revision };
    if (isFirst || isSame) return undefined;
    let isCurrent = true;
    void reading.current().then((value) => {
      if (isCurrent && value !== null) setStored({ showId, value });
    });
    return () => {
      isCurrent = false;
    };
  }, [showId, revision]);
  if (stored?.showId !== showId) return null;
  return JSON.stringify(stored.value) === JSON.stringify(held) ? null : stored.value;
}
