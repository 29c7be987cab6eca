import { useEffect, useRef } from 'react';

import { useDeskStore } from '#renderer/store/desk-store.ts';
import { useData } from '#renderer/store/selectors.ts';

/** A note that was begun and not saved may be about somebody who was erased just now: it goes too. */
export function useForgetErased(): void {
  const { lastErasedTs } = useData();
  const setNoteDraft = useDeskStore((desk) => desk.setNoteDraft);
  const known = useRef(lastErasedTs);
  useEffect(() => {
    if (known.current === lastErasedTs) return;
    known.current = lastErasedTs;
    setNoteDraft(null);
  }, [lastErasedTs, setNoteDraft]);
}
