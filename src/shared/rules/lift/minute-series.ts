import { median } from '../median.ts';
import type { LiftFigureName, LiftShow } from './lift-show.ts';

const MINUTE_MS = 60_000;
/** After a raid its people arrive and leave again. */
const RAID_MINUTES = 3;
/** A change of people online from minute to minute is a jump from here on: a raid, a platform that died. */
const JUMP_LEAST = 0.3;
const JUMP_MADS = 8;
/** With few people online each of them is a large part. */
const JUMP_PEOPLE = 4;
/** Silence in every figure is an outage where as many events as this were usual: by chance once in 160,000. */
const SILENT_FROM = 12;
const SILENT_SIDE_MINUTES = 10;

export type Counted = Exclude<LiftFigureName, 'online' | 'leavers'>;
export const COUNTED: readonly Counted[] = ['chat', 'inflow', 'follows', 'clicks', 'orders'];

/** A show minute by minute, from its first whole one to its last. NaN: not known. */
export type MinuteSeries = {
  readonly show: LiftShow;
  readonly first: number;
  readonly length: number;
  /** 0 where something was lost, the room jumped or stood still: such minutes are never looked at. */
  readonly isSound: Uint8Array;
  readonly viewers: Float64Array;
  readonly counts: Readonly<Record<Counted, Float64Array>>;
};

export function minuteSeries(show: LiftShow): MinuteSeries {
  const first = Math.ceil(show.startTs / MINUTE_MS);
  const length = Math.max(0, Math.floor(show.endTs / MINUTE_MS) - first);
  const blank = (value: number): Float64Array => new Float64Array(length).fill(value);
  const viewers = blank(Number.NaN);
  const counts = {
    chat: blank(0),
    inflow: blank(0),
    follows: blank(0),
    clicks: blank(0),
    orders: blank(0),
  };
  for (const each of show.minutes) {
    const at = each.minute - first;
    if (at < 0 || at >= length) continue;
    viewers[at] = each.viewers === null || each.viewers <= 0 ? Number.NaN : each.viewers;
    counts.chat[at] = each.chats ?? Number.NaN;
    counts.inflow[at] = each.joins ?? Number.NaN;
    counts.follows[at] = each.follows ?? Number.NaN;
    counts.clicks[at] = each.clicks ?? Number.NaN;
    counts.orders[at] = each.orders ?? Number.NaN;
  }
  const isSound = new Uint8Array(length).fill(1);
  const series = { show, first, length, isSound, viewers, counts };
  leaveOutGaps(series);
  leaveOutJumps(series);
  leaveOutSilence(series);
  return series;
}

function leaveOutGaps({ show, first, length, isSound }: MinuteSeries): void {
  const out = (fromTs: number, toTs: number): void => {
    const from = Math.max(0, Math.floor(fromTs / MINUTE_MS) - first);
    const to = Math.min(length - 1, Math.floor(toTs / MINUTE_MS) - first);
    for (let at = from; at <= to; at += 1) isSound[at] = 0;
  };
  for (const { fromTs, toTs } of show.gaps) out(fromTs, toTs);
  for (const ts of show.raidTs) out(ts, ts + (RAID_MINUTES - 1) * MINUTE_MS);
}

function leaveOutJumps({ length, isSound, viewers }: MinuteSeries): void {
  const changes = new Float64Array(length);
  for (let at = 1; at < length; at += 1) {
    changes[at] = Math.log(value(viewers, at) / value(viewers, at - 1));
  }
  const sizes = [...changes].filter((each) => !Number.isNaN(each)).map(Math.abs);
  const limit = Math.max(JUMP_LEAST, JUMP_MADS * 1.4826 * (median(sizes) ?? 0));
  for (let at = 1; at < length; at += 1) {
    const few = JUMP_PEOPLE / Math.sqrt(value(viewers, at - 1));
    if (Math.abs(value(changes, at)) > Math.max(limit, few)) isSound[at] = 0;
  }
}

/** What no source told of: nothing at all came, though it was much a little earlier and later. */
function leaveOutSilence({ length, isSound, counts }: MinuteSeries): void {
  const all = new Float64Array(length);
  for (const name of COUNTED) {
    for (let at = 0; at < length; at += 1) {
      const count = value(counts[name], at);
      if (!Number.isNaN(count)) all[at] = value(all, at) + count;
    }
  }
  for (let at = 0; at < length; at += 1) {
    if (value(all, at) > 0) continue;
    const around = Array.from(
      all.subarray(Math.max(0, at - SILENT_SIDE_MINUTES), at + SILENT_SIDE_MINUTES),
    );
    if ((median(around.filter((each) => each > 0)) ?? 0) >= SILENT_FROM) isSound[at] = 0;
  }
}

/** Out of bounds is not known. */
export function value(values: Float64Array, at: number): number {
  return values[at] ?? Number.NaN;
}
