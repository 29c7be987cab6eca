/** Mark, margins and border of a chip, and the gap beside it, pixels. */
const CHIP_PX = 42;
/** A Chinese character and, at most, the mean of a Latin one at the chip's size, pixels. */
const WIDE_PX = 12;
const NARROW_PX = 7;

/** About how wide a chip with these words is, pixels; rather too wide than too narrow. */
export function chipPx(words: string): number {
  let width = CHIP_PX;
  for (const character of words) {
    width += (character.codePointAt(0) ?? 0) >= 0x2e80 ? WIDE_PX : NARROW_PX;
  }
  return width;
}

interface Chips<T> {
  /** Trouble first. */
  readonly all: readonly T[];
  /** Those of them that need no word. */
  readonly fine: readonly T[];
  /** How many get a chip of their own at most. */
  readonly most: number;
  /** Pixels that there are; null where nobody knows. */
  readonly roomPx: number | null;
  wordsOf(one: T): string;
}

interface Shown<T> {
  readonly named: readonly T[];
  /** All of them are fine, so that their number says it. */
  readonly folded: readonly T[];
  /** How many are said by nothing else. */
  readonly more: number;
}

/** Which sources have a chip of their own; what is fine becomes one number before it is cut off. */
export function chipsThatFit<T>({ all, fine, most, roomPx, wordsOf }: Chips<T>): Shown<T> {
  const named = all.slice(0, most);
  const width = named.reduce((sum, one) => sum + chipPx(wordsOf(one)), 0);
  if (fine.length < 2 || roomPx === null || width <= roomPx) {
    return { named, folded: [], more: all.length - named.length };
  }
  const troubled = all.filter((one) => !fine.includes(one));
  const namedTroubled = troubled.slice(0, most - 1);
  return { named: namedTroubled, folded: fine, more: troubled.length - namedTroubled.length };
}
