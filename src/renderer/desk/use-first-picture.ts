import { useEffect } from 'react';

import { useHasSnapshot } from '#renderer/store/selectors.ts';

import { fetchLaterParts } from './later-parts.ts';

/** By then the first picture is drawn and takes keys. */
const FETCH_LATER_AFTER_MS = 1_000;

/** Does after the first picture what was left out of it. */
export function useFirstPicture(): void {
  const hasSnapshot = useHasSnapshot();
  useEffect(() => {
    if (!hasSnapshot) return;
    const timer = setTimeout(() => void fetchLaterParts(), FETCH_LATER_AFTER_MS);
    return () => clearTimeout(timer);
  }, [hasSnapshot]);
}
