import { cuePages } from './cue-pages.ts';
import { cuePhrases } from './cue-phrases.ts';
import { type CueWord, cueWords } from './cue-words.ts';

/** How a cue is set. */
export type CueSetting = {
  readonly pages: readonly string[];
  /**
   * `large`: every script at the size that Latin letters need, phrase by phrase. `tight`, where that
   * saves a second page: each script at its own least size, in one flow.
   */
  readonly fit: 'large' | 'tight';
};

/** A cue is about 20 characters. One of many more is read page by page, not as a block of small type. */
const TIGHT_AT_MOST = 28;

type ClassOf = (word: CueWord) => string;

/**
 * A cue in the room that `box` has; `probe` is an unseen copy set in the cue's own style, `classOf`
 * the style of a piece of it.
 */
export function measureCue(
  text: string,
  box: HTMLElement,
  probe: HTMLElement,
  classOf: ClassOf,
): CueSetting {
  const pagesAs = (fit: CueSetting['fit']): readonly string[] => {
    probe.dataset['fit'] = fit;
    const pages = cuePages(text, (part) => {
      probe.replaceChildren(...cueElements(part, classOf));
      return hasRoom(box, probe);
    });
    probe.replaceChildren();
    return pages;
  };
  const large = pagesAs('large');
  const isShort = Array.from(text).length <= TIGHT_AT_MOST;
  if (large.length < 2 || !isShort) return { pages: large, fit: 'large' };
  const tight = pagesAs('tight');
  return tight.length < 2 ? { pages: tight, fit: 'tight' } : { pages: large, fit: 'large' };
}

/** Whether the probe, filled, stays inside its box. */
export function hasRoom(box: HTMLElement, probe: HTMLElement): boolean {
  return probe.scrollHeight <= box.clientHeight && probe.scrollWidth <= box.clientWidth;
}

/** The same elements as the cue is rendered in. */
function cueElements(text: string, classOf: ClassOf): readonly HTMLElement[] {
  return cuePhrases(text).map((phrase) => {
    const element = document.createElement('span');
    for (const word of cueWords(phrase)) {
      const piece = document.createElement('span');
      piece.className = classOf(word);
      piece.textContent = word.text;
      element.append(piece);
    }
    return element;
  });
}
