import type { SourceLine } from './facts.ts';

/** A figure of people online says something for so many minutes after it was given. */
const HELD_MINUTES = 2;

/** People online over a stretch of minutes, of sources that are the same in every one of them. */
export type Online = {
  /** One for each minute, in their order. */
  readonly values: readonly number[];
  /** Platforms that told it in a part of the minutes alone: they are in none. */
  readonly without: readonly string[];
};

/**
 * People online from one minute through another. Like is compared with like: a source that did not
 * tell its figure throughout - because its platform died, or we lost it - is left out of all of it.
 * Null where no source told it throughout.
 */
export function onlineOver(
  sources: readonly SourceLine[],
  from: number,
  to: number,
): Online | null {
  const length = to - from + 1;
  if (length < 1) return null;
  const values: number[] = Array.from({ length }, () => 0);
  const without: string[] = [];
  let hasAny = false;
  for (const source of sources) {
    const told = Array.from({ length }, (_, index) => onlineAt(source, from + index));
    if (told.every((value) => value === null)) continue;
    if (told.some((value) => value === null)) {
      without.push(source.platform);
      continue;
    }
    hasAny = true;
    for (const [index, value] of told.entries())
      values[index] = (values[index] ?? 0) + (value ?? 0);
  }
  return hasAny ? { values, without } : null;
}

/** A source's people online in a minute, by its last figure; null where that is too long ago. */
export function onlineAt({ minutes }: SourceLine, minute: number): number | null {
  for (let back = 0; back <= HELD_MINUTES; back += 1) {
    const viewers = minutes.get(minute - back)?.viewers ?? null;
    if (viewers !== null) return viewers;
  }
  return null;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** A source that told its figure in so much of the show is one of it throughout. */
const STEADY = 0.9;

/**
 * People online in each minute of the show over the sources that told it nearly throughout, so that
 * all minutes are alike; null for a minute in which one of them did not, and throughout where none did.
 */
export function steadyOnline(
  sources: readonly SourceLine[],
  minutes: readonly number[],
): readonly (number | null)[] {
  const steady = sources.filter((source) => {
    const told = minutes.filter((minute) => onlineAt(source, minute) !== null).length;
    return told >= STEADY * minutes.length && told > 0;
  });
  return minutes.map((minute) => {
    if (steady.length === 0) return null;
    let sum = 0;
    for (const source of steady) {
      const value = onlineAt(source, minute);
      if (value === null) return null;
      sum += value;
    }
    return sum;
  });
}
