const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MARKED = 'áƀçđéƒĝĥíĵķłɱñóƥɋŕšťúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶŁⱮÑÓƤɊŔŠŤÚṼŴẊÝŽ';
/** How much longer other languages are than English. */
const LONGER_BY = 0.4;

/** `Pause` as `[Ƥáúšé ~~]`: read as it was, without one plain letter, and longer; `{names}` stay. */
export function toPseudo(text: string): string {
  const marked = text
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : part.replace(/[A-Za-z]/g, markedLetter)))
    .join('');
  const more = Math.ceil(text.replace(/\{\w+\}/g, '').length * LONGER_BY);
  // With room to break a line, as words have.
  const filling = '~'.repeat(Math.max(0, more - 2)).replace(/~{6}(?=~)/g, '$& ');
  return filling === '' ? `[${marked}]` : `[${marked} ${filling}]`;
}

function markedLetter(letter: string): string {
  return MARKED[PLAIN.indexOf(letter)] ?? letter;
}
