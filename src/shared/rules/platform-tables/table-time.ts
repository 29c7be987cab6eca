import { plainText } from '../product-paste/paste-fields.ts';

/**
 * What a cell says of when: an instant of its own zone, a reading of the wall clock (with as much of a
 * date as it has), or minutes since the show began.
 */
export type TableTime =
  | { readonly kind: 'instant'; readonly ts: number }
  | {
      readonly kind: 'wall';
      readonly date: TableDate | null;
      /** Null: a day without a time. */
      readonly minuteOfDay: number | null;
    }
  | { readonly kind: 'offset'; readonly minutes: number };

/** Null: exports of the last days leave the year out. */
export type TableDate = {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
};

const DAY_MS = 86_400_000;
/** Days from 1899-12-30, from which spreadsheets count, to 1970-01-01. */
const SERIAL_EPOCH_DAYS = 25_569;
/** Serial numbers of the years 2009 to 2064; other numbers are none. */
const SERIALS = { from: 40_000, to: 60_000 } as const;

const FULL = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT]+|$)/;
const COMPACT = /^(20\d{2})(\d{2})(\d{2})(?:\s+|$)/;
const SHORT = /^(\d{1,2})\s*[-/月]\s*(\d{1,2})\s*日?(?:\s+|$)/;
const CLOCK =
  /^(\d{1,2})\s*[:：点时]\s*(\d{1,2})?\s*(?:分|[:：]\d{1,2}(?:\.\d+)?秒?)?(?:\s*([ap])\.?m\.?)?(?:\s*(?:[-~–—至到]|to)\s*.*)?$/i;
const ZONED = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const NTH = /^(?:第\s*)?(\d{1,4})\s*(?:分钟?|min(?:utes?)?)$/i;

/** Null for what is no time at all. */
export function readTableTime(text: string): TableTime | null {
  const plain = plainText(text);
  if (ZONED.test(plain)) {
    const ts = Date.parse(plain);
    return Number.isNaN(ts) ? null : { kind: 'instant', ts };
  }
  const nth = NTH.exec(plain)?.[1];
  if (nth !== undefined) return { kind: 'offset', minutes: Number(nth) };
  if (/^\d+(?:\.\d+)?$/.test(plain) && !COMPACT.test(plain)) return ofNumber(plain);
  const { date, rest } = takeDate(plain);
  if (date === 'bad') return null;
  if (rest === '') return date === null ? null : { kind: 'wall', date, minuteOfDay: null };
  const minuteOfDay = readClock(rest);
  return minuteOfDay === null ? null : { kind: 'wall', date, minuteOfDay };
}

/** Spreadsheets keep dates as days and times as parts of one; a small whole number counts minutes. */
function ofNumber(plain: string): TableTime | null {
  const number = Number(plain);
  if (number >= SERIALS.from && number < SERIALS.to) {
    const day = new Date((Math.floor(number) - SERIAL_EPOCH_DAYS) * DAY_MS);
    const minutes = Math.round((number % 1) * 1_440);
    const date = {
      year: day.getUTCFullYear(),
      month: day.getUTCMonth() + 1,
      day: day.getUTCDate(),
    };
    return { kind: 'wall', date, minuteOfDay: Number.isInteger(number) ? null : minutes % 1_440 };
  }
  if (!Number.isInteger(number)) {
    return number < 1
      ? { kind: 'wall', date: null, minuteOfDay: Math.round(number * 1_440) % 1_440 }
      : null;
  }
  return number < 10_000 ? { kind: 'offset', minutes: number } : null;
}

function takeDate(plain: string): { date: TableDate | null | 'bad'; rest: string } {
  const full = FULL.exec(plain) ?? COMPACT.exec(plain);
  const short = full === null ? SHORT.exec(plain) : null;
  if (full === null && short === null) return { date: null, rest: plain };
  const [all = '', ...parts] = full ?? short ?? [];
  const [year, month, day] = full === null ? [null, ...parts] : parts;
  const date = {
    year: year === null ? null : Number(year),
    month: Number(month),
    day: Number(day),
  };
  const isDay = date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31;
  return { date: isDay ? date : 'bad', rest: plain.slice(all.length).trim() };
}

function readClock(text: string): number | null {
  const found = CLOCK.exec(text);
  if (found === null) return null;
  const [, hourText = '', minuteText = '0', half] = found;
  const hour = Number(hourText);
  const minute = Number(minuteText);
  if (minute > 59 || hour > (half === undefined ? 24 : 12)) return null;
  const hour24 =
    half === undefined ? hour % 24 : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return hour24 * 60 + minute;
}

/** Every full date in a line of notes above a table. */
export function datesIn(text: string): readonly TableDate[] {
  const found = plainText(text).matchAll(/(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})/g);
  return [...found].map(([, year, month, day]) => ({
    year: Number(year),
    month: Number(month),
    day: Number(day),
  }));
}
