import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

import { placesOf, stillSections, type Sections } from './question-sections.ts';
import { useHandHold } from './use-hand-hold.ts';

/** The rows, held in their places while a mouse moves over the list or the keys are in it. */
export function useStillSections(element: RefObject<HTMLElement | null>, now: Sections): Sections {
  const shown = useRef(now);
  const held = useHandHold(element, () => placesOf(shown.current));
  const sections = held === null ? now : stillSections(held, now);
  useLayoutEffect(() => {
    shown.current = sections;
  });
  return sections;
}
