import { namedTimes, type NamedTime } from './named-times.ts';

const MINUTE_MS = 60_000;
const DAY_MIN = 1_440;
/** Nobody reads out seconds: a promise and a text may be a minute apart. */
const TOLERANCE_MS = MINUTE_MS;
/** A time of day is taken for a past one for so long; beyond, it is tomorrow's or another half's. */
const PAST_MIN = 360;

/** What a text about to be said contradicts. */
export type TimeConflict =
  /** The time of day it names is over. */
  | { readonly kind: 'past'; readonly written: string; readonly agoMs: number }
  /** A promise runs that ends at another time. */
  | { readonly kind: 'promise'; readonly written: string; readonly dueTs: number };

export type TimesNow = {
  /** Wall time. */
  readonly nowTs: number;
  /** IANA name of the room's time zone. */
  readonly timeZone: string;
  /** When running promises are due, wall time. */
  readonly dueTs: readonly number[];
};

/**
 * The first time in a text that cannot be: over by the wall clock, or other than every running
 * promise's. What names no time, and what runs beside no promise, contradicts nothing.
 */
export function timeConflict(text: string, now: TimesNow): TimeConflict | null {
  for (const named of namedTimes(text)) {
    const found = conflictOf(named, now);
    if (found !== null) return found;
  }
  return null;
}

function conflictOf(named: NamedTime, { nowTs, timeZone, dueTs }: TimesNow): TimeConflict | null {
  const { written } = named;
  const running = dueTs.filter((due) => due > nowTs - TOLERANCE_MS);
  const meant = named.kind === 'within' ? [nowTs + named.ms] : clockTs(named, nowTs, timeZone);
  const isPromised = running.some((due) =>
    meant.some((ts) => Math.abs(ts - due) <= TOLERANCE_MS + allowance(named)),
  );
  if (isPromised) return null;
  const ahead = meant.filter((ts) => ts >= nowTs - TOLERANCE_MS);
  if (ahead.length === 0) {
    const last = Math.max(...meant);
    return { kind: 'past', written, agoMs: nowTs - last };
  }
  const [first] = running.toSorted((a, b) => a - b);
  return first === undefined ? null : { kind: 'promise', written, dueTs: first };
}

/** "In 10 minutes" is said of 9 and of 11. */
function allowance(named: NamedTime): number {
  return named.kind === 'within' ? named.ms / 10 : 0;
}

/** The times of day it may mean, around now: 9 点 is the nearest of the morning's and the evening's. */
function clockTs(
  { minuteOfDay, isHalfDay }: Extract<NamedTime, { kind: 'clock' }>,
  nowTs: number,
  timeZone: string,
): readonly number[] {
  const nowMinute = minuteOfDayAt(nowTs, timeZone);
  const startOfMinute = nowTs - (nowTs % MINUTE_MS);
  const minutes = isHalfDay ? [minuteOfDay, (minuteOfDay + DAY_MIN / 2) % DAY_MIN] : [minuteOfDay];
  const offsets = minutes.map((minute) => {
    const ahead = (minute - nowMinute + DAY_MIN) % DAY_MIN;
    return DAY_MIN - ahead < PAST_MIN ? ahead - DAY_MIN : ahead;
  });
  // Of two halves of the day, the nearer one is meant.
  const nearest = Math.min(...offsets.map(Math.abs));
  return offsets
    .filter((offset) => Math.abs(offset) === nearest)
    .map((offset) => startOfMinute + offset * MINUTE_MS);
}

export function minuteOfDayAt(ts: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(ts);
  const of = (type: string): number =>
    Number(parts.find((part) => part.type === type)?.value ?? '0');
  return of('hour') * 60 + of('minute');
}
