/** Pixels of a wheel that look twice as close. */
const DOUBLE_PX = 300;

/** By what factor a turn of the wheel shows more (above 1) or less; one turn never jumps. */
export function zoomOfWheel(deltaY: number): number {
  const bounded = Math.max(-DOUBLE_PX, Math.min(DOUBLE_PX, deltaY));
  return 2 ** (bounded / DOUBLE_PX);
}
