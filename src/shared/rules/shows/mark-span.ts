import type { Mark } from '../../model/metrics.ts';
import type { Review } from '../../model/review.ts';
import type { ComparedSpan } from './compare-span.ts';

const MINUTE_MS = 60_000;
/** What follows on a moment, and what is looked at on each side of a span however short. */
export const LEAST_SIDE_MINUTES = 5;
/** A push is stored a moment before its fact. */
const SAME_PUSH_MS = 5_000;

type Marked = Pick<Mark, 'kind' | 'ts' | 'label'>;
type Told = Pick<Review, 'pushes' | 'blocks' | 'gaps'>;

/**
 * The stretch that a mark stands for, to be held against before and after: a pin for as long as it was
 * on the shelf, a block as long as it ran, a gap until data came again. A moment (a cue, a bookmark)
 * stands for the five minutes after it. Show time.
 */
export function spanOfMark(mark: Marked, told: Told): ComparedSpan {
  const endTs = endOf(mark, told);
  const toTs = endTs !== null && endTs > mark.ts ? endTs : mark.ts + LEAST_SIDE_MINUTES * MINUTE_MS;
  return { fromTs: mark.ts, toTs, leastSideMinutes: LEAST_SIDE_MINUTES };
}

/** A minute longer or shorter at its end; never shorter than a minute. */
export function lengthened(span: ComparedSpan, byMinutes: number): ComparedSpan {
  const toTs = Math.max(span.fromTs + MINUTE_MS, span.toTs + byMinutes * MINUTE_MS);
  return { ...span, toTs };
}

function endOf({ kind, ts, label }: Marked, { pushes, blocks, gaps }: Told): number | null {
  switch (kind) {
    case 'push': {
      const own = pushes.findLast(
        ({ goTs, linkNumber }) =>
          String(linkNumber) === label && goTs <= ts && ts - goTs < SAME_PUSH_MS,
      );
      return own?.endTs ?? null;
    }
    case 'gap':
      return gaps.find(({ fromTs }) => fromTs === ts)?.toTs ?? null;
    case 'block': {
      const own = blocks.find(({ startedTs, title }) => startedTs === ts && title === label);
      const ends = blocks.flatMap(({ startedTs }) =>
        startedTs !== null && startedTs > ts ? [startedTs] : [],
      );
      const tookMs = own?.tookMs ?? null;
      if (tookMs !== null) ends.push(ts + tookMs);
      return ends.length === 0 ? null : Math.min(...ends);
    }
    default:
      return null;
  }
}
