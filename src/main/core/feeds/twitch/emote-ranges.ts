/** Where an emote stands in a message, in UTF-16 units; `end` is exclusive. */
export type EmoteRange = { readonly id: string; readonly start: number; readonly end: number };

const NO_RANGES: readonly EmoteRange[] = [];
const EMOTE_ID = /^[A-Za-z0-9_]{1,80}$/;

/**
 * Reads the emotes tag (`25:0-4,12-16/1902:6-10`; whole code points, both ends included) into
 * ranges in order. Whatever is reversed, out of range, overlapping or no number is left out: its
 * text then stays text. An id outside Twitch's alphabet is left out too, as it would forge the URL.
 */
export function parseEmoteRanges(tag: string | undefined, text: string): readonly EmoteRange[] {
  if (tag === undefined) return NO_RANGES;
  const offsets = codePointOffsets(text);
  const length = offsets === null ? text.length : offsets.length - 1;
  const ranges: EmoteRange[] = [];
  let at = 0;
  while (at < tag.length) {
    const colon = tag.indexOf(':', at);
    if (colon === -1) break;
    const slash = tag.indexOf('/', colon);
    const groupEnd = slash === -1 ? tag.length : slash;
    const id = tag.slice(at, colon);
    if (EMOTE_ID.test(id)) addRanges(ranges, id, tag, colon + 1, groupEnd, length, offsets);
    at = groupEnd + 1;
  }
  return inOrderWithoutOverlap(ranges);
}

function addRanges(
  ranges: EmoteRange[],
  id: string,
  tag: string,
  from: number,
  to: number,
  length: number,
  offsets: readonly number[] | null,
): void {
  let at = from;
  while (at < to) {
    const comma = tag.indexOf(',', at);
    const rangeEnd = comma === -1 || comma > to ? to : comma;
    const dash = tag.indexOf('-', at);
    if (dash !== -1 && dash < rangeEnd) {
      const first = wholeNumber(tag, at, dash);
      const last = wholeNumber(tag, dash + 1, rangeEnd);
      if (first >= 0 && last >= first && last < length) {
        ranges.push({
          id,
          start: offsets?.[first] ?? first,
          end: offsets?.[last + 1] ?? last + 1,
        });
      }
    }
    at = rangeEnd + 1;
  }
}

/** -1 for what is no number; Number() would let through spaces, signs and exponents. */
function wholeNumber(text: string, from: number, to: number): number {
  if (to <= from || to - from > 6) return -1;
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** UTF-16 offset of each code point, and one past the end; null when both counts agree. */
function codePointOffsets(text: string): readonly number[] | null {
  if (!/[\uD800-\uDBFF]/.test(text)) return null;
  const offsets: number[] = [];
  let at = 0;
  for (const point of text) {
    offsets.push(at);
    at += point.length;
  }
  offsets.push(at);
  return offsets;
}

function inOrderWithoutOverlap(ranges: EmoteRange[]): readonly EmoteRange[] {
  let isClean = true;
  for (let at = 1; at < ranges.length && isClean; at += 1) {
    isClean = (ranges[at - 1]?.end ?? 0) <= (ranges[at]?.start ?? 0);
  }
  if (isClean) return ranges;
  let taken = 0;
  return ranges
    .sort((a, b) => a.start - b.start)
    .filter((range) => {
      if (range.start < taken) return false;
      taken = range.end;
      return true;
    });
}
