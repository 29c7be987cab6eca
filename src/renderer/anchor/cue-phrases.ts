/**
 * A text cut after its punctuation. Each phrase is set so that a line breaks between phrases rather
 * than inside one wherever that is possible. Joined they equal the text.
 */
export function cuePhrases(text: string): readonly string[] {
  return (
    text.match(/[^，。！？；：、,.!?;:…]*(?:[，。！？；：、,.!?;:…]+\s*|$)/g)?.filter(isNotEmpty) ??
    []
  );
}

function isNotEmpty(phrase: string): boolean {
  return phrase !== '';
}
