export type PlacedMark = {
  /** Where it happened, pixels from the left of the drawn span. */
  readonly x: number;
  /** What it takes to read it whole, and to read its sign alone. */
  readonly wide: number;
  readonly narrow: number;
};

/** One label: of one mark, or of several that have no room of their own. */
export type MarkChip = {
  /** Places in the given list, in order of time. */
  readonly marks: readonly number[];
  readonly lane: number;
  readonly left: number;
  readonly width: number;
  readonly form: 'wide' | 'narrow' | 'several';
};

const GAP = 3;

/**
 * Labels of marks in lanes, none over another: whole where all of them have room so, else their
 * signs alone, else signs with those together that have none. `marks` are in order of time; each is in
 * exactly one label, which begins at its moment but for the right edge.
 */
export function layoutMarks(
  marks: readonly PlacedMark[],
  width: number,
  lanes: number,
): readonly MarkChip[] {
  const whole = placed(marks, width, lanes, 'wide');
  if (whole !== null) return whole;
  const signs = placed(marks, width, lanes, 'narrow') ?? gathered(marks, width, lanes);
  return widened(signs, marks, width);
}

/** Words worth having beside a sign, pixels. */
const WORTH = 40;

/** A sign with room up to its neighbour says as much of itself as fits there. */
function widened(
  chips: readonly MarkChip[],
  marks: readonly PlacedMark[],
  width: number,
): readonly MarkChip[] {
  const nextLeft = new Map<number, number>();
  return chips
    .toReversed()
    .map((chip) => {
      const limit = nextLeft.get(chip.lane) ?? width + GAP;
      nextLeft.set(chip.lane, chip.left);
      const mark = marks[chip.marks[0] ?? -1];
      if (chip.form !== 'narrow' || mark === undefined) return chip;
      const own = Math.min(mark.wide, limit - GAP - chip.left);
      const isWorthIt = own >= mark.wide || own >= mark.narrow + WORTH;
      return isWorthIt && own > chip.width ? { ...chip, width: own, form: 'wide' as const } : chip;
    })
    .toReversed();
}

function placed(
  marks: readonly PlacedMark[],
  width: number,
  lanes: number,
  form: 'wide' | 'narrow',
): readonly MarkChip[] | null {
  const ends = Array.from({ length: lanes }, () => -GAP);
  const chips: MarkChip[] = [];
  for (const [index, mark] of marks.entries()) {
    const own = Math.min(width, mark[form]);
    const left = Math.max(0, Math.min(mark.x, width - own));
    const lane = ends.findIndex((end) => end + GAP <= left);
    if (lane < 0) return null;
    ends[lane] = left + own;
    chips.push({ marks: [index], lane, left, width: own, form });
  }
  return chips;
}

/** All of one width, so that a label can take one more mark without growing into its neighbour. */
function gathered(marks: readonly PlacedMark[], width: number, lanes: number): readonly MarkChip[] {
  const own = Math.min(width, Math.max(1, ...marks.map(({ narrow }) => narrow)));
  const chips: MarkChip[] = [];
  const lastOf = new Map<number, number>();
  let latest = 0;
  for (const [index, { x }] of marks.entries()) {
    const left = Math.max(0, Math.min(x, width - own));
    const lane = Array.from({ length: lanes }, (_, at) => at).find((at) => {
      const last = chips[lastOf.get(at) ?? -1];
      return last === undefined || last.left + last.width + GAP <= left;
    });
    if (lane !== undefined) {
      latest = chips.length;
      lastOf.set(lane, latest);
      chips.push({ marks: [index], lane, left, width: own, form: 'narrow' });
      continue;
    }
    const full = chips[latest];
    if (full === undefined) continue;
    chips[latest] = { ...full, marks: [...full.marks, index], form: 'several' };
  }
  return chips;
}
