import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

import { cuePages } from './cue-pages.ts';
import { cuePhrases } from './cue-phrases.ts';

/**
 * The pages of a cue in its place: `probe` is an unseen copy set in the cue's own style, `box` the
 * room there is. Cut again whenever the room or the size changes.
 */
export function useCuePages(
  text: string,
  box: RefObject<HTMLElement | null>,
  probe: RefObject<HTMLElement | null>,
  cuePx: number,
): readonly string[] {
  const [pages, setPages] = useState<readonly string[]>([text]);

  useLayoutEffect(() => {
    const boxElement = box.current;
    const probeElement = probe.current;
    if (boxElement === null || probeElement === null) return undefined;

    function measure(boxNow: HTMLElement, probeNow: HTMLElement): void {
      const fits = (part: string): boolean => {
        probeNow.replaceChildren(...cuePhrases(part).map(phraseElement));
        return (
          probeNow.scrollHeight <= boxNow.clientHeight && probeNow.scrollWidth <= boxNow.clientWidth
        );
      };
      const next = cuePages(text, fits);
      probeNow.replaceChildren();
      setPages((held) => (held.join('\n') === next.join('\n') ? held : next));
    }

    measure(boxElement, probeElement);
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => measure(boxElement, probeElement));
    observer.observe(boxElement);
    return () => observer.disconnect();
  }, [text, box, probe, cuePx]);

  return pages;
}

function phraseElement(phrase: string): HTMLElement {
  const element = document.createElement('span');
  element.textContent = phrase;
  return element;
}
