/** More pages than this are never made: what does not fit then is the operator's to cut. */
const MAX_PAGES = 12;

// A break after these reads naturally in both scripts.
const SENTENCE_END = /[，。！？；：、,.!?;:…\s]/;
const LATIN = /[A-Za-z0-9]/;

/**
 * Cuts a cue into the fewest pages that each fit, of about the same length, broken after punctuation
 * where there is some and never inside a Latin word or number unless nothing else is left.
 * `fits` says whether a text fits the place at the cue's size.
 */
export function cuePages(text: string, fits: (part: string) => boolean): readonly string[] {
  const characters = Array.from(text.trim());
  if (characters.length === 0) return [];
  for (let count = 1; count <= MAX_PAGES; count += 1) {
    const pages = splitEvenly(characters, count);
    if (pages.every(fits)) return pages;
  }
  return splitEvenly(characters, MAX_PAGES);
}

function splitEvenly(characters: readonly string[], count: number): readonly string[] {
  const pages: string[] = [];
  let start = 0;
  for (let page = 1; page <= count && start < characters.length; page += 1) {
    const left = characters.length - start;
    const target = Math.ceil(left / (count - page + 1));
    const end = page === count ? characters.length : start + breakNear(characters, start, target);
    const part = characters.slice(start, end).join('').trim();
    if (part !== '') pages.push(part);
    start = end;
  }
  return pages;
}

/** Length of the piece from `start`: the best break within a third of `target` around it. */
function breakNear(characters: readonly string[], start: number, target: number): number {
  const reach = Math.floor(target / 3);
  let best = target;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let length = Math.max(1, target - reach); length <= target + reach; length += 1) {
    if (start + length >= characters.length) break;
    const cost = breakCost(characters, start + length) + Math.abs(length - target) / (reach + 1);
    if (cost < bestCost) {
      bestCost = cost;
      best = length;
    }
  }
  return best;
}

/** 0 after punctuation, 2 between Han characters, 8 inside a word, 16 before punctuation. */
function breakCost(characters: readonly string[], at: number): number {
  const before = characters[at - 1] ?? '';
  const after = characters[at] ?? '';
  if (SENTENCE_END.test(after) && after.trim() !== '') return 16;
  if (SENTENCE_END.test(before) || after.trim() === '') return 0;
  return LATIN.test(before) && LATIN.test(after) ? 8 : 2;
}
