/** A piece of a phrase; the letters of one that `isWhole` stay on one line. */
export type CueWord = { readonly text: string; readonly isWhole: boolean };

/** Longer ones are broken like any text: a narrow screen may have no line for them. */
const HAN_WORD = /^[\u4e00-\u9fff]{2,4}$/;

/**
 * A text cut into its words; joined they equal the text. Chinese has no spaces to break at, so that
 * a line would end in the middle of a word. A browser that cannot tell words (Safari before 14.1)
 * gives the text as one piece.
 */
export function cueWords(text: string): readonly CueWord[] {
  const words: { text: string; isWhole: boolean }[] = [];
  for (const part of segmentsOf(text)) {
    const last = words[words.length - 1];
    const isWhole = HAN_WORD.test(part);
    if (!isWhole && last?.isWhole === false) last.text += part;
    else words.push({ text: part, isWhole });
  }
  return words;
}

/** Where a word begins inside the text, counted in characters. */
export function wordStarts(text: string): ReadonlySet<number> {
  const starts = new Set<number>();
  let at = 0;
  for (const part of segmentsOf(text)) {
    starts.add(at);
    at += Array.from(part).length;
  }
  return starts;
}

function segmentsOf(text: string): readonly string[] {
  if (!('Segmenter' in Intl)) return [text];
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
