import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';

/** Gives a box that scrolls a tab stop while something of it is out of sight, so that keys can scroll it. */
export function useScrollStop(box: RefObject<HTMLElement | null>): void {
  // What is in it may be another with every drawing.
  useLayoutEffect(() => setStop(box.current));
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => setStop(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
}

function setStop(element: HTMLElement | null): void {
  if (element === null) return;
  if (element.scrollHeight > element.clientHeight) element.tabIndex = 0;
  else element.removeAttribute('tabindex');
}
