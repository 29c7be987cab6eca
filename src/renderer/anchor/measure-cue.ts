import { cuePages } from './cue-pages.ts';
import { cuePhrases } from './cue-phrases.ts';
import { cueWords } from './cue-words.ts';

/**
 * The pages of a cue in the room that `box` has; `probe` is an unseen copy set in the cue's own
 * style, `wordClass` the style of a word that stays whole.
 */
export function measureCue(
  text: string,
  box: HTMLElement,
  probe: HTMLElement,
  wordClass: string,
): readonly string[] {
  const pages = cuePages(text, (part) => {
    probe.replaceChildren(...cueElements(part, wordClass));
    return hasRoom(box, probe);
  });
  probe.replaceChildren();
  return pages;
}

/** Whether the probe, filled, stays inside its box. */
export function hasRoom(box: HTMLElement, probe: HTMLElement): boolean {
  return probe.scrollHeight <= box.clientHeight && probe.scrollWidth <= box.clientWidth;
}

/** The same elements as the cue is rendered in. */
function cueElements(text: string, wordClass: string): readonly HTMLElement[] {
  return cuePhrases(text).map((phrase) => {
    const element = document.createElement('span');
    for (const { text: letters, isWhole } of cueWords(phrase)) {
      if (isWhole) {
        const word = document.createElement('span');
        word.className = wordClass;
        word.textContent = letters;
        element.append(word);
      } else element.append(letters);
    }
    return element;
  });
}
