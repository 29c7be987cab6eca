import type { Mark } from '#shared/model/metrics.ts';
import type { ReviewSecond } from '#shared/model/review-seconds.ts';
import type { Review } from '#shared/model/review.ts';

import type { TimelineRow } from '../timeline-data.ts';
import type { Range } from './range.ts';

const SECOND_MS = 1_000;

/** One row for each second of the range, the empty ones too, each with the marks that fall into it. */
export function secondRows(
  { totals, marks }: Pick<Review, 'totals' | 'marks'>,
  range: Range,
  seconds: readonly ReviewSecond[],
): readonly TimelineRow[] {
  const first = Math.floor(range.fromTs / SECOND_MS);
  const last = Math.ceil(range.toTs / SECOND_MS);
  const counted = new Map(seconds.map((second) => [second.ts, second]));
  const marked = new Map<number, Mark[]>();
  for (const mark of marks) {
    const second = Math.floor(mark.ts / SECOND_MS);
    if (second >= first && second < last) marked.set(second, [...(marked.get(second) ?? []), mark]);
  }
  return Array.from({ length: last - first }, (_, offset) => {
    const ts = (first + offset) * SECOND_MS;
    const figures = counted.get(ts);
    return {
      ts,
      viewers: figures?.viewers ?? null,
      chats: totals.chats.known ? (figures?.chats ?? 0) : null,
      ordersPaid: totals.ordersPaid.known ? (figures?.ordersPaid ?? 0) : null,
      marks: marked.get(first + offset) ?? [],
    };
  });
}
