import { Buffer } from 'node:buffer';

/** Longest line that is taken apart, in UTF-16 units; Twitch's own limit is below 16 KB. */
export const MAX_LINE_LENGTH = 65_536;

// Room for one unit beyond the longest line, and for the pair that unit is read in.
const memory = new ArrayBuffer(2 * MAX_LINE_LENGTH + 8);
const bytes = Buffer.from(memory);
const pairs = new Int32Array(memory);
let loaded = '';

/**
 * The units of the line given to `loadUnits` last, valid until the next call. Numbers of one plain
 * array are read several times as fast as characters of strings, which V8 keeps in many forms.
 */
export const units = new Uint16Array(memory);

/** Puts a line of at most MAX_LINE_LENGTH units into `units`. */
export function loadUnits(line: string): void {
  if (line === loaded) return;
  bytes.write(line, 'utf16le');
  loaded = line;
}

/** Whether NUL or half of a surrogate pair may be between the offsets; reads two units at a time. */
export function hasSuspectUnit(start: number, end: number): boolean {
  // The first pair may reach one unit back, the last one beyond the end.
  units[end] = 32;
  const pairsEnd = (end + 1) >> 1;
  let found = 0;
  for (let at = start >> 1; at < pairsEnd; at += 1) {
    const pair = pairs[at] ?? 0;
    // Zero in a half where the unit is a surrogate.
    const distance = (pair ^ SURROGATES) & SURROGATE_BITS;
    found |= ((pair - ONES) & ~pair) | ((distance - ONES) & ~distance);
  }
  // Taking one away sets the highest bit of a half that was zero.
  return (found & HIGH_BITS) !== 0;
}

const ONES = 0x0001_0001;
const HIGH_BITS = 0x8000_8000 | 0;
const SURROGATES = 0xd800_d800 | 0;
const SURROGATE_BITS = 0xf800_f800 | 0;
