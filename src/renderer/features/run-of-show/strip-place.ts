/** Where a block lies in the strip, pixels from the strip's own beginning. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** Pixels of rounding: the line around a block is one wide, and would be seen. */
const SLACK = 0.5;

/**
 * How far the strip is scrolled, so that the current block is seen whole with what was before it as
 * far as a third of the room, and so that a block, never a sliver of one, stands at its beginning.
 */
export function restingScroll(
  blocks: readonly Span[],
  current: Span,
  { room, whole }: { readonly room: number; readonly whole: number },
): number {
  const before = Math.max(0, Math.min(room / 3, room - (current.right - current.left)));
  const wanted = Math.min(current.left - before, whole - room);
  // The first that begins there: what is cut stays outside, and the end of the strip stays in sight.
  const first = blocks.find(({ left }) => left >= wanted) ?? current;
  return Math.max(0, Math.min(first.left, current.left));
}

/** How much is seen of the block that either end of the room cuts, pixels; 0 where it cuts none. */
export function cutEnds(
  blocks: readonly Span[],
  { from, room }: { readonly from: number; readonly room: number },
): { readonly left: number; readonly right: number } {
  const to = from + room;
  const cutAt = (edge: number): Span | undefined =>
    blocks.find(({ left, right }) => left < edge - SLACK && right > edge + SLACK);
  const [first, last] = [cutAt(from), cutAt(to)];
  return {
    left: first === undefined ? 0 : first.right - from,
    right: last === undefined ? 0 : to - last.left,
  };
}
