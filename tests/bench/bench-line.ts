/** What a measurement must reach. */
export type Goal = {
  /** The figure itself, or what it is of the comparator's. */
  readonly of: 'value' | 'ratio';
  readonly is: 'at least' | 'at most';
  readonly target: number;
};

export type Measurement = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What ran beside it in the same run; null for figures of accuracy alone. */
  readonly comparator: string | null;
  readonly comparatorValue: number | null;
  /** Null where a share says nothing. */
  readonly ratio: number | null;
  /** Null: told, not judged. */
  readonly goal: Goal | null;
  /** The least (or most) that could be had here, in the same unit, by whatever program; null where the comparator is it. */
  readonly floor: { readonly of: string; readonly value: number } | null;
  readonly samples: readonly number[];
};

/** Prints one measurement as the line of JSON that `npm run bench` reads. */
export function printBench({ goal, ...measured }: Measurement): void {
  const line = {
    ...measured,
    target: goal?.target ?? null,
    goal: goal === null ? null : `${goal.of} ${goal.is} ${goal.target}`,
    ok: goal === null || isReached(goal, measured[goal.of]),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function isReached({ is, target }: Goal, reached: number | null): boolean {
  if (reached === null) return false;
  return is === 'at least' ? reached >= target : reached <= target;
}

export function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
