import { useEffect, useState, type RefObject } from 'react';

import { SECTION_IDS, sectionElementId, type SectionId } from './section-ids.ts';

/** A part is the one that is read when its head has come so far up, of the page's height. */
const READ_AT = 0.35;

/** The part that is read while the page scrolls; null above the first. */
export function useCurrentSection(page: RefObject<HTMLElement | null>): SectionId | null {
  const [current, setCurrent] = useState<SectionId | null>(null);
  useEffect(() => {
    const element = page.current;
    if (element === null) return undefined;
    let frame = 0;
    const look = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setCurrent(readSection(element)));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', look);
    };
  }, [page]);
  return current;
}

function readSection(page: HTMLElement): SectionId | null {
  const { top, height } = page.getBoundingClientRect();
  const isAtEnd = page.scrollTop > 0 && page.scrollTop + page.clientHeight >= page.scrollHeight - 2;
  if (isAtEnd) return SECTION_IDS.at(-1) ?? null;
  const line = top + height * READ_AT;
  return (
    SECTION_IDS.findLast((id) => {
      const section = document.getElementById(sectionElementId(id));
      return section !== null && section.getBoundingClientRect().top <= line && height > 0;
    }) ?? null
  );
}
