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

/** What is to be said, and the answer to it where it is a question that has one. */
type SaidCue = { readonly text: string; readonly answer: string | null };

type ClassOf = (word: CueWord) => string;

/**
 * A cue in the room that `box` has; `probe` is an unseen copy set in the cue's own style, `classOf`
 * the style of a piece of it.
 */
export function measureCue(
  { text, answer }: SaidCue,
  box: HTMLElement,
  probe: HTMLElement,
  classOf: ClassOf,
): CueSetting {
  const pagesAs = (fit: CueSetting['fit'], said: string): readonly string[] => {
    probe.dataset['fit'] = fit;
    const pages = cuePages(said, (part) => {
      probe.replaceChildren(...cueElements(part, classOf));
      return hasRoom(box, probe);
    });
    probe.replaceChildren();
    return pages;
  };
  const whole = answer === null ? text : `${text} ${answer}`;
  const large = pagesAs('large', whole);
  const isShort = Array.from(whole).length <= TIGHT_AT_MOST;
  if (large.length < 2) return { pages: large, fit: 'large' };
  if (!isShort && answer === null) return { pages: large, fit: 'large' };
  const tight = isShort ? pagesAs('tight', whole) : [];
  // An answer begins a page of its own rather than within one of the question.
  if (answer !== null && tight.length !== 1) {
    return { pages: [...pagesAs('large', text), ...pagesAs('large', answer)], fit: 'large' };
  }
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
