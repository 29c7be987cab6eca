const DOUBLED = /([bdfgmnprt])\1$/u;

/** The stem of an English word: plural, -ing, -ed and -ly off; enough to tell chat words apart. */
export function stemOf(word: string): string {
  if (word.length <= 3) return word;
  const singular = withoutPlural(word);
  const stem = singular.replace(/(?:ing|ed|ly)$/u, '');
  if (stem === singular || stem.length < 3) return withoutE(singular);
  return withoutE(stem.replace(DOUBLED, '$1'));
}

function withoutPlural(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/u.test(word)) return word.slice(0, -2);
  return /[^su]s$/u.test(word) ? word.slice(0, -1) : word;
}

/** "sizing" and "size" meet without the e. */
function withoutE(word: string): string {
  return word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word;
}
