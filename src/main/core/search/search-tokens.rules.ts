/**
 * Tokens of the index that are no grams: longer than any gram, so that no text makes one. Letters and
 * digits alone, as the engine reads them.
 */
export function personToken(personId: number): string {
  return `person${personId}`;
}

export function kindToken(kind: number): string {
  return `kind${kind}`;
}

/** An FTS5 query for messages with every token of `all` and, if there are any, one of `anyOf`. */
export function matchAll(all: readonly string[], anyOf: readonly string[]): string {
  const terms = all.map(quoted);
  if (anyOf.length > 0) terms.push(`(${anyOf.map(quoted).join(' OR ')})`);
  return terms.join(' AND ');
}

/** As a string it can be no operator; a quotation mark in one is written twice. */
function quoted(token: string): string {
  return `"${token.replaceAll('"', '""')}"`;
}
