import { useEffect, type RefObject } from 'react';

import { jumpToSection, sectionOfKey } from './jump.ts';

/**
 * A digit goes to its part, but not where something is typed. Heard after everything on the page, so
 * that what has the focus and uses the key itself keeps it.
 */
export function useSectionKeys(page: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      const isHere = target === document.body || page.current?.contains(asNode(target)) === true;
      if (!isHere || (target instanceof Element && target.matches('input, textarea, select'))) {
        return;
      }
      const section = sectionOfKey(event.key);
      if (section === null) return;
      event.preventDefault();
      jumpToSection(section);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [page]);
}

function asNode(target: EventTarget | null): Node | null {
  return target instanceof Node ? target : null;
}
