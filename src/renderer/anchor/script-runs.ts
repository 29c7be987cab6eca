export type ScriptRun = { readonly script: 'han' | 'latin'; readonly text: string };

// Ideographs, kana, and the punctuation set with them.
const HAN = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

/**
 * Cuts a text where the script changes: Han characters fill more of their font size than capitals
 * and digits do, so each run gets the size at which it stands equally tall. Spaces stay with the
 * run before them.
 */
export function scriptRuns(text: string): readonly ScriptRun[] {
  const runs: { script: 'han' | 'latin'; text: string }[] = [];
  for (const character of Array.from(text)) {
    const last = runs[runs.length - 1];
    const script = HAN.test(character) ? 'han' : 'latin';
    if (last !== undefined && (last.script === script || character === ' ')) last.text += character;
    else runs.push({ script, text: character });
  }
  return runs;
}
