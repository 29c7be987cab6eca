import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** A mouse that has not moved for so long is parked, not aiming. */
const PARKED_AFTER_MS = 4_000;

/**
 * What stood in an element when a mouse came to move over it, or the keys into it; null while neither
 * is there.
 */
export function useHandHold<T extends object>(
  element: RefObject<HTMLElement | null>,
  stands: () => T,
): T | null {
  const [held, setHeld] = useState<T | null>(null);
  const standing = useRef(stands);
  useLayoutEffect(() => {
    standing.current = stands;
  });
  const hasFocus = useRef(false);

  useEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    const listening = new AbortController();
    const { signal } = listening;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function goOn(): void {
      clearTimeout(timer);
      if (!hasFocus.current) setHeld(null);
    }
    function onMove(event: PointerEvent): void {
      if (event.pointerType !== 'mouse') return;
      clearTimeout(timer);
      timer = setTimeout(goOn, PARKED_AFTER_MS);
      setHeld((now) => now ?? standing.current());
    }
    function onFocusIn(): void {
      hasFocus.current = true;
      setHeld((now) => now ?? standing.current());
    }
    function onFocusOut({ relatedTarget }: FocusEvent): void {
      if (relatedTarget instanceof Node && target?.contains(relatedTarget) === true) return;
      hasFocus.current = false;
      setHeld(null);
    }
    target.addEventListener('pointermove', onMove, { signal });
    target.addEventListener('focusin', onFocusIn, { signal });
    target.addEventListener('focusout', onFocusOut, { signal });
    target.addEventListener('pointerleave', goOn, { signal });
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, [element]);

  return held;
}
