import { BLOCK_LONGEST_MS } from '../../model/run-of-show.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

export type ReadLength =
  | { readonly kind: 'length'; readonly ms: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'bad'; readonly problem: 'lengthUnknown' | 'lengthTooLong' };

const PARTS: readonly (readonly [RegExp, number])[] = [
  [/^(\d+(?:\.\d+)?)\s*(?:个?小时|小時|时|h(?:ours?|rs?)?)/i, HOUR_MS],
  [/^(\d+(?:\.\d+)?)\s*(?:分钟?|分鐘|m(?:in(?:ute)?s?)?(?!s)|['′’])/i, MINUTE_MS],
  [/^(\d+(?:\.\d+)?)\s*(?:秒钟?|秒鐘|s(?:ec(?:ond)?s?)?|["″”])/i, SECOND_MS],
  [/^(\d+)\s*(?:毫秒|ms)/i, 1],
];

/**
 * A block's length as people write it: `5` (minutes), `1:30` (a minute and a half), `1:05:00`, `90s`,
 * `2分钟`, `1小时30分`, `1.5h`. Full-width digits and colons count.
 */
export function readLength(text: string): ReadLength {
  const plain = text.normalize('NFKC').trim();
  if (plain === '' || plain === '-' || plain === '—') return { kind: 'empty' };
  const ms = clockMs(plain) ?? bareMinutes(plain) ?? unitsMs(plain);
  if (ms === null) return { kind: 'bad', problem: 'lengthUnknown' };
  return ms > BLOCK_LONGEST_MS
    ? { kind: 'bad', problem: 'lengthTooLong' }
    : { kind: 'length', ms: Math.round(ms) };
}

/** `m:ss` or `h:mm:ss`. */
function clockMs(plain: string): number | null {
  const found = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(plain);
  if (found === null) return null;
  const [, hours, minutes = '0', seconds = '0'] = found;
  if (hours !== undefined && Number(minutes) > 59) return null;
  return Number(hours ?? 0) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
}

function bareMinutes(plain: string): number | null {
  return /^\d{1,4}(?:\.\d{1,3})?$/.test(plain) ? Number(plain) * MINUTE_MS : null;
}

/** Numbers with their units, largest first, each at most once. */
function unitsMs(plain: string): number | null {
  let rest = plain;
  let sum = 0;
  for (const [pattern, unitMs] of PARTS) {
    const found = pattern.exec(rest);
    if (found === null) continue;
    sum += Number(found[1]) * unitMs;
    rest = rest.slice(found[0].length).trim();
  }
  return rest === '' ? sum : null;
}

/** What is written of it, and read back as the same: `5:00`, `1:05:00`; parts of a second in ms. */
export function lengthText(ms: number): string {
  if (ms % SECOND_MS !== 0) return `${ms}ms`;
  const seconds = ms / SECOND_MS;
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60)];
  const end = two(seconds % 60);
  return hours === 0 ? `${minutes}:${end}` : `${hours}:${two(minutes)}:${end}`;
}

/** `22:00` or `22点30`, as a minute of the day; null for anything else. */
export function readDayMinute(text: string): number | null {
  const found = /^([01]?\d|2[0-3])(?:[:点時时](?:([0-5]?\d)分?)?)$/.exec(
    text.normalize('NFKC').trim(),
  );
  return found === null ? null : Number(found[1]) * 60 + Number(found[2] ?? 0);
}

export function dayMinuteText(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
