/** Names that are the same in every language: keys, units, currencies, formats, licences. */
const SAME_EVERYWHERE =
  /^(Ctrl|Shift|Enter|Esc|Alt|Cmd|Tab|Space|Backspace|Delete|Home|End|[A-Z]{2,4}|[KMG]B|ms|F\d+|https?|wss?|localhost|chat|read|cuedesk|jsonl|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)$/;
const WORD = /[A-Za-z][A-Za-z]+/g;

/** Words of a text that come neither from the messages (those have no plain letter) nor from people. */
export function plainWords(text: string, written: ReadonlySet<string>): readonly string[] {
  // `{name}` of a template is typed as it stands, in every language.
  return (text.replace(/\{[a-z]+\}/g, ' ').match(WORD) ?? []).filter(
    (word) => !SAME_EVERYWHERE.test(word) && !written.has(word.toLowerCase()),
  );
}

/** Every word that people wrote. */
export function writtenWords(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) => (text.match(WORD) ?? []).map((word) => word.toLowerCase())),
  );
}

const HAN = /\p{Script=Han}/u;
/** Names of a language in itself. */
const LANGUAGE_NAMES = ['简体中文', '中文'];

/** Whether an English text has Chinese of the desk's own, beside what people wrote in it. */
export function hasOwnHan(text: string, written: readonly string[]): boolean {
  if (!HAN.test(text)) return false;
  const known = [...LANGUAGE_NAMES, ...written.filter((each) => HAN.test(each))];
  const longestFirst = known.toSorted((a, b) => b.length - a.length);
  return HAN.test(longestFirst.reduce((left, each) => left.replaceAll(each, ' '), text));
}
