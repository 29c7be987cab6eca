import { normaliseChat } from '../chat-tags/normalise.ts';

/** Code points, as ranges in order that do not touch; both ends belong to a range. */
export type CharacterSet = readonly (readonly [number, number])[];

const LAST = 0x10ffff;
export const EVERY: CharacterSet = [[0, LAST]];

/** One character as lines hold it once they are normalised: a small letter, a simplified one. */
export function setOf(character: string): CharacterSet {
  const plain = [...normaliseChat(character)];
  const [only] = plain.length === 1 ? plain : [character];
  const point = (only ?? character).codePointAt(0) ?? 0;
  return [[point, point]];
}

export function unionOf(sets: readonly CharacterSet[]): CharacterSet {
  const ranges = sets.flat().sort((a, b) => a[0] - b[0]);
  const union: [number, number][] = [];
  for (const [from, to] of ranges) {
    const last = union[union.length - 1];
    if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else union.push([from, to]);
  }
  return union;
}

export function othersThan(set: CharacterSet): CharacterSet {
  const others: [number, number][] = [];
  let next = 0;
  for (const [from, to] of set) {
    if (from > next) others.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= LAST) others.push([next, LAST]);
  return others;
}

/** From one character to another; capitals stand for small letters too. */
export function rangeOf(from: number, to: number): CharacterSet {
  const small: (readonly [number, number])[] = [];
  const [first, last] = [Math.max(from, 0x41), Math.min(to, 0x5a)];
  if (first <= last) small.push([first + 0x20, last + 0x20]);
  return unionOf([[[from, to]], small]);
}

export function hasPoint(set: CharacterSet, point: number): boolean {
  return set.some(([from, to]) => from <= point && point <= to);
}

export function doOverlap(one: CharacterSet, other: CharacterSet): boolean {
  return one.some(([from, to]) => other.some(([start, end]) => from <= end && start <= to));
}
