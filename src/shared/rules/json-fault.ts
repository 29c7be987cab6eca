/** JSON's own white space, then a sign, a text, or a word or number. */
const TOKEN =
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?))/uy;
const SPACE = /[ \t\n\r]*/y;

type Wanted = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'comma' | 'end';

/**
 * Where a text stops being JSON (RFC 8259): the index of the first thing that does not belong there,
 * the length where it only ends too early. Null: it is JSON. Parsers say this in words that differ.
 */
export function jsonFaultAt(text: string): number | null {
  const open: ('{' | '[')[] = [];
  let wanted: Wanted = 'value';
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    at += SPACE.exec(text)?.[0].length ?? 0;
    if (at === text.length) return wanted === 'end' ? null : at;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    const next: Wanted | null =
      token === null ? null : step(wanted, token[1] ?? null, token[2] ?? null, open);
    if (token === null || next === null) return at;
    wanted = next;
    at += token[0].length;
  }
}

/** What may come after a token; null where the token may not be. `open` holds what is not closed. */
function step(
  wanted: Wanted,
  sign: string | null,
  text: string | null,
  open: ('{' | '[')[],
): Wanted | null {
  const after = (): Wanted => (open.length === 0 ? 'end' : 'comma');
  if (sign === '{' || sign === '[') {
    if (wanted !== 'value' && wanted !== 'first value') return null;
    open.push(sign);
    return sign === '{' ? 'first name' : 'first value';
  }
  if (sign === '}' || sign === ']') {
    const isFirst = wanted === (sign === '}' ? 'first name' : 'first value');
    if (open.at(-1) !== (sign === '}' ? '{' : '[') || !(isFirst || wanted === 'comma')) return null;
    open.pop();
    return after();
  }
  if (sign === ':') return wanted === 'colon' ? 'value' : null;
  if (sign === ',') {
    if (wanted !== 'comma') return null;
    return open.at(-1) === '{' ? 'name' : 'value';
  }
  if (wanted === 'name' || wanted === 'first name') return text === null ? null : 'colon';
  return wanted === 'value' || wanted === 'first value' ? after() : null;
}
