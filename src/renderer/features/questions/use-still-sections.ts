import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

import { placesOf, stillSections, type Places, type Sections } from './question-sections.ts';

/** A mouse that has not moved for so long is parked, not aiming. */
const PARKED_AFTER_MS = 4_000;

/** The rows, held in their places while a mouse moves over the list or the keys are in it. */
export function useStillSections(
  element: RefObject<HTMLElement | null>,
  now: Sections,
): { readonly sections: Sections; readonly onFocus: () => void; readonly onBlur: () => void } {
  const [places, setPlaces] = useState<Places | null>(null);
  const sections = places === null ? now : stillSections(places, now);
  const shown = useRef(sections);
  useLayoutEffect(() => {
    shown.current = sections;
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
      if (!hasFocus.current) setPlaces(null);
    }
    function onMove(event: PointerEvent): void {
      if (event.pointerType !== 'mouse') return;
      clearTimeout(timer);
      timer = setTimeout(goOn, PARKED_AFTER_MS);
      setPlaces((held) => held ?? placesOf(shown.current));
    }
    target.addEventListener('pointermove', onMove, { signal });
    target.addEventListener('pointerleave', goOn, { signal });
    return () => {
      clearTimeout(timer);
      listening.abort();
    };
  }, [element]);

  return {
    sections,
    onFocus() {
      hasFocus.current = true;
      setPlaces((held) => held ?? placesOf(shown.current));
    },
    onBlur() {
      hasFocus.current = false;
      setPlaces(null);
    },
  };
}
