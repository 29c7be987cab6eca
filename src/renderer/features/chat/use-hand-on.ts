import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Whether a mouse button or a finger is down that went down on the element (its scroll bar too). */
export function useHandOn(element: RefObject<HTMLElement | null>): RefObject<boolean> {
  const isOn = useRef(false);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const on = (): void => {
      isOn.current = true;
    };
    const off = (): void => {
      isOn.current = false;
    };
    // A finger's pointer is cancelled when the browser scrolls with it: touch events go on.
    target.addEventListener('pointerdown', on);
    target.addEventListener('touchstart', on, { passive: true });
    window.addEventListener('pointerup', off);
    window.addEventListener('touchend', off);
    return () => {
      target.removeEventListener('pointerdown', on);
      target.removeEventListener('touchstart', on);
      window.removeEventListener('pointerup', off);
      window.removeEventListener('touchend', off);
    };
  }, [element]);
  return isOn;
}
