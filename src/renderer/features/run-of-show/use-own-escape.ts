import { useEffect, type RefObject } from 'react';

import { isComposing } from '#renderer/ui/composing.ts';

/** Esc within an element is its own and never closes the sheet around it. */
export function useOwnEscape(around: RefObject<HTMLElement | null>, onEscape: () => void): void {
  useEffect(() => {
    const element = around.current;
    if (element === null) return undefined;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || isComposing(event)) return;
      event.preventDefault();
      event.stopPropagation();
      onEscape();
    }
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [around, onEscape]);
}
