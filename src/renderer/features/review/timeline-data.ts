import type { Mark } from '#shared/model/metrics.ts';
import type { Review, ReviewMinute } from '#shared/model/review.ts';

export const MINUTE_MS = 60_000;

export type TimelineRow = {
  /** Start of the minute, UTC milliseconds. */
  readonly ts: number;
  readonly viewers: number | null;
  /** Null, as orders, where no source of the show tells any. */
  readonly chats: number | null;
  readonly ordersPaid: number | null;
  readonly marks: readonly Mark[];
};

/**
 * One row for each minute from the first to the last, the missing ones with nothing in them, each
 * with the marks that fall into it.
 */
export function timelineRows(review: Review): readonly TimelineRow[] {
  const first = review.minutes[0]?.minute;
  const last = review.minutes[review.minutes.length - 1]?.minute;
  if (first === undefined || last === undefined) return [];
  const byMinute = new Map(review.minutes.map((minute) => [minute.minute, minute]));
  const marks = marksByMinute(review.marks);
  return Array.from({ length: last - first + 1 }, (_, offset) =>
    timelineRow(review, first + offset, byMinute, marks.get(first + offset) ?? []),
  );
}

function timelineRow(
  { totals }: Review,
  minute: number,
  byMinute: ReadonlyMap<number, ReviewMinute>,
  marks: readonly Mark[],
): TimelineRow {
  const figures = byMinute.get(minute);
  return {
    ts: minute * MINUTE_MS,
    viewers: figures?.viewers ?? null,
    chats: totals.chats.known ? (figures?.chats ?? 0) : null,
    ordersPaid: totals.ordersPaid.known ? (figures?.ordersPaid ?? 0) : null,
    marks,
  };
}

function marksByMinute(marks: readonly Mark[]): ReadonlyMap<number, readonly Mark[]> {
  const groups = new Map<number, Mark[]>();
  for (const mark of marks) {
    const minute = Math.floor(mark.ts / MINUTE_MS);
    const group = groups.get(minute);
    if (group === undefined) groups.set(minute, [mark]);
    else group.push(mark);
  }
  return groups;
}
