import { useEffect, type RefObject } from 'react';

/**
 * Keys go on where they were: when what had the focus inside goes away or is switched off while it
 * works, the whole takes the focus instead of the page. It must be focusable (`tabIndex` -1).
 */
export function useKeptFocus(whole: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = whole.current;
    if (element === null) return undefined;
    let isInside = element.contains(document.activeElement);
    let frame = 0;
    const onFocusIn = (): void => {
      isInside = true;
    };
    // What goes away tells of no new place; what the operator leaves does.
    const onPointerDown = (event: PointerEvent): void => {
      if (!(event.target instanceof Node) || !element.contains(event.target)) isInside = false;
    };
    const onFocusElsewhere = (event: FocusEvent): void => {
      if (!(event.target instanceof Node) || !element.contains(event.target)) isInside = false;
    };
    const look = (): void => {
      if (isInside && document.activeElement === document.body) element.focus();
    };
    // A button that is switched off loses the focus with the next frame, not before.
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(look);
      });
    });
    observer.observe(element, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled', 'hidden'],
    });
    element.addEventListener('focusin', onFocusIn);
    document.addEventListener('pointerdown', onPointerDown, true);
    document.addEventListener('focusin', onFocusElsewhere, true);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      element.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('pointerdown', onPointerDown, true);
      document.removeEventListener('focusin', onFocusElsewhere, true);
    };
  }, [whole]);
}
