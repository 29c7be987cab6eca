const LONGEST = 31;

/**
 * Names of sheets as workbooks allow them (ECMA-376 part 1, 18.2.19): at most 31 units, none of
 * `[]:*?/\`, no apostrophe at an end, not empty, not reserved, and no two the same whatever their case.
 */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set(['history']);
  return titles.map((title) => {
    const plain = cut(
      title
        .replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
        .trim()
        .replace(/^'+|'+$/g, ''),
      LONGEST,
    );
    const wanted = plain === '' ? 'Sheet' : plain;
    let name = wanted;
    for (let serial = 2; taken.has(name.toLowerCase()); serial += 1) {
      const end = ` ${serial}`;
      name = `${cut(wanted, LONGEST - end.length)}${end}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}

/** No more than so many UTF-16 units, without half a character at the end. */
function cut(text: string, units: number): string {
  return text
    .slice(0, units)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}
