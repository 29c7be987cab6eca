import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/**
 * A tab stop for a box that scrolls, so that keys can scroll it: 0 while something of it is out of
 * sight, else nothing.
 */
export function useScrollStop(box: RefObject<HTMLElement | null>): 0 | undefined {
  const [isLong, setIsLong] = useState(false);
  // What is in it may be another with every drawing.
  useLayoutEffect(() => setIsLong(isCut(box.current)));
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => setIsLong(isCut(element)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return isLong ? 0 : undefined;
}

function isCut(element: HTMLElement | null): boolean {
  return element !== null && element.scrollHeight > element.clientHeight;
}
