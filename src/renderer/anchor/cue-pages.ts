import { wordStarts } from './cue-words.ts';

/** More pages than this are never made: what does not fit then is the operator's to cut. */
const MAX_PAGES = 12;

// A break after these reads naturally in both scripts.
const SENTENCE_END = /[，。！？；：、,.!?;:…]/;
const LATIN = /[A-Za-z0-9]/;

/**
 * Cuts a cue into the fewest pages that each fit, of about the same length, broken after punctuation
 * where there is some and never inside a Latin word or number unless nothing else is left.
 * `fits` says whether a text fits the place at the cue's size.
 */
export function cuePages(text: string, fits: (part: string) => boolean): readonly string[] {
  const characters = Array.from(text.trim());
  if (characters.length === 0) return [];
  const starts = wordStarts(text.trim());
  for (let count = 1; count <= MAX_PAGES; count += 1) {
    // Punctuation first; where a page then grows too long, between any two words.
    for (const wordCost of [2, 0]) {
      const pages = splitEvenly(characters, count, { starts, wordCost });
      if (pages.every(fits)) return pages;
    }
  }
  return splitEvenly(characters, MAX_PAGES, { starts, wordCost: 0 });
}

type Taste = {
  /** Where words begin, counted in characters. */
  readonly starts: ReadonlySet<number>;
  /** How much a break between two words is worse than one after punctuation. */
  readonly wordCost: number;
};

function splitEvenly(
  characters: readonly string[],
  count: number,
  taste: Taste,
): readonly string[] {
  const pages: string[] = [];
  let start = 0;
  for (let page = 1; page <= count && start < characters.length; page += 1) {
    const left = characters.length - start;
    const target = Math.ceil(left / (count - page + 1));
    const end =
      page === count ? characters.length : start + breakNear(characters, start, target, taste);
    const part = characters.slice(start, end).join('').trim();
    if (part !== '') pages.push(part);
    start = end;
  }
  return pages;
}

/** Length of the piece from `start`: the best break within a third of `target` around it. */
function breakNear(
  characters: readonly string[],
  start: number,
  target: number,
  taste: Taste,
): number {
  const reach = Math.floor(target / 3);
  let best = target;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let length = Math.max(1, target - reach); length <= target + reach; length += 1) {
    if (start + length >= characters.length) break;
    const cost =
      breakCost(characters, start + length, taste) + Math.abs(length - target) / (reach + 1);
    if (cost < bestCost) {
      bestCost = cost;
      best = length;
    }
  }
  return best;
}

/** 0 after punctuation, `wordCost` between words, 4 inside a Chinese one, 8 inside a Latin one, 16 before punctuation. */
function breakCost(characters: readonly string[], at: number, taste: Taste): number {
  // The space after a comma belongs to it.
  const isSpaced = characters[at - 1]?.trim() === '';
  const before = characters[isSpaced ? at - 2 : at - 1] ?? '';
  const after = characters[at] ?? '';
  if (SENTENCE_END.test(after)) return 16;
  if (SENTENCE_END.test(before)) return 0;
  if (isSpaced || after.trim() === '') return taste.wordCost;
  if (LATIN.test(before) && LATIN.test(after)) return 8;
  return taste.starts.has(at) ? taste.wordCost : 4;
}
