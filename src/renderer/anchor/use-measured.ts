import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/**
 * What `measure` says of its box, again whenever the box or `measure` changes. The held value stays
 * the same object as long as it is written the same.
 */
export function useMeasured<T>(
  box: RefObject<HTMLElement | null>,
  first: T,
  measure: (box: HTMLElement) => T,
): T {
  const [held, setHeld] = useState(first);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    function look(boxNow: HTMLElement): void {
      const next = measure(boxNow);
      setHeld((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    }
    look(element);
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => look(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, measure]);

  return held;
}
