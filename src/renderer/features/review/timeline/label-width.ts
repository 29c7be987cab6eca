const WIDE_PX = 12;
const NARROW_PX = 7;
const PADDING_PX = 16;

/** About how wide a label of 12 px is, so that marks can be laid out before they are drawn. */
export function labelWidth(text: string): number {
  let width = PADDING_PX;
  for (const character of text) width += isWide(character) ? WIDE_PX : NARROW_PX;
  return width;
}

/** Drawn a whole square: Chinese, Japanese, Korean, full-width forms, pictures. */
function isWide(character: string): boolean {
  return (character.codePointAt(0) ?? 0) >= 0x2e80;
}
