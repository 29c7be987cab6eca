/** What a line of the palette or a setting is found by. The first text is the one on screen. */
export type Findable = { readonly texts: readonly string[]; readonly aliases: readonly string[] };

/** Lower is better; null is no match. */
type Score = number | null;

/**
 * Lines in which every word of the query is found, best first and otherwise in their own order. A
 * word counts as an alias, the start of a text, a part of it, or (latin words) its letters in order.
 */
export function findLines<T extends Findable>(lines: readonly T[], query: string): readonly T[] {
  const words = normal(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return lines;
  return lines
    .flatMap((line, index) => {
      const score = lineScore(line, words);
      return score === null ? [] : [{ line, score, index }];
    })
    .sort((a, b) => a.score - b.score || a.index - b.index)
    .map(({ line }) => line);
}

function lineScore(line: Findable, words: readonly string[]): Score {
  let total = 0;
  for (const word of words) {
    const score = wordScore(line, word);
    if (score === null) return null;
    total += score;
  }
  return total;
}

function wordScore(line: Findable, word: string): Score {
  if (line.aliases.some((alias) => normal(alias) === word)) return 0;
  const texts = line.texts.map(normal);
  if (texts.some((text) => text.startsWith(word))) return 1;
  const isInside = texts.some((text) => text.includes(word));
  // Only some scripts set words apart; elsewhere any place in the text is the start of a word.
  const hasWords = /^[\x20-\x7e]+$/.test(word);
  if (isInside && (!hasWords || texts.some((text) => text.includes(` ${word}`)))) return 2;
  if (isInside) return 3;
  // Letters in order match nearly anything when there are few of them.
  if (/^[a-z]{3,}$/.test(word) && texts.some((text) => hasLettersInOrder(text, word))) return 6;
  return null;
}

function hasLettersInOrder(text: string, word: string): boolean {
  let from = 0;
  for (const letter of word) {
    const at = text.indexOf(letter, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}

function normal(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
