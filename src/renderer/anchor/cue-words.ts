import { scriptRuns, type ScriptRun } from './script-runs.ts';

/** A piece of a phrase; the letters of one that `isWhole` stay on one line. */
export type CueWord = ScriptRun & { readonly isWhole: boolean };

/** Longer ones are broken like any text: a narrow screen may have no line for them. */
const HAN_WORD = /^[\u4e00-\u9fff]{2,4}$/;

/**
 * A text cut into its words and scripts; joined they equal the text. Chinese has no spaces to break
 * at, so that a line would end in the middle of a word. A browser that cannot tell words (Safari
 * before 14.1) keeps none whole.
 */
export function cueWords(text: string): readonly CueWord[] {
  const words: CueWord[] = [];
  let loose = '';
  const flush = (): void => {
    for (const run of scriptRuns(loose)) words.push({ ...run, isWhole: false });
    loose = '';
  };
  for (const part of segmentsOf(text)) {
    if (HAN_WORD.test(part)) {
      flush();
      words.push({ script: 'han', text: part, isWhole: true });
    } else loose += part;
  }
  flush();
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
