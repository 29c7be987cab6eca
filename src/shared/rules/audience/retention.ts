import type { RetentionPoint } from '../../model/review-audience.ts';
import type { NetMinute } from './audience-minute.ts';

/** Minutes after the entry for which the curve is told. */
export const RETENTION_AFTER = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60] as const;
/** Entries behind a point; fewer say nothing. */
export const RETENTION_MIN_JOINS = 30;

/**
 * Which share of those who came in is still there some minutes later, where a platform tells entries
 * and viewers but nobody's leaving. Leavers of a minute are entries less the change of viewers, and
 * the share that leaves is theirs of all who could; an entry stays through a minute by one less that
 * share, through several by the product (as a survival curve by intervals). The curve is the mean over
 * all entries whose next minutes are all known. It takes everybody to be as likely to leave, however
 * long they have been there; in most rooms newcomers leave sooner, so the first minutes flatter.
 * Shares of single minutes may be below 0 where figures lag: they are not cut, so that lags cancel.
 */
export function estimateRetention(minutes: readonly NetMinute[]): readonly RetentionPoint[] {
  const kept = new Map(minutes.map((minute) => [minute.minute, keptShare(minute)]));
  let least = 1;
  return RETENTION_AFTER.map((after) => {
    let [entries, stayed] = [0, 0];
    for (const { minute, joins } of minutes) {
      const share = joins === 0 ? null : keptFor(kept, minute, after);
      if (share === null) continue;
      entries += joins;
      stayed += joins * share;
    }
    if (entries < RETENTION_MIN_JOINS) return { afterMinutes: after, share: null, entries };
    // Nobody comes back: a later share is no larger.
    least = Math.max(0, Math.min(least, stayed / entries));
    return { afterMinutes: after, share: least, entries };
  });
}

function keptShare({ before, online, joins }: NetMinute): number | null {
  const couldLeave = before + joins;
  return couldLeave === 0 ? null : online / couldLeave;
}

/** Null where one of the minutes is not known. */
function keptFor(
  kept: ReadonlyMap<number, number | null>,
  minute: number,
  after: number,
): number | null {
  let share = 1;
  for (let next = minute + 1; next <= minute + after; next += 1) {
    const one = kept.get(next) ?? null;
    if (one === null) return null;
    share *= one;
  }
  return share;
}
