import type { MinuteSeries } from './minute-series.ts';

const MINUTE_MS = 60_000;
/** A minute belongs to a phase that began before so much of it was over. */
const MOSTLY_IN = 1 / 3;
/** A phase says nothing of its level before it is so many minutes old. */
const TELLS_FROM = 2;

/** Minutes of the same phase around one: from the first to the one before `end`. */
export type Phase = { readonly start: number; readonly end: number };

/** The phase that what begins after a minute lies in; of a show without blocks, all of it. */
export function phaseAround({ show, first, length }: MinuteSeries, last: number): Phase {
  let [start, end] = [0, length];
  for (const ts of show.phaseTs) {
    const at = ts / MINUTE_MS - first;
    if (at <= last + 1 - TELLS_FROM) start = Math.max(start, Math.ceil(at - MOSTLY_IN));
    else if (at > last + TELLS_FROM) end = Math.min(end, Math.floor(at));
  }
  return { start, end };
}
