/** Where one part of the text lies: weighed characters, and pixels from the top of the track. */
export interface PartPlace {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/** Pixels from the top of the track for a place in the text; parts are in order, each read evenly. */
export function yOf(places: readonly PartPlace[], at: number): number {
  for (const { from, to, top, bottom } of places) {
    if (at <= to) {
      const part = to === from ? 1 : Math.max(0, (at - from) / (to - from));
      return top + (bottom - top) * part;
    }
  }
  return places[places.length - 1]?.bottom ?? 0;
}

/** The place in the text that lies at so many pixels from the top of the track. */
export function atOf(places: readonly PartPlace[], y: number): number {
  for (const { from, to, top, bottom } of places) {
    if (y <= bottom) {
      const part = bottom === top ? 1 : Math.max(0, (y - top) / (bottom - top));
      return from + (to - from) * part;
    }
  }
  return places[places.length - 1]?.to ?? 0;
}

/** A moment of a run: part of its time, 0 to 1, and pixels from the top of the track. */
export interface RunStep {
  readonly offset: number;
  readonly y: number;
}

/** A run from one place to another at an even pace of reading: pixels go faster where parts are looser. */
export function runSteps(
  places: readonly PartPlace[],
  from: number,
  to: number,
): readonly RunStep[] {
  const step = (at: number): RunStep => ({ offset: (at - from) / (to - from), y: yOf(places, at) });
  const between = places.map(({ to: end }) => end).filter((end) => end > from && end < to);
  // Where one part ends the next begins lower: both belong to the same moment.
  const inner = between.flatMap((end) => {
    const next = places.find(({ from: start }) => start === end);
    const here = step(end);
    return next === undefined ? [here] : [here, { offset: here.offset, y: next.top }];
  });
  return [step(from), ...inner, step(to)];
}
