import { useCallback, useEffect, useState } from 'react';

/** How long a control waits for the press that confirms. */
export const SECOND_PRESS_MS = 4_000;

/**
 * For what cannot be taken back: the first press asks in place, the second within 4 s does it.
 * Never a modal question while on air.
 */
export function useSecondPress(onConfirmed: () => void): {
  readonly isAsking: boolean;
  readonly press: () => void;
} {
  const [isAsking, setAsking] = useState(false);

  useEffect(() => {
    if (!isAsking) return undefined;
    const timer = setTimeout(() => setAsking(false), SECOND_PRESS_MS);
    return () => clearTimeout(timer);
  }, [isAsking]);

  const press = useCallback(() => {
    setAsking(!isAsking);
    if (isAsking) onConfirmed();
  }, [isAsking, onConfirmed]);

  return { isAsking, press };
}
