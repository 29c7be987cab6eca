/** Neighbouring characters of every stretch of letters; a stretch of one letter is that letter. */
export function pairsOf(text: string): readonly string[] {
  const pairs: string[] = [];
  for (const stretch of text.match(/\p{L}+/gu) ?? []) {
    const characters = [...stretch];
    if (characters.length === 1) pairs.push(stretch);
    for (let at = 0; at + 1 < characters.length; at += 1) {
      pairs.push(`${characters[at] ?? ''}${characters[at + 1] ?? ''}`);
    }
  }
  return pairs;
}
