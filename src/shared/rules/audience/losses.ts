import type { LossMoment } from '../../model/review-audience.ts';
import { median } from '../median.ts';
import type { NetMinute } from './audience-minute.ts';

/** A fall is told from this share of the viewers on. */
export const LOSS_MIN_SHARE = 0.05;
/** And from so many standard deviations beyond what the minute was to bring. */
export const LOSS_MIN_DEVIATIONS = 2.5;
/** Minutes of the show that must be known before any is called unusual. */
export const LOSS_MIN_MINUTES = 10;
const SHOWN = 8;
/** Makes the median distance a standard deviation, for figures that are spread evenly about. */
const NORMAL = 1.4826;

/**
 * Stretches in which net online (净在线) fell beyond chance, the largest first: by at least 5 % of who was
 * there, and by 2.5 standard deviations more than the room's own median minute. What a minute varies by
 * is the larger of what this show's minutes do (median absolute deviation) and what counting alone does
 * (the root of those who came and went). Neighbouring minutes are one stretch.
 */
export function lossMoments(minutes: readonly NetMinute[]): readonly LossMoment[] {
  const changes = minutes.map(changeShare);
  const usual = median(changes);
  if (usual === null || minutes.length < LOSS_MIN_MINUTES) return [];
  const spread = NORMAL * (median(changes.map((each) => Math.abs(each - usual))) ?? 0);
  const falls = minutes.filter((minute) => {
    const fall = usual - changeShare(minute);
    const { before, online, joins } = minute;
    const lost = before - online;
    const moved = Math.max(1, joins + Math.abs(lost));
    const deviation = Math.max(spread, Math.sqrt(moved) / Math.max(1, before));
    return lost >= before * LOSS_MIN_SHARE && lost > 0 && fall >= LOSS_MIN_DEVIATIONS * deviation;
  });
  return stretches(falls)
    .sort((a, b) => b.lost - a.lost || a.fromMinute - b.fromMinute)
    .slice(0, SHOWN);
}

function changeShare({ before, online }: NetMinute): number {
  return before === 0 ? 0 : (online - before) / before;
}

function stretches(falls: readonly NetMinute[]): LossMoment[] {
  const moments: LossMoment[] = [];
  for (const { minute, before, online, joins } of falls) {
    const last = moments.at(-1);
    const isNext = last !== undefined && last.toMinute === minute - 1;
    const from = isNext ? last.before : before;
    const moment = {
      fromMinute: isNext ? last.fromMinute : minute,
      toMinute: minute,
      before: from,
      after: online,
      lost: from - online,
      joins: (isNext ? last.joins : 0) + joins,
    };
    if (isNext) moments.pop();
    moments.push(moment);
  }
  return moments.filter(({ lost }) => lost > 0);
}
