import { offsetAt } from '../run-of-show/day-minute.ts';
import type { TableDate, TableTime } from './table-time.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
const QUARTER_MS = 15 * MINUTE_MS;
/** Platforms begin before the desk's start and end after its end by as much. */
export const SPAN_SLACK_MS = 10 * MINUTE_MS;

export type ShowSpan = {
  readonly fromTs: number;
  readonly toTs: number;
  /** Of the room: exports are read in the time of the place where they are made. */
  readonly timeZone: string;
};

/** A minute of the show (floor of UTC ms), or why there is none. */
export type MatchedMinute =
  | { readonly kind: 'minute'; readonly minute: number }
  | { readonly kind: 'unmatched'; readonly reason: 'timeUnknown' | 'outsideShow' };

/**
 * The minute of the show each row of a table is of. A time without a date is the one within the show,
 * later than the row above where the show has it twice (past midnight, or a clock that is put back).
 * Rows may also run backwards, and may count from the show's start.
 */
export function matchMinutes(
  times: readonly (TableTime | null)[],
  span: ShowSpan,
): readonly MatchedMinute[] {
  const offsets = times.flatMap((time) => (time?.kind === 'offset' ? [time.minutes] : []));
  const first = Math.min(...offsets) === 0 ? 0 : 1;
  const forwards = inOrder(times, span, first);
  const wall = forwards.filter(({ kind }) => kind === 'minute').length;
  if (wall === 0 && times.some((time) => time?.kind === 'wall' && time.date === null)) {
    return sinceStart(times, span);
  }
  const backwards = inOrder([...times].reverse(), span, first).reverse();
  return isBetter(backwards, forwards) ? backwards : forwards;
}

/** Fewer rows left over, or else fewer that share a minute. */
function isBetter(a: readonly MatchedMinute[], b: readonly MatchedMinute[]): boolean {
  const distinct = (all: readonly MatchedMinute[]): number =>
    new Set(all.flatMap((each) => (each.kind === 'minute' ? [each.minute] : []))).size;
  return distinct(a) > distinct(b);
}

function inOrder(
  times: readonly (TableTime | null)[],
  span: ShowSpan,
  firstOffset: number,
): MatchedMinute[] {
  let before = Number.NEGATIVE_INFINITY;
  return times.map((time): MatchedMinute => {
    if (time === null) return { kind: 'unmatched', reason: 'timeUnknown' };
    const inside = instantsOf(time, span, firstOffset).filter((ts) => isInside(ts, span));
    const chosen = inside.find((ts) => ts > before) ?? inside[0];
    if (chosen === undefined) return { kind: 'unmatched', reason: 'outsideShow' };
    before = chosen;
    return { kind: 'minute', minute: Math.floor(chosen / MINUTE_MS) };
  });
}

/** `00:05` of a table whose clock begins with the show. */
function sinceStart(times: readonly (TableTime | null)[], span: ShowSpan): MatchedMinute[] {
  return times.map((time): MatchedMinute => {
    if (time?.kind !== 'wall' || time.minuteOfDay === null || time.date !== null) {
      return { kind: 'unmatched', reason: time === null ? 'timeUnknown' : 'outsideShow' };
    }
    const ts = span.fromTs + time.minuteOfDay * MINUTE_MS;
    return ts > span.toTs
      ? { kind: 'unmatched', reason: 'outsideShow' }
      : { kind: 'minute', minute: Math.floor(ts / MINUTE_MS) };
  });
}

function isInside(ts: number, { fromTs, toTs }: ShowSpan): boolean {
  return ts >= fromTs - SPAN_SLACK_MS && ts <= toTs + SPAN_SLACK_MS;
}

/** Every instant a cell can mean around the show, earliest first. */
export function instantsOf(
  time: TableTime,
  span: ShowSpan,
  firstOffset: number,
): readonly number[] {
  switch (time.kind) {
    case 'instant':
      return [time.ts];
    case 'offset':
      return [span.fromTs + (time.minutes - firstOffset) * MINUTE_MS];
    case 'wall': {
      const { date, minuteOfDay } = time;
      if (minuteOfDay === null) return [];
      return localDays(date, span)
        .flatMap((day) => fromLocal(day + minuteOfDay * MINUTE_MS, span))
        .sort((a, b) => a - b);
    }
  }
}

/** Local midnights, as if they were UTC: of the date, or of every day around the show. */
function localDays(date: TableDate | null, span: ShowSpan): readonly number[] {
  if (date !== null) return [dayOf(date, span)];
  const first = localDay(span.fromTs, span) - DAY_MS;
  const last = localDay(span.toTs, span) + DAY_MS;
  const days = Math.min(Math.round((last - first) / DAY_MS), 40);
  return Array.from({ length: days + 1 }, (_, index) => first + index * DAY_MS);
}

/** A date without a year is the one nearest to the show. */
function dayOf({ year, month, day }: TableDate, span: ShowSpan): number {
  if (year !== null) return Date.UTC(year, month - 1, day);
  const around = new Date(localDay(span.fromTs, span)).getUTCFullYear();
  const candidates = [-1, 0, 1].map((by) => Date.UTC(around + by, month - 1, day));
  return candidates.reduce((best, each) =>
    Math.abs(each - span.fromTs) < Math.abs(best - span.fromTs) ? each : best,
  );
}

function localDay(ts: number, span: ShowSpan): number {
  return Math.floor((ts + offsetOf(ts, span)) / DAY_MS) * DAY_MS;
}

/** Instants at which a wall clock reads so: two where it is put back, the hour after where it is put on. */
function fromLocal(local: number, span: ShowSpan): readonly number[] {
  const before = offsetOf(local - DAY_MS, span);
  const after = offsetOf(local + DAY_MS, span);
  const found = [...new Set([before, after])]
    .map((offset) => local - offset)
    .filter((ts) => ts + offsetOf(ts, span) === local);
  return found.length > 0 ? found : [local - before];
}

/** Whether a day has any part of the show in it. */
export function isDayOfShow(date: TableDate, span: ShowSpan): boolean {
  const day = dayOf(date, span);
  return (
    day >= localDay(span.fromTs - SPAN_SLACK_MS, span) &&
    day <= localDay(span.toTs + SPAN_SLACK_MS, span)
  );
}

const held = new WeakMap<ShowSpan, Map<number, number>>();

/** Clocks are changed at quarters of an hour; thousands of rows ask for the same few. */
function offsetOf(ts: number, span: ShowSpan): number {
  const offsets = held.get(span) ?? new Map<number, number>();
  held.set(span, offsets);
  const quarter = Math.floor(ts / QUARTER_MS);
  const known = offsets.get(quarter);
  if (known !== undefined) return known;
  const offset = offsetAt(ts, span.timeZone);
  offsets.set(quarter, offset);
  return offset;
}
